import { useNavigate } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  TextButton,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useRefusalText, useTimeText } from '../../../hooks';
import { extendedEnd } from '../../../model/extendedEnd';
import { ActionName, movedCount } from '../../../model/permitOf';
import { environmentsTranslationRef } from '../../../translation';
import { ActionButton } from '../../parts/ActionButton';
import { EntryMenu, MenuEntry, MoreButton } from '../../parts/menu';
import { pathIn, useTabBase } from '../../parts/TabBase';
import { RowActions } from '../../parts/table';
import { usePageStyles } from '../../parts/usePageStyles';
import { Panel } from '../usePanel';

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
  const navigate = useNavigate();
  const base = useTabBase();
  const refusal = useRefusalText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const entries: MenuEntry[] = [
    {
      key: 'file',
      glyph: 'yaml',
      text: t('detail.people.file'),
      act: () => onOpen('file'),
    },
    {
      key: 'again',
      glyph: 'copy',
      text: t('common.action.again'),
      act: () =>
        navigate(
          `${pathIn(base, 'new')}?from=${encodeURIComponent(record.id)}`,
        ),
    },
    {
      key: 'pin',
      glyph: 'clock',
      text: record.pinned ? t('common.action.unpin') : t('common.action.pin'),
      refused: refusal(record, 'pin'),
      act: () => (record.pinned ? actions.pin(record) : onOpen('pin')),
    },
  ];
  return (
    <MoreButton label={t('common.more')}>
      {(anchor, onClose) => (
        <EntryMenu
          label={t('common.more')}
          anchor={anchor}
          entries={entries}
          onClose={onClose}
        />
      )}
    </MoreButton>
  );
}
