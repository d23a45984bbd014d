import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cluster } from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { ClusterCard } from './ClusterCard';
import { FindingRow } from './FindingRow';
import { CheckFindings } from './model/checkFindings';
import { isAnswering } from './model/clustersSentence';

const useStyles = makeStyles(
  { list: { margin: 0, padding: 0, listStyle: 'none' } },
  { name: 'DomainDeckNodes' },
);

/** The clock of a cluster, and its nodes that are not as they should be. */
export function NodesCard(props: {
  cluster: Cluster;
  findings: CheckFindings;
}): JSX.Element {
  const { cluster, findings } = props;
  const { clock, nodes } = findings;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const total = cluster.nodes?.total;
  const since = (at: string) =>
    say({
      key: 'clusters.nodeList.lastKnown',
      params: { time: { clock: at } },
    });
  return (
    <>
      <ClusterCard title={t('clusters.clock.title')}>
        <ul className={classes.list}>
          <FindingRow
            mark={clockMark(clock.agrees)}
            markLabel={t('clusters.clock.title')}
            title={say(clock.phrase)}
            detail={
              clock.agrees === false ? t('clusters.clock.advice') : undefined
            }
          />
        </ul>
      </ClusterCard>
      <ClusterCard title={t('clusters.nodeList.title')}>
        {total === undefined && <p>{t('clusters.nodeList.none')}</p>}
        {!isAnswering(cluster) && cluster.asOf && <p>{since(cluster.asOf)}</p>}
        {total !== undefined && nodes.length === 0 && (
          <p>{t('clusters.nodeList.allReady', { count: total })}</p>
        )}
        <ul className={classes.list}>
          {nodes.map(node => (
            <FindingRow
              key={node.name}
              mark={node.ready ? 'suspended' : 'failed'}
              markLabel={t('clusters.nodeList.title')}
              title={
                node.ready
                  ? t('clusters.nodeList.drained', { node: node.name })
                  : t('clusters.nodeList.notReady', { node: node.name })
              }
              detail={node.reason}
              since={node.since}
            />
          ))}
        </ul>
      </ClusterCard>
    </>
  );
}

function clockMark(agrees: boolean | undefined) {
  if (agrees === undefined) {
    return 'unknown';
  }
  return agrees ? 'healthy' : 'degraded';
}
