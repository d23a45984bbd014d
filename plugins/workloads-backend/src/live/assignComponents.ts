import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { ComponentEntry } from '../entities/types';
import { WorkloadMarks } from '../entities/createComponentMatcher';
import { NamespaceRows } from '../projection/types';

/**
 * Says of each workload which component and system it belongs to. The labels are those of the workload's own object.
 */
export function assignComponents(
  workloads: readonly Workload[],
  rows: NamespaceRows,
  match: (workload: WorkloadMarks) => ComponentEntry | undefined,
): Workload[] {
  const labels = new Map<string, Readonly<Record<string, string>>>();
  for (const row of [
    ...rows.deployments,
    ...rows.statefulsets,
    ...rows.daemonsets,
    ...rows.cronjobs,
    ...rows.jobs,
    ...rows.replicasets,
    ...rows.pods,
  ]) {
    labels.set(row.uid, row.labels);
  }
  return workloads.map(workload => {
    const component = match({
      name: workload.name,
      labels: labels.get(workload.uid) ?? {},
    });
    return component
      ? {
          ...workload,
          componentRef: component.ref,
          ...(component.systemRef ? { systemRef: component.systemRef } : {}),
        }
      : workload;
  });
}
