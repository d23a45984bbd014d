import {
  Workload,
  WorkloadsFilter,
} from '@domaindeck/backstage-plugin-workloads-common';

/** Keeps the workloads that a filter lets through; fields are ANDed, values of one field ORed. */
export function filterWorkloads(
  workloads: readonly Workload[],
  filter: WorkloadsFilter,
): Workload[] {
  const text = filter.q?.trim().toLocaleLowerCase('en-US');
  return workloads.filter(
    workload =>
      oneOf(filter.cluster, workload.cluster) &&
      oneOf(filter.namespace, workload.namespace) &&
      oneOf(filter.kind, workload.kind) &&
      oneOf(filter.health, workload.health) &&
      (!text || contains(workload, text)),
  );
}

function oneOf<T>(wanted: readonly T[] | undefined, value: T): boolean {
  return !wanted || wanted.length === 0 || wanted.includes(value);
}

function contains(workload: Workload, text: string): boolean {
  return [
    workload.name,
    ...workload.pods.map(({ name }) => name),
    ...workload.images.map(({ image }) => image),
  ].some(part => part.toLocaleLowerCase('en-US').includes(text));
}
