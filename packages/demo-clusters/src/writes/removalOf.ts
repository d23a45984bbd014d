import { KubernetesObject } from '../model/KubernetesObject';
import { ResourceType } from '../model/ResourceType';
import { timestamp } from '../store/identity';

const DEFAULT_GRACE_SECONDS = 30;

/** What a deletion makes of an object: nothing that is left, the same object, or one that is on its way out. */
export type Removal =
  | { readonly kind: 'gone' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'going'; readonly next: KubernetesObject };

/**
 * A pod that runs gets its grace, a namespace is emptied first, and what has finalizers stays until they are gone.
 *
 * @param graceSeconds - of a pod; what its specification says unless told
 * @param now - milliseconds since 1970
 */
export function removalOf(
  type: ResourceType,
  object: KubernetesObject,
  graceSeconds: number | undefined,
  now: number,
): Removal {
  const { deletionTimestamp, finalizers = [] } = object.metadata;
  const spec = object.spec as
    | { nodeName?: string; terminationGracePeriodSeconds?: number }
    | undefined;
  if (deletionTimestamp && graceSeconds !== 0) {
    return { kind: 'unchanged' };
  }
  if (type.resource === 'namespaces') {
    const status = { ...(object.status as object), phase: 'Terminating' };
    return deletionTimestamp
      ? { kind: 'unchanged' }
      : { kind: 'going', next: { ...marked(object, now, undefined), status } };
  }
  const isRunning = type.resource === 'pods' && spec?.nodeName !== undefined;
  const grace = isRunning
    ? graceSeconds ??
      spec?.terminationGracePeriodSeconds ??
      DEFAULT_GRACE_SECONDS
    : 0;
  if (grace > 0 || finalizers.length > 0) {
    return deletionTimestamp
      ? { kind: 'unchanged' }
      : { kind: 'going', next: marked(object, now, grace) };
  }
  return { kind: 'gone' };
}

/** Whether nothing holds an object any more that is being deleted. */
export function isReleased(
  type: ResourceType,
  { metadata, spec }: KubernetesObject,
): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0 } = metadata;
  const namespaceFinalizers =
    type.resource === 'namespaces'
      ? (spec as { finalizers?: readonly string[] }).finalizers ?? []
      : [];
  return (
    deletionTimestamp !== undefined &&
    deletionGracePeriodSeconds === 0 &&
    (metadata.finalizers ?? []).length === 0 &&
    namespaceFinalizers.length === 0
  );
}

function marked(
  object: KubernetesObject,
  now: number,
  graceSeconds: number | undefined,
): KubernetesObject {
  return {
    ...object,
    metadata: {
      ...object.metadata,
      deletionTimestamp: timestamp(now + (graceSeconds ?? 0) * 1000),
      ...(graceSeconds !== undefined && {
        deletionGracePeriodSeconds: graceSeconds,
      }),
    },
  };
}
