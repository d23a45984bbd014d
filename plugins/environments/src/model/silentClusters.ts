import {
  EnvironmentRecord,
  Options,
} from '@domaindeck/backstage-plugin-environments-common';
import { ClusterStatus } from '@domaindeck/backstage-plugin-workloads-common';

/** The clusters of a domain in which environments may be, as every other page tells them. */
export function silentClusters(
  options: Options | undefined,
  records: readonly EnvironmentRecord[],
): ClusterStatus[] {
  const seenAt = (cluster: string) => {
    const there = records.filter(one => one.cluster === cluster);
    const silentThere = there.filter(one => one.clusterSilent);
    return (silentThere.length > 0 ? silentThere : there)
      .map(one => one.asOf ?? '')
      .sort()
      .at(-1);
  };
  const told = (options?.clusters ?? []).map((one): ClusterStatus => {
    const asOf = seenAt(one.name);
    return {
      name: one.name,
      title: one.title,
      tier: one.tier,
      state: one.state,
      ...(asOf ? { asOf } : {}),
      ...(one.reason ? { reason: one.reason } : {}),
    };
  });
  // The stream may know earlier than the last answer about limits.
  const silent = records.filter(
    one =>
      one.clusterSilent &&
      !told.some(
        cluster => cluster.name === one.cluster && cluster.state !== 'live',
      ),
  );
  const names = [...new Set(silent.map(one => one.cluster))];
  return [
    ...told.filter(one => !names.includes(one.name)),
    ...names.map((name): ClusterStatus => {
      const asOf = seenAt(name);
      return {
        name,
        tier: silent.find(one => one.cluster === name)?.tier ?? '',
        state: 'unreachable',
        ...(asOf ? { asOf } : {}),
      };
    }),
  ];
}
