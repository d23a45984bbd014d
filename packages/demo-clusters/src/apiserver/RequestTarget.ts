import { ResourceType } from '../model/ResourceType';
import { findResource, resourceTypes } from '../model/resourceTypes';
import { StatusError } from '../writes/StatusError';

/** What a path points at. */
export type RequestTarget =
  | { readonly kind: 'path'; readonly path: string }
  | {
      readonly kind: 'resource';
      readonly type: ResourceType;
      readonly namespace: string | undefined;
      readonly name: string | undefined;
      readonly subresource: string | undefined;
    };

/**
 * Reads a path of the API. Everything outside `/api/v1/...` and `/apis/<group>/<version>/...` is a plain path.
 * @throws StatusError 404 for an unknown resource of a known group
 */
export function parseRequestTarget(path: string): RequestTarget {
  const segments = path.split('/').filter(Boolean).map(decodeSegment);
  if (segments[0] === 'api' && segments.length > 2) {
    return resourceTarget(path, '', segments[1], segments.slice(2));
  }
  if (segments[0] === 'apis' && segments.length > 3) {
    return resourceTarget(path, segments[1], segments[2], segments.slice(3));
  }
  return { kind: 'path', path: `/${segments.join('/')}` };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function resourceTarget(
  path: string,
  group: string,
  version: string,
  rest: readonly string[],
): RequestTarget {
  if (!servesVersion(group, version)) {
    return { kind: 'path', path };
  }
  // `/namespaces/x` is the namespace itself, `/namespaces/x/pods` lies in it.
  const inNamespace =
    rest[0] === 'namespaces' &&
    rest.length > 2 &&
    findResource(group, version, rest[2]) !== undefined;
  const namespace = inNamespace ? rest[1] : undefined;
  const [resource, name, subresource, ...beyond] = inNamespace
    ? rest.slice(2)
    : rest;
  const type = findResource(group, version, resource);
  if (
    !type ||
    beyond.length > 0 ||
    (subresource !== undefined && !hasSubresource(type, subresource))
  ) {
    throw StatusError.unknownResource();
  }
  if (type.namespaced && name !== undefined && namespace === undefined) {
    throw StatusError.unknownResource();
  }
  return { kind: 'resource', type, namespace, name, subresource };
}

function hasSubresource(type: ResourceType, subresource: string): boolean {
  return (
    (subresource === 'status' && type.hasStatus) ||
    (subresource === 'log' && type.kind === 'Pod')
  );
}

/** Whether any kind lives under this group and version. */
export function servesVersion(group: string, version: string): boolean {
  return resourceTypes.some(
    type => type.group === group && type.version === version,
  );
}
