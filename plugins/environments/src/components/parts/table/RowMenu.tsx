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

/** Everything that can be done with an environment; what is refused stays, with its reason. */
export function RowMenu(props: {
  record: EnvironmentRecord;
  /** Path of its page. */
  path: string;
  /** Path of the form that copies it. */
  copyPath: string;
  actions: RowActions;
}): JSX.Element {
  const { record, path, copyPath, actions } = props;
  const classes = useStyles();
  const navigate = useNavigate();
  const refusal = useRefusalText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
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
  const close = () => setAnchor(undefined);
  return (
    <>
      <MenuOpener
        label={t('list.actionsOf', { name: record.name })}
        onOpen={setAnchor}
      />
      <Menu
        anchorEl={anchor}
        open={anchor !== undefined}
        onClose={close}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        MenuListProps={{
          dense: true,
          'aria-label': t('list.actionsOf', { name: record.name }),
        }}
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
                close();
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
    </>
  );
}

function MenuOpener(props: {
  label: string;
  onOpen: (anchor: HTMLElement) => void;
}): JSX.Element {
  const { label, onOpen } = props;
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <span ref={setPlace}>
      <ToolButton
        glyph="more"
        label={label}
        onClick={() => place && onOpen(place)}
      />
    </span>
  );
}
