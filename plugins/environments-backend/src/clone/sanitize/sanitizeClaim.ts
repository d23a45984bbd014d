import { at, GIB, JsonObject, parseQuantity, writeBytes } from '../../objects';
import { pick } from './pick';

/**
 * Largest volume of a clone. It does not depend on the size of the environment: a claim cannot shrink when that is
 * changed.
 */
export const MAX_CLAIM_BYTES = 5 * GIB;

/**
 * A claim of the same kind that starts empty. What would bind it to the baseline's volume or copy its data goes: volume,
 * selector, data source.
 */
export function sanitizeClaimSpec(spec: JsonObject | undefined): JsonObject {
  const asked = parseQuantity(
    at(spec, 'resources', 'requests', 'storage') as string | undefined,
  );
  const storage =
    asked !== undefined && asked > MAX_CLAIM_BYTES
      ? writeBytes(MAX_CLAIM_BYTES)
      : at(spec, 'resources', 'requests', 'storage');
  return {
    ...pick(spec, [
      'accessModes',
      'storageClassName',
      'volumeMode',
      'volumeAttributesClassName',
    ]),
    resources: { requests: { storage: storage ?? '1Gi' } },
  } as JsonObject;
}
