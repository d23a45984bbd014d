import { useMemo, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { MetricPanelId } from '@domaindeck/backstage-plugin-workloads-common';
import {
  ChoiceMenu,
  CopyButton,
  TextButton,
  tokensOf,
  useAgeText,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { YamlSnippet } from '../../parts/YamlSnippet';
import { MetricsView } from '../model/metricsView';
import { containersOf, rightSize } from './model/rightSize';
import { sizeYaml } from './model/sizeYaml';
import { ResourceSection } from './ResourceSection';
import { SizedDays, useRightSize } from './useRightSize';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        minWidth: 0,
        alignSelf: 'start',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        background: tokens.paper,
        boxShadow: tokens.shadow,
        fontSize: 13,
        lineHeight: '20px',
      },
      head: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 12,
        minHeight: 44,
        padding: '0 16px',
        color: tokens.text3,
        fontSize: 12,
        '& h3': {
          margin: '0 auto 0 0',
          fontSize: 14,
          fontWeight: 600,
          color: tokens.text,
        },
      },
      note: {
        margin: 0,
        padding: '12px 16px',
        borderTop: `1px solid ${tokens.border}`,
        color: tokens.text2,
      },
      query: { padding: '0 16px 12px' },
      foot: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 12,
        padding: '12px 16px',
        borderTop: `1px solid ${tokens.border}`,
        color: tokens.text3,
        fontSize: 12,
      },
    };
  },
  { name: 'DomainDeckRightSizeCard' },
);

/** What the containers of one workload in one environment should ask for, by what they used in the last days. */
export function RightSizeCard(props: {
  entityRef: string;
  view: Pick<MetricsView, 'service' | 'env'>;
  /** Those that have data. */
  panels: readonly MetricPanelId[];
  now: number;
}): JSX.Element {
  const { entityRef, view, panels, now } = props;
  const classes = useStyles();
  const t = useMetricText();
  const isOne = view.service !== undefined && view.env.length === 1;
  const days = useRightSize(entityRef, isOne ? view : undefined, panels, now);
  if (isOne && days.status === 'ready') {
    return <SizedCard days={days.data} />;
  }
  return (
    <section className={classes.root} aria-label={t('metrics.rightSize.title')}>
      <div className={classes.head}>
        <h3>{t('metrics.rightSize.title')}</h3>
      </div>
      {isOne && days.status !== 'failed' ? (
        <div role="status" aria-label={t('metrics.states.loading')}>
          <Skeleton variant="rect" height={220} />
        </div>
      ) : (
        <p className={classes.note}>
          {days.status === 'failed' ? (
            <>
              {t('metrics.states.failed')}: {days.error.message}{' '}
              <TextButton look="link" onClick={days.reload}>
                {t('metrics.states.again')}
              </TextButton>
            </>
          ) : (
            t('metrics.rightSize.chooseOne')
          )}
        </p>
      )}
    </section>
  );
}

function SizedCard(props: { days: SizedDays }): JSX.Element {
  const { days } = props;
  const classes = useStyles();
  const t = useMetricText();
  const age = useAgeText();
  const [chosen, setChosen] = useState<string>();
  const [isOpen, setIsOpen] = useState(false);
  const containers = useMemo(() => containersOf(days), [days]);
  const container =
    containers.find(name => name === chosen) ?? containers[0] ?? '';
  const size = useMemo(() => rightSize(days, container), [days, container]);
  const sizes = [size.cpu, size.memory].flatMap(one => one ?? []);
  return (
    <section className={classes.root} aria-label={t('metrics.rightSize.title')}>
      <div className={classes.head}>
        <h3>{t('metrics.rightSize.title')}</h3>
        {sizes.length > 0 && (
          <span>
            {t(
              size.pods === 1
                ? 'metrics.rightSize.basisOne'
                : 'metrics.rightSize.basis',
              { span: age(size.span), pods: size.pods },
            )}
          </span>
        )}
        {days.queries.length > 0 && (
          <TextButton
            look="link"
            pressed={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('metrics.rightSize.query')}
          </TextButton>
        )}
        {containers.length > 1 && (
          <ChoiceMenu
            label={t('metrics.rightSize.container')}
            value={container}
            set={false}
            multiple={false}
            choices={containers.map(name => ({
              key: name,
              text: name,
              chosen: name === container,
            }))}
            onChoose={setChosen}
          />
        )}
      </div>
      {isOpen && (
        <div className={classes.query}>
          <CopyButton look="link" text={() => days.queries.join('\n')}>
            {t('metrics.tab.copy')}
          </CopyButton>
          <YamlSnippet>{days.queries.join('\n\n')}</YamlSnippet>
        </div>
      )}
      {sizes.length === 0 && (
        <p className={classes.note}>{t('metrics.rightSize.nothing')}</p>
      )}
      {sizes.map(one => (
        <ResourceSection key={one.resource} size={one} />
      ))}
      {sizes.length > 0 && (
        <div className={classes.foot}>
          <CopyButton text={() => sizeYaml(size)}>
            {t('metrics.rightSize.copy')}
          </CopyButton>
          {t('metrics.rightSize.whoSets')}
        </div>
      )}
    </section>
  );
}
