import { makeStyles } from '@material-ui/core/styles';
import { MetricsOverview } from '@domaindeck/backstage-plugin-workloads-common';
import {
  Glyph,
  StatusMark,
  tokensOf,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';

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
}): JSX.Element | null {
  const { sources } = props.overview;
  const classes = useStyles();
  const t = useMetricText();
  const sampled = sources.filter(({ state }) => state === 'sampled');
  const failing = sources.filter(
    ({ state }) => state === 'failing' || state === 'none',
  );
  if (sampled.length === 0 && failing.length === 0) {
    return null;
  }
  return (
    <div className={classes.root} role="status">
      {sampled.length > 0 && (
        <span>
          <Glyph name="clock" size={14} />
          {t('metrics.tab.sampled', {
            clusters: sampled.map(({ cluster }) => cluster).join(', '),
          })}
        </span>
      )}
      {failing.map(({ cluster, reason, name }) => (
        <span key={cluster}>
          <StatusMark kind="degraded" />
          {t('metrics.tab.failing', { cluster, reason: reason ?? name ?? '' })}
        </span>
      ))}
    </div>
  );
}
