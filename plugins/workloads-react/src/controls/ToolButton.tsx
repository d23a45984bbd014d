import ButtonBase from '@material-ui/core/ButtonBase';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { Glyph, GlyphName } from '../components/Glyph';
import { tokensOf } from '../theme';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        width: 28,
        height: 28,
        flex: 'none',
        borderRadius: 4,
        color: tokens.text2,
        transition: 'background-color 120ms',
        '&:hover': { backgroundColor: tokens.hover, color: tokens.text },
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
        '&[aria-pressed=true]': {
          backgroundColor: tokens.selected,
          color: tokens.link,
        },
        '&[aria-disabled=true]': { color: tokens.border2, cursor: 'default' },
        '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
      },
    };
  },
  { name: 'DomainDeckToolButton' },
);

/**
 * A button that shows a drawing only; its word is in the tooltip and read aloud.
 * @public
 */
export function ToolButton(props: {
  glyph: GlyphName;
  label: string;
  onClick: () => void;
  /** Nothing to do at present; stays reachable, so that focus does not fall off the row. */
  inactive?: boolean;
  /** Given for a switch. */
  pressed?: boolean;
}): JSX.Element {
  const { glyph, label, onClick, inactive, pressed } = props;
  const classes = useStyles();
  return (
    <Tooltip title={label}>
      <ButtonBase
        disableRipple
        className={classes.root}
        aria-label={label}
        aria-disabled={inactive || undefined}
        aria-pressed={pressed}
        onClick={inactive ? undefined : onClick}
      >
        <Glyph name={glyph} />
      </ButtonBase>
    </Tooltip>
  );
}
