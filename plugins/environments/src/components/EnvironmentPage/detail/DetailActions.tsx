import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  TextButton,
  tokensOf,
  ToolButton,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useRefusalText, useTimeText } from '../../../hooks';
import { extendedEnd } from '../../../model/extendedEnd';
import { ActionName, movedCount } from '../../../model/permitOf';
import { environmentsTranslationRef } from '../../../translation';
import { ActionButton } from '../../parts/ActionButton';
import { pathIn, useTabBase } from '../../parts/TabBase';
import { RowActions } from '../../parts/table';
import { usePageStyles } from '../../parts/usePageStyles';
import { Panel } from '../usePanel';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      item: {
        fontSize: 13,
        lineHeight: '20px',
        minHeight: 36,
        gap: 10,
        alignItems: 'flex-start',
        maxWidth: 320,
        whiteSpace: 'normal',
        '& > svg': { marginTop: 3 },
        '&[aria-disabled="true"]': {
          color: tokens.text3,
          cursor: 'not-allowed',
        },
      },
      reason: { display: 'block', fontSize: 12, lineHeight: '16px' },
    };
  },
  { name: 'DomainDeckDetailActions' },
);

/** What can be done with an environment: at once, except what opens a question first. */
export function DetailActions(props: {
  record: EnvironmentRecord;
  actions: RowActions;
  /** The id of the text that says whose right a change is. */
  refusedBy: string;
  onOpen: (panel: Panel) => void;
}): JSX.Element {
  const { record, actions, refusedBy, onOpen } = props;
  const classes = usePageStyles();
  const now = useNow(60_000);
  const time = useTimeText();
  const refusal = useRefusalText();
  const navigate = useNavigate();
  const base = useTabBase();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const moved = movedCount(record);
  const undo = actions.undoOf(record.id);
  const more = Date.parse(extendedEnd(record)) - Date.parse(record.expiresAt);
  const { busy } = actions;
  const told = (action: ActionName) => {
    const refused = refusal(record, action);
    return {
      refused,
      refusedBy: refused?.because === 'right' ? refusedBy : undefined,
    };
  };
  return (
    <div
      className={classes.actions}
      role="group"
      aria-label={t('detail.actions')}
    >
      {undo && (
        <span className={classes.undo} role="status">
          {t('detail.extended', {
            date: time.day(record.expiresAt, now, 'precise'),
          })}
          <TextButton look="link" onClick={undo}>
            {t('common.action.done.undo')}
          </TextButton>
        </span>
      )}
      <ActionButton
        glyph="clock"
        busy={busy}
        {...told('extend')}
        onClick={() => actions.extend(record)}
      >
        {more > 0
          ? t('common.action.extendBy', { span: time.exact(more) })
          : t('common.action.extend')}
      </ActionButton>
      {record.state === 'asleep' ? (
        <ActionButton
          glyph="play"
          busy={busy}
          {...told('wake')}
          onClick={() => actions.wake(record)}
        >
          {t('common.action.wake')}
        </ActionButton>
      ) : (
        <ActionButton
          glyph="moon"
          busy={busy}
          {...told('sleep')}
          onClick={() => actions.sleep(record)}
        >
          {t('common.action.sleep')}
        </ActionButton>
      )}
      <ActionButton
        glyph="branch"
        {...told('resync')}
        onClick={() => onOpen('drift')}
      >
        {moved > 0
          ? t('common.action.resyncCount', { n: String(moved) })
          : t('common.action.resync')}
      </ActionButton>
      <ActionButton
        glyph="pencil"
        {...told('change')}
        onClick={() => navigate(pathIn(base, record.name, 'change'))}
      >
        {t('common.action.change')}
      </ActionButton>
      <ActionButton
        look="danger"
        glyph="trash"
        {...told('delete')}
        onClick={() => onOpen('delete')}
      >
        {t('common.action.delete')}
      </ActionButton>
      <MoreMenu record={record} actions={actions} onOpen={onOpen} />
    </div>
  );
}

/** What is done more rarely. */
function MoreMenu(props: {
  record: EnvironmentRecord;
  actions: RowActions;
  onOpen: (panel: Panel) => void;
}): JSX.Element {
  const { record, actions, onOpen } = props;
  const classes = useStyles();
  const navigate = useNavigate();
  const base = useTabBase();
  const refusal = useRefusalText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const refused = refusal(record, 'pin');
  const take = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <>
      <span ref={setAnchor}>
        <ToolButton
          glyph="more"
          label={t('common.more')}
          onClick={() => setOpen(true)}
        />
      </span>
      <Menu
        anchorEl={anchor}
        open={open}
        onClose={() => setOpen(false)}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        MenuListProps={{ dense: true, 'aria-label': t('common.more') }}
      >
        <MenuItem className={classes.item} onClick={take(() => onOpen('file'))}>
          <Glyph name="yaml" size={14} />
          {t('detail.people.file')}
        </MenuItem>
        <MenuItem
          className={classes.item}
          onClick={take(() =>
            navigate(
              `${pathIn(base, 'new')}?from=${encodeURIComponent(record.id)}`,
            ),
          )}
        >
          <Glyph name="copy" size={14} />
          {t('common.action.again')}
        </MenuItem>
        <MenuItem
          className={classes.item}
          aria-disabled={refused ? true : undefined}
          onClick={
            refused
              ? undefined
              : take(() =>
                  record.pinned ? actions.pin(record) : onOpen('pin'),
                )
          }
        >
          <Glyph
            name={refused?.because === 'right' ? 'lock' : 'clock'}
            size={14}
          />
          <span>
            {record.pinned ? t('common.action.unpin') : t('common.action.pin')}
            {refused && (
              <span className={classes.reason}>{refused.reason}</span>
            )}
          </span>
        </MenuItem>
      </Menu>
    </>
  );
}
