import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  MetricPanelId,
  MetricsOverview,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  TextButton,
  tokensOf,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { HowToAdd } from './HowToAdd';
import { MetricsView } from './model/metricsView';
import { lacksStore } from './model/sourceYaml';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        padding: '8px 16px',
        border: `1px dashed ${tokens.border2}`,
        borderRadius: 4,
        color: tokens.text2,
        fontSize: 13,
        lineHeight: '20px',
        '& h3': { margin: 0, fontSize: 13, fontWeight: 600 },
        '& ul': { margin: '4px 0 8px', padding: 0, listStyle: 'none' },
        '& p': {
          margin: 0,
          fontSize: 12,
          lineHeight: '18px',
          color: tokens.text3,
          overflowWrap: 'anywhere',
        },
      },
      head: {
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'space-between',
        gap: 8,
        minHeight: 28,
      },
      open: {
        '& li': {
          padding: '8px 0',
          borderTop: `1px solid ${tokens.border}`,
        },
      },
    };
  },
  { name: 'DomainDeckMetricsNotShown' },
);

/**
 * The panels without data: those of which there is none in what is chosen, and those that no source tells, on request with
 * why and what would bring it. Nothing while all are shown.
 */
export function NotShown(props: {
  overview: MetricsOverview;
  view: MetricsView;
  /** Panels of which there is none in what is shown. */
  empty: readonly MetricPanelId[];
}): JSX.Element | null {
  const { overview, view, empty } = props;
  const { panels, sources } = overview;
  const classes = useStyles();
  const t = useMetricText();
  const [isOpen, setIsOpen] = useState(false);
  const absent = panels.filter(
    ({ panel, state }) => state === 'absent' || empty.includes(panel),
  );
  if (absent.length === 0) {
    return null;
  }
  const title = t('metrics.tab.notShown', { count: absent.length });
  return (
    <section className={classes.root} aria-label={title}>
      <div className={classes.head}>
        <h3>{title}</h3>
        <TextButton
          look="link"
          pressed={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'metrics.tab.hideWhy' : 'metrics.tab.why')}
        </TextButton>
      </div>
      <ul className={isOpen ? classes.open : undefined}>
        {absent.map(({ panel, reason }) => (
          <li key={panel}>
            {t(`metrics.panel.${panel}`)}
            {empty.includes(panel) ? (
              <p>{noneOf(panel)}</p>
            ) : (
              isOpen && <p>{reason ?? t('metrics.tab.notShownText')}</p>
            )}
          </li>
        ))}
      </ul>
      {isOpen && <HowToAdd look="link" sources={sources.filter(lacksStore)} />}
    </section>
  );

  function noneOf(panel: MetricPanelId): string {
    const name = view.pod ?? view.service;
    if (panel === 'quota' && name) {
      return t('metrics.tab.ofNamespaces');
    }
    return name
      ? t('metrics.tab.hasNone', { name })
      : t('metrics.states.empty');
  }
}
