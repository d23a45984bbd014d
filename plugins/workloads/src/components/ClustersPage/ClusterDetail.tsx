import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cluster,
  UnclaimedNamespace,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  FailureNote,
  isRefused,
  RemoteResult,
  useClusterCheck,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { CredentialsCard } from './CredentialsCard';
import { checkFindings } from './model/checkFindings';
import { NodesCard } from './NodesCard';
import { UnclaimedCard } from './UnclaimedCard';

/** A check asks the cluster itself about each right; half a minute is often enough for who mends one after another. */
const CHECK_EVERY_MS = 30_000;

const useStyles = makeStyles(
  {
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
      gap: 16,
      alignItems: 'start',
    },
    column: { display: 'grid', gap: 16, minWidth: 0 },
  },
  { name: 'DomainDeckClusterDetail' },
);

/** What an operator wants to know of one cluster. */
export function ClusterDetail(props: {
  cluster: Cluster;
  unclaimed: RemoteResult<{ items: UnclaimedNamespace[] }>;
}): JSX.Element {
  const { cluster, unclaimed } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const check = useClusterCheck(cluster.name, {
    everyMs: CHECK_EVERY_MS,
    changeKey: cluster.state,
  });
  const name = cluster.title ?? cluster.name;
  const findings =
    check.status === 'ready' ? checkFindings(check.data) : undefined;
  const checked = () => {
    if (findings) {
      return <CredentialsCard cluster={name} findings={findings} />;
    }
    if (check.status === 'failed') {
      return (
        <FailureNote
          title={t('clusters.detail.failed', { cluster: name })}
          error={check.error}
          kind={isRefused(check.error) ? 'refused' : 'failed'}
          retry={{ label: t('clusters.detail.retry'), onRetry: check.reload }}
        />
      );
    }
    return (
      <div
        role="status"
        aria-label={t('clusters.detail.loading', { cluster: name })}
      >
        {[1, 2, 3].map(line => (
          <Skeleton key={line} height={56} />
        ))}
      </div>
    );
  };
  return (
    <div className={classes.root}>
      <div className={classes.column}>{checked()}</div>
      <div className={classes.column}>
        {findings && <NodesCard cluster={cluster} findings={findings} />}
        <UnclaimedCard cluster={cluster.name} unclaimed={unclaimed} />
      </div>
    </div>
  );
}
