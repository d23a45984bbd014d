import { useState } from 'react';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useClock } from '../../clock';
import { Glyph } from '../../components/Glyph';
import { tokensOf } from '../../theme';
import {
  movedRange,
  RANGE_DURATIONS,
  RangeDuration,
  TimeRange,
} from '../model/timeRange';
import { useLogText } from '../useLogText';

/** Nobody reads a day of lines to see the next one come. */
const LIVE_DURATIONS: readonly RangeDuration[] = ['PT5M', 'PT15M', 'PT1H'];

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'inline-flex',
        flex: 'none',
        height: 32,
        border: `1px solid ${tokens.border2}`,
        borderRadius: 4,
        overflow: 'hidden',
        background: tokens.paper,
        '& button': {
          display: 'inline-flex',
          alignItems: 'center',
          gap: 8,
          padding: '0 10px',
          border: 0,
          background: 'none',
          font: `400 13px/20px ${theme.typography.fontFamily}`,
          color: tokens.text,
          whiteSpace: 'nowrap',
          cursor: 'pointer',
          '&:hover': { background: tokens.hover },
          '&:focus-visible': {
            outline: `2px solid ${tokens.link}`,
            outlineOffset: -2,
          },
          '&:disabled': { color: tokens.border2, cursor: 'default' },
        },
        '& button + button': { borderLeft: `1px solid ${tokens.border}` },
      },
      item: { fontSize: 13, lineHeight: '20px', minHeight: 36 },
    };
  },
  { name: 'DomainDeckTimeControl' },
);

/**
 * A part of time that is shown in place of the range, such as the run of a container.
 * @public
 */
export interface ShownTime {
  readonly words: string;
  /** Shows what was before or comes after; undefined where there is nothing. */
  readonly before?: () => void;
  readonly after?: () => void;
}

/**
 * Chooses the time that a tab shows: live, a span until now, and the times before and after.
 * @public
 */
export function TimeControl(props: {
  range: TimeRange;
  /** What is shown while the range is not. */
  shown?: ShownTime;
  /** Whether the range may be live. */
  canFollow: boolean;
  onChange: (range: TimeRange) => void;
}): JSX.Element {
  const { range, shown, canFollow, onChange } = props;
  const classes = useStyles();
  const clock = useClock();
  const t = useLogText();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const kinds = canFollow ? (['live', 'last'] as const) : (['last'] as const);
  const spanOf = (duration: RangeDuration) => t(`logs.time.span.${duration}`);
  const words = (one: TimeRange) => {
    if (one.kind !== 'fixed') {
      return t(`logs.time.${one.kind}`, { span: spanOf(one.duration) });
    }
    const from = DateTime.fromISO(one.from);
    const to = DateTime.fromISO(one.to);
    const form = to.diff(from).toMillis() < 600_000 ? 'HH:mm:ss' : 'HH:mm';
    const day = from.hasSame(DateTime.fromMillis(clock.now()), 'day')
      ? ''
      : 'MM-dd ';
    return t('logs.histogram.span', {
      from: from.toFormat(`${day}${form}`),
      to: to.toFormat(from.hasSame(to, 'day') ? form : `${day}${form}`),
    });
  };
  const move = (step: -1 | 1) => onChange(movedRange(range, step, clock.now()));
  const before = shown ? shown.before : () => move(-1);
  const later = range.kind === 'fixed' ? () => move(1) : undefined;
  const after = shown ? shown.after : later;
  return (
    <div
      role="group"
      aria-label={t('logs.time.label')}
      className={classes.root}
    >
      <button
        type="button"
        aria-label={t('logs.time.before')}
        title={t('logs.time.before')}
        disabled={!before}
        onClick={before}
      >
        <Glyph name="left" size={14} />
      </button>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <Glyph name="clock" size={14} />
        {shown?.words ?? words(range)}
        <Glyph name="down" size={14} />
      </button>
      <button
        type="button"
        aria-label={t('logs.time.after')}
        title={t('logs.time.after')}
        disabled={!after}
        onClick={after}
      >
        <Glyph name="right" size={14} />
      </button>
      <Menu
        anchorEl={anchor}
        open={anchor !== undefined}
        onClose={() => setAnchor(undefined)}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        MenuListProps={{ dense: true, 'aria-label': t('logs.time.label') }}
      >
        {kinds.flatMap(kind =>
          (kind === 'live' ? LIVE_DURATIONS : RANGE_DURATIONS).map(duration => (
            <MenuItem
              key={`${kind}${duration}`}
              className={classes.item}
              selected={
                !shown && range.kind === kind && range.duration === duration
              }
              onClick={() => {
                setAnchor(undefined);
                onChange({ kind, duration });
              }}
            >
              {words({ kind, duration })}
            </MenuItem>
          )),
        )}
      </Menu>
    </div>
  );
}
