import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  GlyphName,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Refused } from '../../../hooks';

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
  { name: 'DomainDeckEntryMenu' },
);

/** One thing that a menu offers. */
export interface MenuEntry {
  readonly key: string;
  readonly glyph: GlyphName;
  readonly text: string;
  readonly refused?: Refused;
  readonly danger?: boolean;
  readonly act: () => void;
}

/** An open menu; what is refused stays in it, with its reason. */
export function EntryMenu(props: {
  label: string;
  anchor: HTMLElement;
  entries: readonly MenuEntry[];
  onClose: () => void;
}): JSX.Element {
  const { label, anchor, entries, onClose } = props;
  const classes = useStyles();
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
