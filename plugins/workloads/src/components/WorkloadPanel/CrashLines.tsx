import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import {
  clockTime,
  logClock,
  tokensOf,
  useClock,
  withoutAnsi,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { LogsDoorLink } from '../parts/LogsDoorLink';
import { crashedContainer } from './model/crashedContainer';
import { explainCrash } from './model/explainCrash';
import { shortPodName } from './model/shortPodName';
import { useLastLines } from './useLastLines';

/** Lines that are shown; the whole run is one click away. */
const SHOWN = 4;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        padding: '8px 12px 10px 16px',
        border: `1px solid ${tokens.bad.line}`,
        borderLeft: `3px solid ${tokens.bad.mark}`,
        borderTop: 0,
        borderRadius: '0 0 4px 4px',
        fontSize: 12,
        lineHeight: '18px',
        '& h3, & p': { margin: 0 },
      },
      head: {
        display: 'flex',
        alignItems: 'baseline',
        gap: 8,
        color: tokens.text2,
        '& h3': { flex: 1, minWidth: 0, font: 'inherit' },
      },
      why: { color: tokens.text, fontWeight: 500 },
      lines: {
        margin: '4px 0 0',
        padding: 0,
        listStyle: 'none',
        fontFamily: tokens.mono,
        overflow: 'hidden',
      },
      line: {
        display: 'block',
        whiteSpace: 'pre',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
      },
      time: { color: tokens.text3 },
      error: { color: tokens.bad.text },
      warn: { color: tokens.warn.text },
      quoted: { fontWeight: 600 },
    };
  },
  { name: 'DomainDeckCrashLines' },
);

/** What a container that crashed said last, and which of its lines says why. */
export function CrashLines(props: {
  entityRef: string;
  workload: Workload;
}): JSX.Element | null {
  const { entityRef, workload } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const clock = useClock();
  const crashed = crashedContainer(workload);
  const lines = useLastLines(entityRef, workload, crashed);
  // Who may not read logs sees the panel without them; so it is where the node has none.
  if (!crashed || lines.status !== 'ready' || lines.data.length === 0) {
    return null;
  }
  const { pod, container } = crashed;
  const said = lines.data.map(({ text }) => withoutAnsi(text));
  const why = explainCrash(said);
  const first = Math.max(0, said.length - SHOWN);
  const indexes = said.map((_, index) => index).slice(first);
  if (why && why.index < first) {
    indexes.splice(0, 1, why.index);
  }
  const at = container.lastEnd?.at;
  const { rest } = shortPodName(pod.name);
  return (
    <section className={classes.root} aria-label={t('panel.crash.label')}>
      <div className={classes.head}>
        <h3>
          {at
            ? t('panel.crash.before', { time: clockTime(at, clock.now()) })
            : t('panel.crash.label')}{' '}
          · {rest} / {container.name}
        </h3>
        <LogsDoorLink
          look="link"
          door={{
            service: workload.name,
            environment: `${workload.cluster}/${workload.namespace}`,
            pod: pod.name,
            container: container.name,
            previous: true,
          }}
        >
          {t('panel.crash.open')}
        </LogsDoorLink>
      </div>
      {why && (
        <p className={classes.why}>{t(`panel.crash.cause.${why.cause}`)}</p>
      )}
      <ol className={classes.lines}>
        {indexes.map(index => {
          const { level } = lines.data[index];
          const names = [
            classes.line,
            level === 'error' && classes.error,
            level === 'warn' && classes.warn,
            why?.index === index && classes.quoted,
          ];
          return (
            <li
              key={index}
              className={names.filter(Boolean).join(' ')}
              title={said[index].slice(0, 2_000)}
            >
              <span className={classes.time}>
                {logClock(lines.data[index].at, 'local')}
              </span>{' '}
              {said[index].slice(0, 500)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
