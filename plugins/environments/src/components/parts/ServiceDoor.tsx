import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  GlyphName,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { doorSearch } from '../../model/doorSearch';
import { TabPathsOf, useTabPaths } from './TabPaths';

const GLYPHS: Readonly<Record<keyof TabPathsOf, GlyphName>> = {
  workloads: 'box',
  logs: 'lines',
  metrics: 'chart',
};

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const base = {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
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
      icon: {
        ...base,
        width: 28,
        height: 28,
        color: tokens.text2,
        '&:hover': { color: tokens.text, background: tokens.hover },
      },
      link: {
        ...base,
        color: tokens.link,
        '&:hover': { textDecoration: 'underline' },
      },
    };
  },
  { name: 'DomainDeckServiceDoor' },
);

/** A way to another tab of the domain, on this environment and service; nothing where the portal shows no such tab. */
export function ServiceDoor(props: {
  to: keyof TabPathsOf;
  /** `cluster/namespace`. */
  environment: string;
  service?: string;
  look?: 'boxed' | 'icon' | 'link';
  /** What the link is called where it shows a drawing only, or where its words need their surroundings. */
  label?: string;
  children?: ReactNode;
}): JSX.Element | null {
  const { to, environment, service, look = 'boxed', label, children } = props;
  const classes = useStyles();
  const pathname = useTabPaths()[to];
  if (pathname === undefined) {
    return null;
  }
  return (
    <Link
      to={{ pathname, search: doorSearch(to, environment, service) }}
      className={classes[look]}
      aria-label={label}
      title={look === 'icon' ? label : undefined}
    >
      {look !== 'link' && (
        <Glyph name={GLYPHS[to]} size={look === 'icon' ? 16 : 14} />
      )}
      {children}
    </Link>
  );
}
