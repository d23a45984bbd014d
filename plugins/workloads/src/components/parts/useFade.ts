import { useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';

function once(name: string) {
  return {
    animation: `${name} 225ms cubic-bezier(.4, 0, .2, 1)`,
    '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
  };
}

const useStyles = makeStyles(
  {
    // Two animations of one form: going from one to the other starts it again without a new element.
    '@keyframes odd': { from: { opacity: 0.2 }, to: { opacity: 1 } },
    '@keyframes even': { from: { opacity: 0.2 }, to: { opacity: 1 } },
    odd: once('$odd'),
    even: once('$even'),
  },
  { name: 'DomainDeckFade' },
);

/**
 * The class that fades an element in once whenever what it says changed; none at first, and no motion for who asked for
 * little of it.
 */
export function useFade(text: string): string {
  const classes = useStyles();
  const seen = useRef({ text, changes: 0 });
  if (seen.current.text !== text) {
    seen.current = { text, changes: seen.current.changes + 1 };
  }
  const { changes } = seen.current;
  if (changes === 0) {
    return '';
  }
  return changes % 2 ? classes.odd : classes.even;
}
