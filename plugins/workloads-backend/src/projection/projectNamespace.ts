import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { ownershipOf } from './ownership';
import { projectWorkload } from './projectWorkload';
import { NamespaceRows } from './types';

/**
 * The workloads of a namespace, by kind and name; see {@link Projection}.
 *
 * @param now - the time by which "starting" and "crashed of late" are judged. With time alone a workload may get well or
 * ill (a crash is forgiven after ten minutes), so what is shown long should be projected again once a minute.
 */
export function projectNamespace(rows: NamespaceRows, now: Date): Workload[] {
  const { families, warnings } = ownershipOf(rows);
  return families.map(family => projectWorkload(rows, family, warnings, now));
}
