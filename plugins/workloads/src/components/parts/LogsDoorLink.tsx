import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  tokensOf,
  useClock,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useLogsPath } from './LogsPath';
import { LogsDoor, logsSearchOf } from './model/logsSearchOf';

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
  { name: 'DomainDeckLogsDoor' },
);

/** A way to the Logs tab; nothing where the portal shows no such tab. */
export function LogsDoorLink(props: {
  door: LogsDoor;
  look: 'boxed' | 'link' | 'icon';
  /** What the link is called where it shows an icon only, or where its words need their surroundings. */
  label?: string;
  children?: ReactNode;
}): JSX.Element | null {
  const { door, look, label, children } = props;
  const classes = useStyles();
  const clock = useClock();
  const pathname = useLogsPath();
  if (pathname === undefined) {
    return null;
  }
  return (
    <Link
      to={{ pathname, search: logsSearchOf(door, clock.now()) }}
      className={classes[look]}
      aria-label={label}
      title={look === 'icon' ? label : undefined}
      onClick={event => event.stopPropagation()}
    >
      {look !== 'link' && <Glyph name="list" size={14} />}
      {children}
    </Link>
  );
}
