import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  GlyphName,
  tokensOf,
  ToolButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Refused, useRefusalText } from '../../../hooks';
import { movedCount } from '../../../model/permitOf';
import { environmentsTranslationRef } from '../../../translation';
import { RowActions } from './useRowActions';

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
      danger: { color: tokens.bad.text },
    };
  },
  { name: 'DomainDeckRowMenu' },
);

interface Entry {
  readonly key: string;
  readonly glyph: GlyphName;
  readonly text: string;
  readonly refused?: Refused;
  readonly danger?: boolean;
  readonly act: () => void;
}

/** What can be done from a row. */
interface RowMenuProps {
  readonly record: EnvironmentRecord;
  /** Path of its page. */
  readonly path: string;
  /** Path of the form that copies it. */
  readonly copyPath: string;
  readonly actions: RowActions;
}

/** Everything that can be done with an environment; what is refused stays, with its reason. */
export function RowMenu(props: RowMenuProps): JSX.Element {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const label = t('list.actionsOf', { name: props.record.name });
  return (
    <>
      <span ref={setPlace}>
        <ToolButton glyph="more" label={label} onClick={() => setOpen(true)} />
      </span>
      {/* A hundred closed menus would weigh more than their rows. */}
      {open && place && (
        <OpenMenu
          {...props}
          label={label}
          anchor={place}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function OpenMenu(
  props: RowMenuProps & {
    label: string;
    anchor: HTMLElement;
    onClose: () => void;
  },
): JSX.Element {
  const { record, path, copyPath, actions, label, anchor, onClose } = props;
  const classes = useStyles();
  const navigate = useNavigate();
  const refusal = useRefusalText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const asleep = record.state === 'asleep';
  const moved = movedCount(record);
  const entries: Entry[] = [
    {
      key: 'open',
      glyph: 'right',
      text: t('common.action.open'),
      act: () => navigate(path),
    },
    {
      key: 'extend',
      glyph: 'clock',
      text: t('common.action.extend'),
      refused: refusal(record, 'extend'),
      act: () => actions.extend(record),
    },
    asleep
      ? {
          key: 'wake',
          glyph: 'play',
          text: t('common.action.wake'),
          refused: refusal(record, 'wake'),
          act: () => actions.wake(record),
        }
      : {
          key: 'sleep',
          glyph: 'moon',
          text: t('common.action.sleep'),
          refused: refusal(record, 'sleep'),
          act: () => actions.sleep(record),
        },
    {
      key: 'resync',
      glyph: 'branch',
      text:
        moved > 0
          ? t('common.action.resyncCount', { n: String(moved) })
          : t('common.action.resync'),
      refused: refusal(record, 'resync'),
      act: () => navigate(`${path}?panel=drift`),
    },
    {
      key: 'again',
      glyph: 'copy',
      text: t('common.action.again'),
      act: () => navigate(copyPath),
    },
    {
      key: 'delete',
      glyph: 'trash',
      text: t('common.action.delete'),
      refused: refusal(record, 'delete'),
      danger: true,
      act: () => navigate(`${path}?panel=delete`),
    },
  ];
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      getContentAnchorEl={null}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      MenuListProps={{ dense: true, 'aria-label': label }}
    >
      {entries.map(({ key, glyph, text, refused, danger, act }) => (
        <MenuItem
          key={key}
          className={`${classes.item} ${
            danger && !refused ? classes.danger : ''
          }`}
          aria-disabled={refused ? true : undefined}
          onClick={() => {
            if (!refused) {
              onClose();
              act();
            }
          }}
        >
          <Glyph
            name={refused?.because === 'right' ? 'lock' : glyph}
            size={14}
          />
          <span>
            {text}
            {refused && (
              <span className={classes.reason}>{refused.reason}</span>
            )}
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
