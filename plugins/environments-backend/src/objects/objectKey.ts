import { ObjectRef } from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject } from './types';

/** Tells an object from every other of its namespace, whatever the version of its group. */
export function objectKey(
  object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>,
): string {
  return `${groupOf(object.apiVersion)}/${object.kind}/${object.metadata.name}`;
}

/** The group of an `apiVersion`, empty for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

/** An object's names without its content. */
export function objectRef(object: KubernetesObject): ObjectRef {
  return {
    group: groupOf(object.apiVersion),
    version: object.apiVersion.split('/').pop()!,
    kind: object.kind,
    name: object.metadata.name,
  };
}
