import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../theme';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'inline-flex',
        border: `1px solid ${tokens.border2}`,
        borderRadius: 4,
        overflow: 'hidden',
        background: tokens.paper,
        '& button': {
          display: 'inline-flex',
          alignItems: 'center',
          gap: 6,
          height: 30,
          padding: '0 12px',
          border: 0,
          background: 'none',
          font: 'inherit',
          fontSize: 12,
          color: tokens.text2,
          cursor: 'pointer',
          '&:focus-visible': {
            outline: `2px solid ${tokens.link}`,
            outlineOffset: -2,
          },
        },
        '& button + button': { borderLeft: `1px solid ${tokens.border2}` },
        '& button[aria-pressed="true"]': {
          background: tokens.selected,
          color: tokens.text,
          fontWeight: 600,
        },
      },
    };
  },
  { name: 'DomainDeckSegmentedControl' },
);

/**
 * A few ways to look at the same thing, one of them in force.
 * @public
 */
export function SegmentedControl<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; text: string; glyph: ReactNode }[];
  /** Shows the drawings alone; the words stay in the names. */
  compact: boolean;
  onChange: (value: T) => void;
}): JSX.Element {
  const { label, value, options, compact, onChange } = props;
  const classes = useStyles();
  return (
    <div role="group" aria-label={label} className={classes.root}>
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          aria-label={option.text}
          title={compact ? option.text : undefined}
          onClick={() => onChange(option.value)}
        >
          {option.glyph}
          {!compact && option.text}
        </button>
      ))}
    </div>
  );
}
