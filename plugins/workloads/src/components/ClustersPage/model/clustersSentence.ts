import {
  Cluster,
  ClusterState,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Phrase, PhraseKey } from '../../../translation/Phrase';
import { notReady } from './orderClusters';

const SAID: readonly (readonly [ClusterState, PhraseKey])[] = [
  ['unreachable', 'clusters.sentence.silent'],
  ['denied', 'clusters.sentence.denied'],
  ['connecting', 'clusters.sentence.connecting'],
  ['stale', 'clusters.sentence.stale'],
];

/** What is wrong with the clusters, in as many phrases as there are kinds of trouble; one phrase when all is well. */
export function clustersSentence(clusters: readonly Cluster[]): Phrase[] {
  const said: Phrase[] = [];
  for (const [state, key] of SAID) {
    const count = clusters.filter(cluster => cluster.state === state).length;
    if (count > 0) {
      said.push({ key, params: { count } });
    }
  }
  const nodes = clusters
    // What a silent cluster last said of its nodes is no news.
    .filter(isAnswering)
    .reduce((sum, cluster) => sum + notReady(cluster), 0);
  if (nodes > 0) {
    said.push({ key: 'clusters.sentence.nodes', params: { count: nodes } });
  }
  return said.length > 0
    ? said
    : [
        {
          key: 'clusters.sentence.allWell',
          params: { count: clusters.length },
        },
      ];
}

/** Whether what is shown of a cluster is current. */
export function isAnswering(cluster: Cluster): boolean {
  return cluster.state === 'live' || cluster.state === 'stale';
}
