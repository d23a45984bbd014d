import { ReactNode } from 'react';
import { Link, To } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  GlyphName,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const base = {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      borderRadius: 4,
      fontSize: 12,
      lineHeight: '20px',
      whiteSpace: 'nowrap',
      textDecoration: 'none',
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
        color: tokens.link,
        '&:hover': { textDecoration: 'underline' },
      },
      icon: {
        ...base,
        justifyContent: 'center',
        width: 24,
        height: 24,
        color: tokens.text3,
        '&:hover': { color: tokens.link, background: tokens.hover },
      },
    };
  },
  { name: 'DomainDeckDoor' },
);

/** A way to another tab. */
export function DoorLink(props: {
  to: To;
  look: 'boxed' | 'link' | 'icon';
  glyph: GlyphName;
  /** What the link is called where it shows an icon only, or where its words need their surroundings. */
  label?: string;
  children?: ReactNode;
}): JSX.Element {
  const { to, look, glyph, label, children } = props;
  const classes = useStyles();
  return (
    <Link
      to={to}
      className={classes[look]}
      aria-label={label}
      title={look === 'icon' ? label : undefined}
      onClick={event => event.stopPropagation()}
    >
      {look !== 'link' && <Glyph name={glyph} size={14} />}
      {children}
    </Link>
  );
}
