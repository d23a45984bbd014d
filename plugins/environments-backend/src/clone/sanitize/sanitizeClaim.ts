import { at, GIB, JsonObject, parseQuantity, writeBytes } from '../../objects';
import { pick } from './pick';

/**
 * Largest volume of a clone. It does not depend on the size of the environment: a claim cannot shrink when that is
 * changed.
 */
export const MAX_CLAIM_BYTES = 5 * GIB;

/**
 * A claim of the same kind that starts empty. What would bind it to the baseline's volume or copy its data goes: volume,
 * selector, data source; and the class of a disk that somebody made by hand, since nobody makes a second.
 */
export function sanitizeClaimSpec(
  spec: JsonObject | undefined,
  annotations?: Readonly<Record<string, string>>,
): JsonObject {
  const asked = parseQuantity(
    at(spec, 'resources', 'requests', 'storage') as string | undefined,
  );
  const storage =
    asked !== undefined && asked > MAX_CLAIM_BYTES
      ? writeBytes(MAX_CLAIM_BYTES)
      : at(spec, 'resources', 'requests', 'storage');
  const byHand =
    at(spec, 'storageClassName') === '' || isMadeByHand(annotations);
  return {
    ...pick(spec, [
      'accessModes',
      ...(byHand ? [] : ['storageClassName']),
      'volumeMode',
      'volumeAttributesClassName',
    ]),
    resources: { requests: { storage: storage ?? '1Gi' } },
  } as JsonObject;
}

/** Whether a claim has a disk that no provisioner made. */
function isMadeByHand(
  annotations: Readonly<Record<string, string>> = {},
): boolean {
  const names = Object.keys(annotations);
  return (
    names.includes('pv.kubernetes.io/bind-completed') &&
    !names.some(name => name.endsWith('/storage-provisioner'))
  );
}
