import { KubernetesObject, objectKey } from '../../objects';

/** Kinds without a status, which would move by itself. */
const STILL = [
  'ConfigMap',
  'Role',
  'RoleBinding',
  'Secret',
  'Service',
  'ServiceAccount',
];

/**
 * What of objects changes when somebody changes them: uid and generation, else the version. A StatefulSet makes its claims
 * in its own time, so they are left out.
 */
export function versionsOf(objects: readonly KubernetesObject[]): string[] {
  return objects
    .filter(
      one =>
        one.kind !== 'PersistentVolumeClaim' ||
        !/-\d+$/.test(one.metadata.name),
    )
    .map(one => {
      const { uid, generation } = one.metadata;
      const version = STILL.includes(one.kind)
        ? one.metadata.resourceVersion
        : '';
      return [objectKey(one), uid, generation ?? version].join(' ');
    })
    .sort();
}
