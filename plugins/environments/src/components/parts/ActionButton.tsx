import { ReactNode } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  GlyphName,
  RefusedControl,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Refused } from '../../hooks';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        gap: 6,
        flex: 'none',
        height: 32,
        padding: '0 12px',
        borderRadius: 4,
        fontFamily: 'inherit',
        fontSize: 13,
        lineHeight: '20px',
        whiteSpace: 'nowrap',
        textDecoration: 'none',
        transition: 'background-color 120ms',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
        '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
      },
      small: { height: 28, padding: '0 10px', fontSize: 12 },
      wide: { width: '100%', height: 36, fontSize: 14 },
      boxed: {
        border: `1px solid ${tokens.border2}`,
        background: tokens.paper,
        color: tokens.text,
        '&:hover': { background: tokens.hover },
      },
      primary: {
        border: `1px solid ${tokens.primary}`,
        background: tokens.primary,
        color: tokens.onPrimary,
      },
      danger: {
        border: `1px solid ${tokens.bad.line}`,
        background: tokens.paper,
        color: tokens.bad.text,
        '&:hover': { background: tokens.bad.tint },
      },
      // Red that carries white text in both themes.
      dangerSolid: {
        border: '1px solid #b80f2a',
        background: '#b80f2a',
        color: '#ffffff',
      },
      quiet: {
        border: '1px solid transparent',
        background: 'none',
        color: tokens.text2,
        '&:hover': { background: tokens.hover },
      },
      busy: { opacity: 0.7, cursor: 'progress' },
    };
  },
  { name: 'DomainDeckActionButton' },
);

/** How an {@link ActionButton} looks. */
export type ActionLook =
  | 'boxed'
  | 'primary'
  | 'danger'
  | 'dangerSolid'
  | 'quiet';

/** A button that does something; refused, it stays in its place and says why. */
export function ActionButton(props: {
  children: ReactNode;
  onClick: () => void;
  glyph?: GlyphName;
  look?: ActionLook;
  size?: 'normal' | 'small' | 'wide';
  /** Why it may not be pressed; undefined when it may. */
  refused?: Refused;
  /** The id of text on the page that says the reason already. */
  refusedBy?: string;
  /** Called when it is pressed although it is refused. */
  onAsk?: () => void;
  /** It was pressed, and the answer is still to come. */
  busy?: boolean;
  /** Replaces the word for who cannot see what the button stands beside. */
  label?: string;
}): JSX.Element {
  const { children, onClick, glyph, look = 'boxed', size, refused } = props;
  const classes = useStyles();
  if (refused) {
    return (
      <RefusedControl
        reason={refused.reason}
        because={refused.because}
        size={size === 'small' ? 'small' : 'normal'}
        describedBy={props.refusedBy}
        onAsk={props.onAsk}
      >
        {children}
      </RefusedControl>
    );
  }
  const names = [
    classes.root,
    classes[look],
    size === 'small' && classes.small,
    size === 'wide' && classes.wide,
    props.busy && classes.busy,
  ];
  return (
    <ButtonBase
      disableRipple
      className={names.filter(Boolean).join(' ')}
      aria-disabled={props.busy || undefined}
      aria-label={props.label}
      onClick={props.busy ? undefined : () => onClick()}
    >
      {glyph && <Glyph name={glyph} size={14} />}
      {children}
    </ButtonBase>
  );
}
