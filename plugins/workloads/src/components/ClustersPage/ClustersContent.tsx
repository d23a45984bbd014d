import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cluster,
  UnclaimedNamespace,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  EmptyNotice,
  isRefused,
  RemoteResult,
  TextButton,
  tokensOf,
  wordsOfError,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ClusterDetail } from './ClusterDetail';
import { ClustersSummary } from './ClustersSummary';
import { ClusterTable } from './ClusterTable';
import { orderClusters } from './model/orderClusters';
import { useClusterParam } from './useClusterParam';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: 16,
      fontFamily: theme.typography.fontFamily,
      fontSize: 13,
      lineHeight: '20px',
      color: tokensOf(theme).text,
    },
  }),
  { name: 'DomainDeckClusters' },
);

/**
 * The page under its header. Whoever may view some environment may list its clusters; that the page itself is for
 * operators is told by the unclaimed namespaces, which only they may read.
 */
export function ClustersContent(props: {
  clusters: RemoteResult<{ items: Cluster[] }>;
  unclaimed: RemoteResult<{ items: UnclaimedNamespace[] }>;
}): JSX.Element {
  const { clusters, unclaimed } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const [selected, select] = useClusterParam();
  const mayNot =
    (unclaimed.status === 'failed' && isRefused(unclaimed.error)) ||
    (clusters.status === 'failed' && isRefused(clusters.error));

  if (mayNot) {
    return (
      <EmptyNotice glyph="lock" title={t('clusters.states.refusedTitle')}>
        {t('clusters.states.refusedText')}
      </EmptyNotice>
    );
  }
  if (clusters.status === 'failed') {
    return (
      <EmptyNotice
        glyph="cluster"
        title={t('clusters.states.failedTitle')}
        actions={
          <TextButton glyph="refresh" onClick={clusters.reload}>
            {t('clusters.states.retry')}
          </TextButton>
        }
      >
        {wordsOfError(clusters.error)}
      </EmptyNotice>
    );
  }
  // Nothing is shown before it is known whether the reader may see it, or a refusal would follow a glimpse of the page.
  if (
    clusters.status !== 'ready' ||
    unclaimed.status === 'loading' ||
    unclaimed.status === 'idle'
  ) {
    return (
      <div role="status" aria-label={t('clusters.states.loading')}>
        {[1, 2, 3, 4].map(line => (
          <Skeleton key={line} height={64} />
        ))}
      </div>
    );
  }
  const items = orderClusters(clusters.data.items);
  if (items.length === 0) {
    return (
      <EmptyNotice glyph="cluster" title={t('clusters.states.emptyTitle')}>
        {t('clusters.states.emptyText')}
      </EmptyNotice>
    );
  }
  const shown = items.find(cluster => cluster.name === selected);
  return (
    <div className={classes.root}>
      <ClustersSummary clusters={items} error={clusters.error} />
      <ClusterTable clusters={items} selected={shown} onSelect={select} />
      {shown && (
        <ClusterDetail key={shown.name} cluster={shown} unclaimed={unclaimed} />
      )}
      {selected && !shown && (
        <p role="status">
          {t('clusters.states.goneTitle', { cluster: selected })}
        </p>
      )}
    </div>
  );
}
