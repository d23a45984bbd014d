import {
  StreamRecord,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { EntityScope, EntityView } from '../entities';
import { SequencedChange } from '../live';

/** Whether a page shows a workload: a domain page all of its namespaces', the others those of their components. */
export function isShown(scope: EntityScope, workload: Workload): boolean {
  switch (scope.kind) {
    case 'domain':
      return true;
    case 'system':
      return workload.systemRef === scope.entityRef;
    default:
      return workload.componentRef === scope.entityRef;
  }
}

/**
 * The records that a stream of a view sends for changes.
 *
 * @param revision - writes the revision of a sequence
 * @returns undefined when one of the changes cannot be told and the reader must start anew
 */
export function streamRecords(
  changes: readonly SequencedChange[],
  view: EntityView,
  revision: (sequence: number) => string,
): StreamRecord[] | undefined {
  const places = new Set(
    view.environments.map(
      ({ cluster, namespace }) => `${cluster}/${namespace}`,
    ),
  );
  const clusters = new Set(view.clusters);
  const records: StreamRecord[] = [];
  for (const { sequence, change } of changes) {
    switch (change.type) {
      case 'cluster':
        if (clusters.has(change.status.name)) {
          records.push({
            type: 'cluster',
            revision: revision(sequence),
            cluster: change.status,
          });
        }
        break;
      case 'upsert': {
        const { item } = change;
        if (
          places.has(`${item.cluster}/${item.namespace}`) &&
          isShown(view.scope, item)
        ) {
          records.push({ type: 'upsert', revision: revision(sequence), item });
        }
        break;
      }
      case 'delete':
        // Whether it was shown on this page is no longer known; a reader ignores ids that it does not have.
        if (places.has(`${change.cluster}/${change.namespace}`)) {
          records.push({
            type: 'delete',
            revision: revision(sequence),
            id: change.id,
          });
        }
        break;
      default:
        if (places.has(`${change.cluster}/${change.namespace}`)) {
          return undefined;
        }
    }
  }
  return records;
}
