import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject } from '../model/KubernetesObject';
import { ResourceType } from '../model/ResourceType';
import { withSpecDefaults } from '../model/defaults';
import { WritePart } from './WritePart';
import { withAddress } from './withAddress';

const GROUPS_WITH_GENERATION = ['apps', 'batch', 'networking.k8s.io', 'policy'];

/** Whether the server counts the changes of a kind's wishes. */
export function hasGeneration(type: ResourceType): boolean {
  return (
    GROUPS_WITH_GENERATION.includes(type.group) || type.resource === 'pods'
  );
}

/** An object after a write to one part of it: what only the server decides on stays as it was. */
export function updatedObject(
  type: ResourceType,
  old: KubernetesObject,
  part: WritePart,
  body: KubernetesObject,
): KubernetesObject {
  const { managedFields } = body.metadata;
  if (part === 'status') {
    return {
      ...old,
      metadata: { ...old.metadata, ...(managedFields && { managedFields }) },
      status: body.status,
    };
  }
  const { name, labels, annotations, ownerReferences, finalizers } =
    body.metadata;
  const filled = withSpecDefaults({
    ...body,
    apiVersion: old.apiVersion,
    kind: old.kind,
    metadata: withoutUndefined({
      ...old.metadata,
      name,
      labels,
      annotations,
      ownerReferences,
      finalizers,
      managedFields: managedFields ?? old.metadata.managedFields,
    }),
    ...(type.hasStatus && { status: old.status }),
  });
  const next = withAddress(filled, old);
  return hasGeneration(type) && !isDeepStrictEqual(next.spec, old.spec)
    ? {
        ...next,
        metadata: {
          ...next.metadata,
          generation: (old.metadata.generation ?? 0) + 1,
        },
      }
    : next;
}

/** Whether a write changes nothing but the time at which somebody last wrote: it makes no new version. */
export function isSameVersion(
  old: KubernetesObject,
  next: KubernetesObject,
): boolean {
  return isDeepStrictEqual(comparable(old), comparable(next));
}

function comparable(object: KubernetesObject): unknown {
  const { resourceVersion, managedFields, ...metadata } = object.metadata;
  return {
    ...object,
    metadata,
    managers: managedFields?.map(({ time, ...entry }) => entry),
  };
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  ) as T;
}
