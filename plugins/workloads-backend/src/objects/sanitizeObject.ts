import { MASK } from '@domaindeck/backstage-plugin-workloads-common';
import { isRecord } from './isRecord';
import { maskSecretValues } from './maskSecretValues';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * A copy of an object, or of a list of objects, without what nobody may see or wants to: the values of secrets are
 * masked (their keys stay), `managedFields` and the last applied configuration are gone. The latter holds whole secrets
 * as text, so that it goes everywhere. Everywhere else what looks like a secret is masked: nobody should write a
 * password into an environment variable, and many do.
 *
 * @param secret - whether it is a secret whatever it says of itself, because it was asked for as one
 */
export function sanitizeObject(
  object: Readonly<Record<string, unknown>>,
  secret = false,
): Record<string, unknown> {
  const kind = typeof object.kind === 'string' ? object.kind : '';
  const isSecret = secret || kind === 'Secret' || kind === 'SecretList';
  const copy: Record<string, unknown> = { ...object };
  if (isRecord(object.metadata)) {
    copy.metadata = sanitizeMetadata(object.metadata);
  }
  if (Array.isArray(object.items)) {
    copy.items = object.items.map(item =>
      isRecord(item) ? sanitizeObject(item, isSecret) : item,
    );
  }
  if (isSecret) {
    for (const key of ['data', 'stringData']) {
      if (copy[key] !== undefined) {
        copy[key] = mask(copy[key]);
      }
    }
  }
  return maskSecretValues(copy);
}

function mask(values: unknown): unknown {
  return isRecord(values)
    ? Object.fromEntries(Object.keys(values).map(key => [key, MASK]))
    : MASK;
}

function sanitizeMetadata(
  metadata: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { managedFields: _, annotations, ...rest } = metadata;
  if (!isRecord(annotations)) {
    return rest;
  }
  const { [LAST_APPLIED]: __, ...kept } = annotations;
  return Object.keys(kept).length > 0 ? { ...rest, annotations: kept } : rest;
}
