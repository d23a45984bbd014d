import { makeStyles } from '@material-ui/core/styles';
import {
  fixedRange,
  podLabel,
  StatusMark,
  TimeRange,
  tokensOf,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Crash } from './model/logChoice';
import { ContainerRun, runsOf } from './model/runsOf';
import { TimedRun } from './model/runTimeline';
import { RunTimelineBars } from './RunTimelineBars';
import { useRunTimeline } from './useRunTimeline';
import { useSpanText } from './useSpanText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 'none',
        display: 'grid',
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
        alignItems: 'center',
        gap: '2px 16px',
        padding: '8px 16px',
        borderBottom: `1px solid ${tokens.border}`,
        fontSize: 12,
        lineHeight: '18px',
        '& h3': { margin: 0, fontSize: 12, fontWeight: 600 },
        '& p': { margin: 0, gridColumn: 2, color: tokens.text3 },
      },
      head: { alignSelf: 'start', '& span': { color: tokens.text2 } },
      bars: {
        display: 'flex',
        gap: 6,
        margin: 0,
        padding: '0 8px 0 0',
        listStyle: 'none',
        '& li': { display: 'flex', alignItems: 'center', flex: '1 1 0' },
        '& li:last-child': { flex: '2 1 0' },
      },
      bar: {
        flex: 1,
        minWidth: 0,
        height: 24,
        padding: '0 8px',
        border: `1px solid ${tokens.border2}`,
        borderRadius: 3,
        background: tokens.sunken,
        color: tokens.text2,
        font: 'inherit',
        textAlign: 'left',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        cursor: 'pointer',
        '&:disabled': { cursor: 'default', color: tokens.text3 },
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
      past: { background: 'none', borderStyle: 'dashed' },
      shown: {
        background: tokens.selected,
        borderColor: tokens.primary,
        color: tokens.text,
        fontWeight: 600,
      },
      end: {
        flex: 'none',
        display: 'inline-flex',
        position: 'relative',
        marginLeft: -6,
      },
    };
  },
  { name: 'DomainDeckRunBars' },
);

/** The runs of the container that crashed, one bar each, over their memory where it is measured; the last that ended is shown. */
export function RunBars(props: {
  entityRef: string;
  crash: Crash;
  onCurrent: () => void;
  /** Shows what a store has of a run before, or of all of them; undefined without a store. */
  onPast?: (span?: { range: TimeRange }) => void;
}): JSX.Element {
  const { entityRef, crash, onCurrent, onPast } = props;
  const { pod, container } = crash;
  const classes = useStyles();
  const t = useLogText();
  const spanText = useSpanText();
  const timeline = useRunTimeline(entityRef, crash);
  const runs = runsOf(container);
  const wordsOf = ({ number, kind, startedAt, endedAt }: ContainerRun) => {
    if (kind === 'current') {
      return t('logs.crash.runNow', { number });
    }
    return startedAt && endedAt
      ? t('logs.crash.runFor', {
          number,
          span: spanText(Date.parse(endedAt) - Date.parse(startedAt)),
        })
      : t('logs.crash.run', { number });
  };
  const actOf = (run: ContainerRun | TimedRun) => {
    const past = () =>
      onPast?.(
        'from' in run ? { range: fixedRange(run.from, run.to) } : undefined,
      );
    return {
      past: onPast && past,
      ended: undefined,
      current: onCurrent,
    }[run.kind];
  };
  const past = runs.some(({ kind }) => kind === 'past');
  return (
    <section className={classes.root} aria-label={t('logs.crash.runs')}>
      <div className={classes.head}>
        <h3>
          {t('logs.crash.runsOf', { pod: podLabel(pod.cluster, pod.name) })}
        </h3>
        {timeline && <span>{t('logs.crash.andMemory')}</span>}
      </div>
      {timeline ? (
        <RunTimelineBars timeline={timeline} wordsOf={wordsOf} actOf={actOf} />
      ) : (
        <ul className={classes.bars}>
          {runs.map(run => {
            const isShown = run.kind === 'ended';
            const act = actOf(run);
            const names = [
              classes.bar,
              isShown && classes.shown,
              run.kind === 'past' && classes.past,
            ];
            return (
              <li key={run.number}>
                <button
                  type="button"
                  className={names.filter(Boolean).join(' ')}
                  aria-current={isShown ? 'true' : undefined}
                  disabled={!isShown && !act}
                  onClick={act}
                >
                  {wordsOf(run)}
                </button>
                {run.kind !== 'current' && (
                  <span className={classes.end}>
                    <StatusMark kind="failed" size={14} decorative />
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {past && (
        <p>{t(onPast ? 'logs.crash.pastStored' : 'logs.crash.pastGone')}</p>
      )}
    </section>
  );
}
