import { ANNOTATION_CHANGED_BY } from '@domaindeck/backstage-plugin-workloads-common';
import { WorkloadRow } from '../rows';

/** Who says on the object to have changed it last. */
export function whoOf(row: WorkloadRow): string | undefined {
  return row.annotations[ANNOTATION_CHANGED_BY] || undefined;
}
