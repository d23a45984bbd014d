import { ReactNode, useState } from 'react';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import { Glyph, GlyphName } from '../components/Glyph';
import { tokensOf } from '../theme';
import { useControlStyles } from './useControlStyles';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      label: { color: tokens.text3 },
      plain: {
        height: 28,
        padding: '0 8px',
        gap: 6,
        borderColor: 'transparent',
        fontSize: 12,
      },
      item: { fontSize: 13, lineHeight: '20px', minHeight: 36, gap: 10 },
      tick: { width: 16, display: 'grid', color: tokens.link },
    };
  },
  { name: 'DomainDeckChoiceMenu' },
);

/**
 * One line of a {@link ChoiceMenu}.
 * @public
 */
export interface Choice {
  readonly key: string;
  readonly text: ReactNode;
  readonly chosen: boolean;
}

/**
 * A control that shows what is chosen and opens a menu to choose from.
 * @public
 */
export function ChoiceMenu(props: {
  label: string;
  /** Stands in place of the label where there is little room, in a control without a box. */
  glyph?: GlyphName;
  /** What is chosen, in a word or two. */
  value: string;
  choices: readonly Choice[];
  /** Several may be chosen; the menu then stays open. */
  multiple: boolean;
  /** Whether the choice is another than the usual one. */
  set: boolean;
  onChoose: (key: string) => void;
}): JSX.Element {
  const { label, glyph, value, choices, multiple, set, onChoose } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setAnchor(undefined);
  return (
    <>
      <button
        type="button"
        className={[
          controls.control,
          glyph && classes.plain,
          set && controls.set,
        ]
          .filter(Boolean)
          .join(' ')}
        title={glyph && label}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {/* The blank parts the words where the name is read out. */}
        {glyph ? (
          <Glyph name={glyph} size={14} />
        ) : (
          <span className={classes.label}>{label}</span>
        )}{' '}
        {value}
        <Glyph name="down" size={14} />
      </button>
      <Menu
        anchorEl={anchor}
        open={anchor !== undefined}
        onClose={close}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        MenuListProps={{ dense: true, 'aria-label': label }}
      >
        {choices.map(choice => (
          <MenuItem
            key={choice.key}
            className={classes.item}
            role={multiple ? 'menuitemcheckbox' : 'menuitemradio'}
            aria-checked={choice.chosen}
            onClick={() => {
              onChoose(choice.key);
              if (!multiple) {
                close();
              }
            }}
          >
            <span className={classes.tick}>
              {choice.chosen && <Glyph name="check" />}
            </span>
            {choice.text}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
