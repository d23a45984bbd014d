import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../theme';

/**
 * The measures that every control of the suite shares.
 * @public
 */
export const useControlStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      control: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 8,
        height: 32,
        padding: '0 12px',
        border: `1px solid ${tokens.border2}`,
        borderRadius: 4,
        background: tokens.paper,
        color: tokens.text,
        fontFamily: 'inherit',
        fontSize: 13,
        lineHeight: '20px',
        whiteSpace: 'nowrap',
        cursor: 'pointer',
        transition: 'background-color 120ms',
        '&:hover': { background: tokens.hover },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
        '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
      },
      quiet: { color: tokens.text2 },
      faint: { color: tokens.text3, fontSize: 12 },
      set: {
        background: tokens.selected,
        borderColor: tokens.primary,
        color: tokens.text,
        '&:hover': { background: tokens.selected },
      },
      iconOnly: { width: 32, padding: 0, justifyContent: 'center' },
      plain: {
        border: 0,
        padding: 0,
        background: 'none',
        color: 'inherit',
        font: 'inherit',
        cursor: 'pointer',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      link: {
        color: tokens.link,
        '&:hover': { textDecoration: 'underline' },
      },
      screenReader: {
        position: 'absolute',
        width: 1,
        height: 1,
        margin: -1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
    };
  },
  { name: 'DomainDeckControls' },
);
