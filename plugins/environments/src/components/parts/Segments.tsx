import { KeyboardEvent, ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

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
          justifyContent: 'center',
          flex: '1 1 auto',
          gap: 6,
          height: 30,
          padding: '0 12px',
          border: 0,
          background: 'none',
          font: 'inherit',
          fontSize: 12,
          color: tokens.text2,
          whiteSpace: 'nowrap',
          cursor: 'pointer',
          '&:focus-visible': {
            outline: `2px solid ${tokens.link}`,
            outlineOffset: -2,
          },
        },
        '& button + button': { borderLeft: `1px solid ${tokens.border2}` },
        '& button[aria-checked="true"]': {
          background: tokens.selected,
          color: tokens.text,
          fontWeight: 600,
        },
      },
      small: { '& button': { height: 26, padding: '0 10px' } },
      count: { color: tokens.text3, fontWeight: 400 },
    };
  },
  { name: 'DomainDeckSegments' },
);

/** One of the choices of {@link Segments}. */
export interface Segment<T extends string> {
  readonly value: T;
  readonly text: string;
  readonly count?: number;
  readonly glyph?: ReactNode;
}

/** A few choices of which one holds: one tab stop, arrows choose. */
export function Segments<T extends string>(props: {
  label: string;
  value: T | undefined;
  options: readonly Segment<T>[];
  size?: 'normal' | 'small';
  onChange: (value: T) => void;
}): JSX.Element {
  const { label, value, options, size, onChange } = props;
  const classes = useStyles();
  const stop = options.some(one => one.value === value)
    ? value
    : options[0]?.value;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[
      event.key
    ];
    if (step) {
      event.preventDefault();
      const at = options.findIndex(one => one.value === stop);
      const next = (at + step + options.length) % options.length;
      onChange(options[next].value);
      event.currentTarget
        .querySelectorAll<HTMLElement>('[role="radio"]')
        [next]?.focus();
    }
  };
  return (
    <div
      role="radiogroup"
      tabIndex={-1}
      aria-label={label}
      className={`${classes.root} ${size === 'small' ? classes.small : ''}`}
      onKeyDown={onKeyDown}
    >
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === stop ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.glyph}
          {option.text}
          {option.count !== undefined && (
            <span className={classes.count}>{option.count}</span>
          )}
        </button>
      ))}
    </div>
  );
}
