import { KubernetesObject } from '../../model/KubernetesObject';
import { ResourceType } from '../../model/ResourceType';
import { findKind } from '../../model/resourceTypes';
import { ObjectStore } from '../../store/ObjectStore';
import { StatusError } from '../StatusError';
import {
  AskingContainer,
  amountsOf,
  amountsOfPod,
  containersOf,
} from './amounts';
import { LimitItem, Reach, breaches } from './limitBreaches';

const ANNOTATION = 'kubernetes.io/limit-ranger';

const limitRanges = findKind('v1', 'LimitRange')!;

/** What the LimitRanges of an object's namespace say. */
export function limitsFor(
  store: ObjectStore,
  type: ResourceType,
  namespace: string | undefined,
): LimitItem[] {
  if (type.kind !== 'Pod' && type.kind !== 'PersistentVolumeClaim') {
    return [];
  }
  return store
    .list(limitRanges, namespace)
    .flatMap(
      ({ object }) =>
        (object.spec as { limits?: readonly LimitItem[] }).limits ?? [],
    );
}

/** A pod whose containers have what they did not ask for themselves. Anything else as it is. */
export function withLimits(
  object: KubernetesObject,
  limits: readonly LimitItem[],
): KubernetesObject {
  const items = limits.filter(({ type }) => type === 'Container');
  if (object.kind !== 'Pod' || items.length === 0) {
    return object;
  }
  const limit = Object.assign({}, ...items.map(item => item.default));
  const request = Object.assign({}, ...items.map(item => item.defaultRequest));
  const notes: string[] = [];
  const fill = (kind: string) => (container: AskingContainer) => {
    const { resources = {}, name } = container;
    const missing = (defaults: object, given: object = {}) =>
      Object.keys(defaults).filter(resource => !(resource in given));
    const note = (names: string[], what: string) =>
      names.length > 0
        ? notes.push(`${names.sort().join(', ')} ${what} for ${kind} ${name}`)
        : undefined;
    note(missing(request, resources.requests), 'request');
    note(missing(limit, resources.limits), 'limit');
    return {
      ...container,
      resources: {
        ...resources,
        limits: { ...limit, ...resources.limits },
        requests: { ...request, ...resources.requests },
      },
    };
  };
  const { containers, initContainers } = containersOf(object);
  const spec = {
    ...(object.spec as object),
    containers: containers.map(fill('container')),
    ...(initContainers && {
      initContainers: initContainers.map(fill('init container')),
    }),
  };
  const annotations = {
    ...object.metadata.annotations,
    [ANNOTATION]: `LimitRanger plugin set: ${notes.join('; ')}`,
  };
  return notes.length > 0
    ? { ...object, spec, metadata: { ...object.metadata, annotations } }
    : object;
}

/** Whether an object stays within the bounds of its namespace. @throws StatusError 403 */
export function checkLimits(
  type: ResourceType,
  object: KubernetesObject,
  limits: readonly LimitItem[],
): void {
  const found = limits.flatMap(item =>
    reachesOf(object, item.type).flatMap(reach => breaches(item, reach)),
  );
  if (found.length > 0) {
    // Go prints several errors as a list, and one as it is.
    const text = found.length === 1 ? found[0] : `[${found.join(', ')}]`;
    throw StatusError.forbidden(type, object.metadata.name, text);
  }
}

function reachesOf(object: KubernetesObject, type: string): Reach[] {
  if (object.kind === 'PersistentVolumeClaim') {
    const { resources } = object.spec as {
      resources?: AskingContainer['resources'];
    };
    return type === 'PersistentVolumeClaim'
      ? [{ requests: amountsOf(resources?.requests) }]
      : [];
  }
  const pod = containersOf(object);
  if (type === 'Pod') {
    return [
      {
        requests: amountsOfPod(pod, 'requests'),
        limits: amountsOfPod(pod, 'limits'),
      },
    ];
  }
  return type === 'Container'
    ? [...pod.containers, ...(pod.initContainers ?? [])].map(
        ({ resources }) => ({
          requests: amountsOf(resources?.requests),
          limits: amountsOf(resources?.limits),
        }),
      )
    : [];
}
