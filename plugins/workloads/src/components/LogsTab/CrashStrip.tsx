import { makeStyles } from '@material-ui/core/styles';
import {
  clockTime,
  StatusMark,
  TextButton,
  tokensOf,
  useClock,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { CrashDoors } from './CrashDoors';
import { Crash } from './model/logChoice';
import { useEndInWords } from './useEndInWords';
import { useReleaseBefore } from './useReleaseBefore';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 'none',
        display: 'grid',
        gridTemplateColumns: '24px minmax(0, 1fr)',
        gap: '4px 12px',
        padding: '14px 16px 12px',
        background: tokens.bad.tint,
        borderBottom: `1px solid ${tokens.bad.line}`,
        fontSize: 13,
        lineHeight: '20px',
        '& h2': {
          margin: 0,
          fontSize: 16,
          lineHeight: '22px',
          fontWeight: 600,
        },
        '& p': { margin: 0, color: tokens.text2 },
      },
      row: {
        gridColumn: 2,
        marginTop: 6,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 8,
      },
    };
  },
  { name: 'DomainDeckCrashStrip' },
);

/** What happened to the container whose last run is shown: facts only, no guess at a cause. */
export function CrashStrip(props: {
  entityRef: string;
  crash: Crash;
  onCurrent: () => void;
  /** Shows the run that has ended since. */
  onLatest: () => void;
}): JSX.Element {
  const { entityRef, crash, onCurrent, onLatest } = props;
  const { lastEnd, restarts } = crash.container;
  const classes = useStyles();
  const clock = useClock();
  const t = useLogText();
  const release = useReleaseBefore(entityRef, crash);
  const since = crash.pod.startedAt ?? crash.pod.createdAt;
  const time = (at: string) => clockTime(at, clock.now());
  const what = useEndInWords()(crash);
  return (
    <section className={classes.root} aria-label={what}>
      <StatusMark kind="failed" size={20} decorative />
      <div>
        <h2>
          {what}
          {t('logs.crash.join')}
          {t('logs.crash.times', { count: restarts })}
        </h2>
        <p>
          {lastEnd?.at
            ? t('logs.crash.which', { time: time(lastEnd.at) })
            : t('logs.crash.noWhich')}{' '}
          {since && t('logs.crash.since', { time: time(since) })}{' '}
          {release &&
            t('logs.crash.release', { ...release, time: time(release.at) })}
        </p>
      </div>
      <div className={classes.row}>
        <CrashDoors crash={crash} release={release} />
        <TextButton glyph="play" onClick={onCurrent}>
          {t('logs.crash.current')}
        </TextButton>
        {crash.endedAgainAt && (
          <TextButton glyph="refresh" onClick={onLatest}>
            {t('logs.crash.again', { time: time(crash.endedAgainAt) })}
          </TextButton>
        )}
      </div>
    </section>
  );
}
