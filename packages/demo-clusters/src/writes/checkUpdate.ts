import { KubernetesObject } from '../model/KubernetesObject';
import { ResourceType } from '../model/ResourceType';
import { StoredObject } from '../store/StoredObject';
import { StatusError } from './StatusError';

const MODIFIED_CAUSE =
  'the object has been modified; please apply your changes to the latest version and try again';

/**
 * Whether a new state is meant for the object that there is.
 * @returns the new state
 * @throws StatusError 400, 409
 */
export function checkUpdate(
  type: ResourceType,
  current: StoredObject,
  name: string,
  body: KubernetesObject,
): KubernetesObject {
  const { metadata } = body;
  checkName(body, name);
  if (
    type.namespaced &&
    metadata.namespace !== undefined &&
    metadata.namespace !== current.metadata.namespace
  ) {
    throw StatusError.badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (
    metadata.resourceVersion &&
    metadata.resourceVersion !== current.metadata.resourceVersion
  ) {
    throw StatusError.conflict(type, name, MODIFIED_CAUSE);
  }
  if (metadata.uid && metadata.uid !== current.metadata.uid) {
    throw StatusError.conflict(
      type,
      name,
      `StorageError: invalid object, Code: 4, Key: /registry/${type.resource}/${current.key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${metadata.uid}, UID in object meta: ${current.metadata.uid}`,
    );
  }
  return body;
}

/** @throws StatusError 400 when an object is sent to the place of another */
export function checkName({ metadata }: KubernetesObject, name: string): void {
  if (metadata.name !== name) {
    throw StatusError.badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
  }
}
