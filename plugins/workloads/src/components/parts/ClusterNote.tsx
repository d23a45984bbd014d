import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterStatus } from '@domaindeck/backstage-plugin-workloads-common';
import {
  clockTime,
  useCauseText,
  useNow,
  workloadsReactTranslationRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';

/** How a cluster is, in a few words. */
export function ClusterNote(props: { cluster: ClusterStatus }): JSX.Element {
  const { cluster } = props;
  const causeText = useCauseText();
  const now = useNow(10_000);
  const { t } = useTranslationRef(workloadsTranslationRef);
  const shared = useTranslationRef(workloadsReactTranslationRef).t;
  switch (cluster.state) {
    case 'live':
      return <>{t('workloads.live.answeredNow')}</>;
    case 'stale':
      return <>{shared('cluster.catchingUp')}</>;
    case 'connecting':
      return <>{shared('cluster.connecting')}</>;
    case 'denied':
      return (
        <>
          {cluster.reason
            ? shared('cluster.refuses', {
                reason: causeText(cluster.reason, cluster.cause),
              })
            : shared('cluster.refused')}
        </>
      );
    default:
      return (
        <>
          {cluster.asOf
            ? shared('cluster.lastSeen', { time: clockTime(cluster.asOf, now) })
            : shared('cluster.neverSeen')}
        </>
      );
  }
}
