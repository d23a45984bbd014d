import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FailureNote,
  isRefused,
  isSilent,
  useChanges,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { CardLink } from './CardLink';
import { ChangeLine } from './ChangeLine';
import { LoadingLines } from './LoadingLines';
import { searchOf } from './model/searchOf';
import { useCardStyles } from './useCardStyles';

/** As many as a glance takes in. */
const SHOWN = 6;
/** A card is no live view: who watches a release has the Workloads tab. */
const EVERY_MS = 30_000;

/** What was last released and scaled in the environments of an entity that the reader may view. */
export function RecentChangesCard(props: {
  /** Path of the Workloads tab of the entity; without it nothing is a link. */
  tabPath?: string;
}): JSX.Element {
  const { tabPath } = props;
  const { entity } = useEntity();
  const classes = useCardStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const remote = useChanges(
    stringifyEntityRef(entity),
    { limit: SHOWN },
    { everyMs: EVERY_MS },
  );

  const content = () => {
    if (remote.status === 'failed') {
      return isRefused(remote.error) ? (
        <p className={classes.empty}>{t('overview.changes.refused')}</p>
      ) : (
        <div className={classes.failure}>
          <FailureNote
            title={t('overview.changes.failed')}
            error={remote.error}
            kind="failed"
            retry={{
              label: t('overview.changes.retry'),
              onRetry: remote.reload,
            }}
          />
        </div>
      );
    }
    if (remote.status !== 'ready') {
      return <LoadingLines label={t('overview.changes.loading')} count={4} />;
    }
    const { items, clusters } = remote.data;
    const silent = clusters.filter(isSilent);
    return (
      <>
        {items.length === 0 ? (
          <p className={classes.empty}>{t('overview.changes.none')}</p>
        ) : (
          <ul className={classes.lines}>
            {items.map(change => (
              <li key={change.id}>
                <ChangeLine change={change} tabPath={tabPath} />
              </li>
            ))}
          </ul>
        )}
        {silent.length > 0 && (
          <div className={classes.note}>
            {t(
              silent.length === 1
                ? 'overview.changes.partial'
                : 'overview.changes.partialMany',
              {
                clusters: silent
                  .map(({ title, name }) => title ?? name)
                  .join(t('overview.changes.join')),
              },
            )}
          </div>
        )}
      </>
    );
  };

  return (
    <InfoCard
      variant="gridItem"
      title={t('overview.changes.title')}
      noPadding
      action={
        <div className={classes.head}>
          {tabPath !== undefined && (
            <CardLink
              tabPath={tabPath}
              search={searchOf({ changed: 'yesterday' })}
            >
              {t('overview.changes.all')}
            </CardLink>
          )}
        </div>
      }
    >
      {content()}
    </InfoCard>
  );
}
