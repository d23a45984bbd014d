import { BaselineKind, redactSecret, SecretNames } from '../../clone';
import { isObject, KubernetesObject } from '../../objects';
import { apiVersionOf } from './APPLIED_KINDS';

/**
 * Takes an object out of an answer; items of lists do not say what they are. A Secret loses its values here, before
 * anything else sees it.
 *
 * @param names - of Services that values of Secrets are asked for
 * @returns undefined for what is no object
 */
export function toObject(
  raw: unknown,
  kind: Pick<BaselineKind, 'group' | 'version' | 'kind'>,
  names?: SecretNames,
): KubernetesObject | undefined {
  if (!isObject(raw) || !isObject(raw.metadata) || !raw.metadata.name) {
    return undefined;
  }
  const object = {
    ...raw,
    apiVersion: apiVersionOf({ ...kind, resource: '' }),
    kind: kind.kind,
  } as unknown as KubernetesObject;
  return kind.kind === 'Secret' ? redactSecret(object, names) : object;
}

/** Without the record of who wrote which field: it is as large as the object, and seldom asked for. */
export function leaveOutManagers(object: KubernetesObject): KubernetesObject {
  const { managedFields: _, ...metadata } =
    object.metadata as KubernetesObject['metadata'] & {
      managedFields?: unknown;
    };
  return { ...object, metadata };
}
