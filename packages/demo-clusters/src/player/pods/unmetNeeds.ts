import { KubernetesObject } from '../../model/KubernetesObject';
import { ContainerSpec, Pod, Reference } from '../objects';

/** Gives an object of the pod's own namespace. */
export type Look = (kind: string, name: string) => KubernetesObject | undefined;

/** A container or a volume that cannot be, and why, in the words of the real kubelet. */
export interface UnmetNeed {
  readonly of: string;
  readonly message: string;
}

/** Why no node can take a pod whose claims are not there or have no volume; undefined when it has all. */
export function unmetClaim(pod: Pod, look: Look): string | undefined {
  for (const { persistentVolumeClaim } of pod.spec.volumes ?? []) {
    if (persistentVolumeClaim) {
      const { claimName } = persistentVolumeClaim;
      const claim = look('PersistentVolumeClaim', claimName);
      if (!claim) {
        return `persistentvolumeclaim "${claimName}" not found`;
      }
      if ((claim.status as { phase?: string }).phase !== 'Bound') {
        return 'pod has unbound immediate PersistentVolumeClaims';
      }
    }
  }
  return undefined;
}

/** The first volume that cannot be mounted. */
export function unmetVolume(pod: Pod, look: Look): UnmetNeed | undefined {
  for (const { name, configMap, secret } of pod.spec.volumes ?? []) {
    const message =
      missing('ConfigMap', configMap, look) ??
      missing(
        'Secret',
        secret && { name: secret.secretName, optional: secret.optional },
        look,
      );
    if (message) {
      return { of: name, message };
    }
  }
  return undefined;
}

/** The first container that lacks what its environment is filled from. */
export function unmetSetting(
  containers: readonly ContainerSpec[],
  namespace: string | undefined,
  look: Look,
): UnmetNeed | undefined {
  for (const { name, env = [], envFrom = [] } of containers) {
    const messages = [
      ...envFrom.map(
        ({ configMapRef, secretRef }) =>
          missing('ConfigMap', configMapRef, look) ??
          missing('Secret', secretRef, look),
      ),
      ...env.map(
        ({ valueFrom }) =>
          missing('ConfigMap', valueFrom?.configMapKeyRef, look, namespace) ??
          missing('Secret', valueFrom?.secretKeyRef, look, namespace),
      ),
    ];
    const message = messages.find(text => text !== undefined);
    if (message) {
      return { of: name, message };
    }
  }
  return undefined;
}

/** @param namespace - given where a key of the object is meant, for the message */
function missing(
  kind: 'ConfigMap' | 'Secret',
  reference: Reference | undefined,
  look: Look,
  namespace?: string,
): string | undefined {
  if (!reference?.name || reference.optional) {
    return undefined;
  }
  const found = look(kind, reference.name) as
    | { data?: object; binaryData?: object; stringData?: object }
    | undefined;
  if (!found) {
    return `${kind.toLowerCase()} "${reference.name}" not found`;
  }
  const { key } = reference;
  const keys = { ...found.data, ...found.binaryData, ...found.stringData };
  return key === undefined || key in keys
    ? undefined
    : `couldn't find key ${key} in ${kind} ${namespace}/${reference.name}`;
}
