import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { UnclaimedNamespace } from '@domaindeck/backstage-plugin-workloads-common';
import {
  FailureNote,
  RemoteResult,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ClusterCard } from './ClusterCard';
import { FindingRow } from './FindingRow';

const useStyles = makeStyles(
  {
    list: { margin: 0, padding: 0, listStyle: 'none' },
    failed: { padding: 16 },
  },
  { name: 'DomainDeckUnclaimed' },
);

/** Namespaces of a cluster that no domain claims, with the binding to paste. */
export function UnclaimedCard(props: {
  cluster: string;
  unclaimed: RemoteResult<{ items: UnclaimedNamespace[] }>;
}): JSX.Element {
  const { cluster, unclaimed } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const items =
    unclaimed.status === 'ready'
      ? unclaimed.data.items.filter(item => item.cluster === cluster)
      : [];
  return (
    <ClusterCard title={t('clusters.unclaimed.title')}>
      {unclaimed.status === 'failed' && (
        <div className={classes.failed}>
          <FailureNote
            title={t('clusters.unclaimed.failed')}
            error={unclaimed.error}
            kind="failed"
            retry={{
              label: t('clusters.detail.retry'),
              onRetry: unclaimed.reload,
            }}
          />
        </div>
      )}
      {unclaimed.status === 'ready' && (
        <p>
          {items.length > 0
            ? t('clusters.unclaimed.advice')
            : t('clusters.unclaimed.none')}
        </p>
      )}
      <ul className={classes.list}>
        {items.map(item => (
          <FindingRow
            key={item.namespace}
            mark="none"
            markLabel={t('clusters.unclaimed.title')}
            title={<code>{item.namespace}</code>}
            detail={t('clusters.unclaimed.here', { count: item.workloads })}
            fix={{
              yaml: item.binding,
              label: t('clusters.unclaimed.copy', {
                namespace: item.namespace,
              }),
            }}
          />
        ))}
      </ul>
    </ClusterCard>
  );
}
