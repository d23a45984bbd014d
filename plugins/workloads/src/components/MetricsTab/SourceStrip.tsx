import { makeStyles } from '@material-ui/core/styles';
import {
  MetricsAnswer,
  MetricsOverview,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  clockTime,
  Glyph,
  StatusMark,
  tokensOf,
  useClock,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { HowToAdd } from './HowToAdd';
import { sampledSince } from './model/sampledSince';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexDirection: 'column',
        gap: 4,
        padding: '8px 12px',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        background: tokens.sunken,
        color: tokens.text2,
        fontSize: 13,
        lineHeight: '20px',
        '& > span': { display: 'flex', alignItems: 'center', gap: 8 },
      },
    };
  },
  { name: 'DomainDeckMetricSources' },
);

/** Says where measures come from, where that is not a store, and which source does not answer. */
export function SourceStrip(props: {
  overview: MetricsOverview;
  /** Of a panel that every source has. */
  answer?: MetricsAnswer;
}): JSX.Element | null {
  const { overview, answer } = props;
  const { sources } = overview;
  const classes = useStyles();
  const t = useMetricText();
  const clock = useClock();
  const sampled = sources.filter(({ state }) => state === 'sampled');
  const failing = sources.filter(({ state }) => state === 'failing');
  const none = sources.filter(({ state }) => state === 'none');
  if (sampled.length + failing.length + none.length === 0) {
    return null;
  }
  const since = answer && sampledSince(answer);
  return (
    <div className={classes.root} role="status">
      {sampled.length > 0 && (
        <span>
          <Glyph name="clock" size={14} />
          {t('metrics.tab.sampled', {
            name: [...new Set(sampled.map(({ name = '' }) => name))].join(', '),
            clusters: sampled.map(({ cluster }) => cluster).join(', '),
          })}
          {since !== undefined &&
            t('metrics.tab.since', {
              time: clockTime(new Date(since).toISOString(), clock.now()),
            })}
        </span>
      )}
      {[...failing, ...none].map(({ cluster, state, reason, name }) => (
        <span key={cluster}>
          <StatusMark
            kind={state === 'failing' ? 'degraded' : 'none'}
            decorative
          />
          {t('metrics.tab.failing', {
            cluster,
            reason: reason ?? name ?? t('metrics.tab.untold'),
          })}
        </span>
      ))}
      <HowToAdd look="link" sources={none} />
    </div>
  );
}
