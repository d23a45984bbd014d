import { at, isObject, JsonObject, KubernetesObject } from '../../objects';
import { pick } from './pick';
import { sanitizeClaimSpec } from './sanitizeClaim';
import { sanitizeMetadata } from './sanitizeMetadata';
import { secretAddresses, SecretNames } from './secretAddresses';
import { sanitizeServiceSpec } from './sanitizeService';
import { sanitizeWorkloadSpec } from './sanitizeWorkload';

/**
 * What of an object is its maker's wish, without where it lives, who delivered it and what the cluster wrote. Doing it
 * twice gives the same. A Secret keeps its keys and no value.
 */
export function sanitizeObject(object: KubernetesObject): KubernetesObject {
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata: sanitizeMetadata(object.metadata),
    ...contentOf(object),
  };
}

/**
 * The keys of a Secret without their values, so that none goes anywhere.
 *
 * @param names - with them each key tells which Services of the baseline its value leads to; an empty text without
 */
export function redactSecret(
  secret: KubernetesObject,
  names?: SecretNames,
): KubernetesObject {
  const { stringData: _values, ...rest } = secret;
  const data = isObject(secret.data) ? secret.data : {};
  const keys = [
    ...Object.keys(data),
    ...Object.keys(isObject(secret.stringData) ? secret.stringData : {}),
  ];
  const { annotations, ...metadata } = secret.metadata;
  // kubectl keeps a copy of the whole object in an annotation.
  const kept = Object.entries(annotations ?? {}).filter(
    ([name]) => name !== 'kubectl.kubernetes.io/last-applied-configuration',
  );
  return {
    ...rest,
    metadata: {
      ...metadata,
      ...(kept.length > 0 ? { annotations: Object.fromEntries(kept) } : {}),
    },
    data: Object.fromEntries(
      keys.map(key => [
        key,
        names ? secretAddresses(key, data[key], names) : '',
      ]),
    ),
  };
}

function contentOf(object: KubernetesObject): Record<string, unknown> {
  switch (object.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'CronJob':
      return { spec: sanitizeWorkloadSpec(object) };
    case 'Service':
      return { spec: sanitizeServiceSpec(object.spec) };
    case 'PersistentVolumeClaim':
      return {
        spec: sanitizeClaimSpec(object.spec, object.metadata.annotations),
      };
    case 'ConfigMap':
      // Not `immutable`: a later change of the environment would be refused.
      return pick(object, ['data', 'binaryData']);
    case 'Secret':
      return {
        ...pick(object, ['type']),
        data: redactSecret(object).data,
      };
    case 'ServiceAccount':
      return serviceAccount(object);
    case 'Role':
      return pick(object, ['rules']);
    case 'RoleBinding':
      return pick(object, ['roleRef', 'subjects']);
    default:
      return pick(object, ['spec']);
  }
}

/** Without `secrets`: they are tokens of the baseline's account. */
function serviceAccount(object: KubernetesObject): JsonObject {
  return {
    ...pick(object, ['automountServiceAccountToken']),
    ...(at(object, 'imagePullSecrets')
      ? pick(object, ['imagePullSecrets'])
      : {}),
  } as JsonObject;
}
