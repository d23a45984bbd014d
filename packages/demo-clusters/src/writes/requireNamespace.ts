import { ResourceType } from '../model/ResourceType';
import { findResource } from '../model/resourceTypes';
import { ObjectStore } from '../store/ObjectStore';
import { StatusError } from './StatusError';

/** Whether something new may be put into a namespace. @throws StatusError 403, 404 */
export function requireNamespace(
  store: ObjectStore,
  type: ResourceType,
  namespace: string | undefined,
  name: string,
): void {
  if (!type.namespaced || namespace === undefined) {
    return;
  }
  const namespaces = findResource('', 'v1', 'namespaces')!;
  const found = store.get(namespaces, undefined, namespace);
  if (!found) {
    throw StatusError.notFound(namespaces, namespace);
  }
  if (found.metadata.deletionTimestamp) {
    throw StatusError.forbidden(
      type,
      name,
      `unable to create new content in namespace ${namespace} because it is being terminated`,
      [
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${namespace} is being terminated`,
          field: 'metadata.namespace',
        },
      ],
    );
  }
}
