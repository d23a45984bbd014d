import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { autoscalerOf } from './autoscaler';
import { conditionsOfFamily } from './conditions';
import { ownershipOf } from './ownership';
import { releasesOf } from './releases';
import { NamespaceRows, WorkloadDetails } from './types';

/**
 * The rest of one workload for its panel; empty when the workload is not among the rows any more.
 */
export function projectDetails(
  rows: NamespaceRows,
  workload: Pick<Workload, 'uid'>,
): WorkloadDetails {
  const family = ownershipOf(rows).families.find(
    ({ root }) => root.uid === workload.uid,
  );
  if (!family) {
    return { conditions: [], releases: [], owners: [] };
  }
  const { owner } = family.root;
  return {
    conditions: conditionsOfFamily(family),
    releases: releasesOf(family),
    owners: owner ? [{ kind: owner.kind, name: owner.name }] : [],
    ...(family.autoscaler && { autoscaler: autoscalerOf(family.autoscaler) }),
  };
}
