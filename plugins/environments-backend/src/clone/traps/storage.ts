import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import {
  at,
  Json,
  KubernetesObject,
  parseQuantity,
  podTemplateOf,
} from '../../objects';
import { warningOf } from '../../policy';
import { PlanContext } from '../context';

/** Volumes that together are more than the size has: the quota would refuse the last of them. */
export function storageTraps(
  context: PlanContext,
  objects: readonly KubernetesObject[],
): EnvironmentWarning[] {
  const { size } = context;
  const asked = objects.reduce((sum, object) => sum + storageOf(object), 0);
  return !size || asked <= size.storage
    ? []
    : [
        warningOf(
          'size-too-small',
          'block',
          'Size {size} has no room for the data of {count} services.',
          { size: size.name, count: context.own.length },
          { action: 'larger-size' },
        ),
      ];
}

function storageOf(object: KubernetesObject): number {
  if (object.kind === 'PersistentVolumeClaim') {
    return claimBytes(object.spec);
  }
  const copies = Math.max(1, Number(at(object, 'spec', 'replicas') ?? 1));
  const templates = at(object, 'spec', 'volumeClaimTemplates');
  const kept = (Array.isArray(templates) ? templates : []).map(template =>
    claimBytes(at(template, 'spec')),
  );
  const passing = (podTemplateOf(object)?.spec.volumes ?? []).map(volume =>
    claimBytes(volume.ephemeral?.volumeClaimTemplate?.spec),
  );
  return copies * [...kept, ...passing].reduce((sum, bytes) => sum + bytes, 0);
}

function claimBytes(spec: Json | undefined): number {
  const storage = at(spec, 'resources', 'requests', 'storage');
  return parseQuantity(storage as string | undefined) ?? 0;
}
