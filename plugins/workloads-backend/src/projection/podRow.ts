import { containersOf } from './containers';
import { Fields } from './Fields';
import { conditionsOf, controllerOf, objectMeta } from './objectMeta';
import { PodRow } from './rows';

/**
 * Keeps of a pod what tables and problems need.
 * @throws InputError when the pod has no uid or no name
 */
export function podRow(raw: unknown): PodRow {
  const object = Fields.of(raw);
  const metadata = object.at('metadata');
  const spec = object.at('spec');
  const status = object.at('status');
  const deleteBy = metadata.time('deletionTimestamp');
  return {
    ...objectMeta('Pod', raw),
    owner: controllerOf(raw),
    labels: metadata.texts('labels'),
    phase: status.text('phase') ?? 'Unknown',
    reason: status.text('reason'),
    message: status.message('message'),
    node: spec.text('nodeName'),
    startedAt: status.time('startTime'),
    deletingSince:
      deleteBy &&
      earlier(deleteBy, metadata.count('deletionGracePeriodSeconds') ?? 0),
    deleteBy,
    containers: containersOf(spec, status),
    conditions: conditionsOf(status),
  };
}

function earlier(time: string, seconds: number): string {
  const date = new Date(Date.parse(time) - seconds * 1000);
  return Number.isNaN(date.getTime()) ? time : date.toISOString();
}
