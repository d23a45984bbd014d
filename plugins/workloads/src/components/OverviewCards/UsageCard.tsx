import { useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { MetricUsageAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import {
  FailureNote,
  isRefused,
  StatusMark,
  useMetricUsage,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { missingParent } from '../parts/model/missingParent';
import { CardLink } from './CardLink';
import { LoadingLines } from './LoadingLines';
import { usageGrid } from './model/usageGrid';
import { UsageTable } from './UsageTable';
import { useCardStyles } from './useCardStyles';

/** More sentences than these belong on the Metrics tab. */
const SAID = 3;

/** What the workloads of an entity use now beside what they ask for, in every environment that the reader may read. */
export function UsageCard(props: {
  /** Path of the Metrics tab of the entity; without it nothing is a link. */
  tabPath?: string;
}): JSX.Element {
  const { tabPath } = props;
  const { entity } = useEntity();
  const classes = useCardStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const usage = useMetricUsage(
    missingParent(entity) ? undefined : stringifyEntityRef(entity),
  );

  const content = () => {
    switch (usage.status) {
      case 'ready':
        return <Measured answer={usage.data} tabPath={tabPath} />;
      case 'failed':
        return isRefused(usage.error) ||
          usage.error.name === 'NotAllowedError' ? (
          <p className={classes.empty}>{t('overview.usage.refused')}</p>
        ) : (
          <div className={classes.failure}>
            <FailureNote
              title={t('overview.usage.failed')}
              error={usage.error}
              kind="failed"
              retry={{
                label: t('overview.changes.retry'),
                onRetry: usage.reload,
              }}
            />
          </div>
        );
      case 'idle':
        return <p className={classes.empty}>{t('overview.usage.none')}</p>;
      default:
        return <LoadingLines label={t('overview.usage.loading')} count={4} />;
    }
  };

  return (
    <InfoCard
      variant="gridItem"
      title={t('overview.usage.title')}
      noPadding
      action={
        <div className={classes.head}>
          {tabPath !== undefined && (
            <CardLink tabPath={tabPath}>{t('overview.usage.all')}</CardLink>
          )}
        </div>
      }
    >
      {content()}
    </InfoCard>
  );
}

function Measured(props: {
  answer: MetricUsageAnswer;
  tabPath?: string;
}): JSX.Element {
  const { answer, tabPath } = props;
  const classes = useCardStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const { environments, single, full, missing } = useMemo(
    () => usageGrid(answer),
    [answer],
  );
  return (
    <>
      {environments.length > 0 ? (
        <UsageTable
          environments={environments}
          single={single}
          tabPath={tabPath}
        />
      ) : (
        <p className={classes.empty}>{t('overview.usage.none')}</p>
      )}
      {full.length > 0 && (
        <ul className={`${classes.lines} ${classes.below}`}>
          {full.slice(0, SAID).map(({ usage, tier, share }) => {
            const { object, environment, cluster, workload } = usage;
            const search = new URLSearchParams({
              service: object.name,
              env: environment,
            });
            return (
              <li key={workload}>
                <CardLink
                  tabPath={tabPath}
                  search={`?${search}`}
                  className={classes.line}
                  title={usage.memory?.pod}
                >
                  <StatusMark kind="degraded" decorative />
                  <span className={classes.text}>
                    <b>{object.name}</b>{' '}
                    {t('overview.usage.full', {
                      environment: tierLabel(tier, cluster),
                      share: new Intl.NumberFormat(undefined, {
                        style: 'percent',
                        maximumFractionDigits: 0,
                      }).format(share),
                    })}
                  </span>
                </CardLink>
              </li>
            );
          })}
        </ul>
      )}
      {missing.length > 0 && (
        <div
          className={classes.note}
          title={missing.map(({ reason = '' }) => reason).join('\n')}
        >
          {t('overview.usage.missing', {
            clusters: missing
              .map(({ cluster }) => cluster)
              .join(t('overview.changes.join')),
          })}
        </div>
      )}
    </>
  );
}
