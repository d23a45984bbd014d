import { makeStyles } from '@material-ui/core/styles';
import { MetricsOverview } from '@domaindeck/backstage-plugin-workloads-common';
import {
  tokensOf,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        padding: '12px 16px',
        border: `1px dashed ${tokens.border2}`,
        borderRadius: 4,
        color: tokens.text2,
        fontSize: 13,
        lineHeight: '20px',
        '& h3': { margin: '0 0 8px', fontSize: 13, fontWeight: 600 },
        '& ul': { margin: '0 0 8px', padding: 0, listStyle: 'none' },
        '& p': { margin: 0, color: tokens.text3 },
      },
    };
  },
  { name: 'DomainDeckMetricsNotShown' },
);

/** The panels that no source has data for, and what would bring it; nothing while all are shown. */
export function NotShown(props: {
  overview: MetricsOverview;
}): JSX.Element | null {
  const classes = useStyles();
  const t = useMetricText();
  const absent = props.overview.panels.filter(
    ({ state }) => state === 'absent',
  );
  if (absent.length === 0) {
    return null;
  }
  const title = t('metrics.tab.notShown', { count: absent.length });
  return (
    <section className={classes.root} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {absent.map(({ panel }) => (
          <li key={panel}>{t(`metrics.panel.${panel}`)}</li>
        ))}
      </ul>
      <p>{t('metrics.tab.notShownText')}</p>
    </section>
  );
}
