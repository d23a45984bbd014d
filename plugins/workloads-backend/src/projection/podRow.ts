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
    // Nobody has looked at it yet.
    phase: status.text('phase') ?? 'Pending',
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
    ...((spec.text('restartPolicy') ?? 'Always') !== 'Always' && {
      isTask: true,
    }),
    ...claimsOf(metadata, spec),
  };
}

/** A claim that is made for the pod alone bears its name and that of the volume. */
function claimsOf(metadata: Fields, spec: Fields): Pick<PodRow, 'claims'> {
  const pod = metadata.text('name');
  const claims = spec.list('volumes').flatMap(volume => {
    const claim = volume.has('ephemeral')
      ? pod && `${pod}-${volume.text('name')}`
      : volume.at('persistentVolumeClaim').text('claimName');
    return claim ? [claim] : [];
  });
  return claims.length ? { claims } : {};
}

function earlier(time: string, seconds: number): string {
  const date = new Date(Date.parse(time) - seconds * 1000);
  return Number.isNaN(date.getTime()) ? time : date.toISOString();
}
