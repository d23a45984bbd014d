import { ReactNode } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { Glyph, GlyphName } from '../components/Glyph';
import { tokensOf } from '../theme';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const base = {
      gap: 6,
      flex: 'none',
      borderRadius: 4,
      fontFamily: 'inherit',
      fontSize: 12,
      lineHeight: '20px',
      whiteSpace: 'nowrap',
      '&:focus-visible': {
        outline: `2px solid ${tokens.link}`,
        outlineOffset: 2,
      },
    } as const;
    return {
      boxed: {
        ...base,
        height: 28,
        padding: '0 10px',
        fontWeight: 500,
        border: `1px solid ${tokens.border2}`,
        background: tokens.paper,
        color: tokens.text,
        '&:hover': { background: tokens.hover },
      },
      link: {
        ...base,
        minHeight: 28,
        padding: '0 2px',
        color: tokens.link,
        '&:hover': { textDecoration: 'underline' },
      },
      on: {
        background: tokens.selected,
        borderColor: tokens.primary,
      },
    };
  },
  { name: 'DomainDeckTextButton' },
);

/**
 * A small button with a word, in a box or in the manner of a link.
 * @public
 */
export function TextButton(props: {
  children: ReactNode;
  onClick: () => void;
  look?: 'boxed' | 'link';
  glyph?: GlyphName;
  /** Replaces the word for who cannot see what the button stands beside. */
  label?: string;
  /** Given for a switch. */
  pressed?: boolean;
}): JSX.Element {
  const { children, onClick, look = 'boxed', glyph, label, pressed } = props;
  const classes = useStyles();
  return (
    <ButtonBase
      disableRipple
      className={`${classes[look]} ${pressed ? classes.on : ''}`}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {glyph && <Glyph name={glyph} size={14} />}
      {children}
    </ButtonBase>
  );
}
