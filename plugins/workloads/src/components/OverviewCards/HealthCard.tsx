import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FailureNote,
  isRefused,
  useWorkloads,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { LiveBadge } from '../parts/LiveBadge';
import { missingParent } from '../parts/model/missingParent';
import { CardLink } from './CardLink';
import { HealthOverview } from './HealthOverview';
import { LoadingLines } from './LoadingLines';
import { useCardStyles } from './useCardStyles';

/** The health of an entity in every environment that the reader may view, live. */
export function HealthCard(props: {
  /** Path of the Workloads tab of the entity; without it nothing is a link. */
  tabPath?: string;
}): JSX.Element {
  const { entity } = useEntity();
  return missingParent(entity) ? (
    <HomelessCard />
  ) : (
    <LiveCard entityRef={stringifyEntityRef(entity)} tabPath={props.tabPath} />
  );
}

/** The Workloads tab explains what is missing in the catalog; the card only does not pretend. */
function HomelessCard(): JSX.Element {
  const classes = useCardStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  return (
    <InfoCard variant="gridItem" title={t('overview.health.title')} noPadding>
      <p className={classes.empty}>{t('overview.health.none')}</p>
    </InfoCard>
  );
}

function LiveCard(props: { entityRef: string; tabPath?: string }): JSX.Element {
  const { entityRef, tabPath } = props;
  const classes = useCardStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const { state, retryNow } = useWorkloads(entityRef);

  const content = () => {
    switch (state.phase) {
      case 'loading':
        return <LoadingLines label={t('overview.health.loading')} count={4} />;
      case 'failed':
        return isRefused(state.error) ? (
          <p className={classes.empty}>{t('overview.health.noEnvironment')}</p>
        ) : (
          <div className={classes.failure}>
            <FailureNote
              title={t('overview.health.failed')}
              error={state.error}
              kind="failed"
              retry={{ label: t('overview.changes.retry'), onRetry: retryNow }}
            />
          </div>
        );
      default:
        return <HealthOverview data={state.data} tabPath={tabPath} />;
    }
  };

  return (
    <InfoCard
      variant="gridItem"
      title={t('overview.health.title')}
      noPadding
      action={
        <div className={classes.head}>
          {state.phase === 'ready' && state.data.clusters.length > 0 && (
            <LiveBadge
              clusters={state.data.clusters}
              connection={state.connection}
            />
          )}
          {tabPath !== undefined && (
            <CardLink tabPath={tabPath}>{t('overview.health.all')}</CardLink>
          )}
        </div>
      }
    >
      {content()}
    </InfoCard>
  );
}
