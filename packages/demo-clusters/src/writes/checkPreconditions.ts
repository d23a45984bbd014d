import { ResourceType } from '../model/ResourceType';
import { StoredObject } from '../store/StoredObject';
import { StatusError } from './StatusError';

/** What a deletion insists on. */
export interface Preconditions {
  readonly uid?: string;
  readonly resourceVersion?: string;
}

/** @throws StatusError 409 when the object is no longer the one that is meant */
export function checkPreconditions(
  type: ResourceType,
  current: StoredObject,
  preconditions: Preconditions,
): void {
  const { name, uid, resourceVersion } = current.metadata;
  const fail = (cause: string) =>
    // Here, and only here, the real server names the kind instead of the resource.
    StatusError.of(
      409,
      'Conflict',
      `Operation cannot be fulfilled on ${type.kind}${
        type.group && `.${type.group}`
      } "${name}": ${cause}`,
      { name, ...(type.group && { group: type.group }), kind: type.kind },
    );
  const isOther = preconditions.uid && preconditions.uid !== uid;
  const isOlder =
    preconditions.resourceVersion &&
    preconditions.resourceVersion !== resourceVersion;
  // Namespaces have a storage of their own, with words of its own.
  if (type.resource === 'namespaces' && (isOther || isOlder)) {
    const [field, wanted, found] = isOther
      ? ['UID', preconditions.uid, uid]
      : ['ResourceVersion', preconditions.resourceVersion, resourceVersion];
    throw StatusError.conflict(
      type,
      name,
      `Precondition failed: ${field} in precondition: ${wanted}, ${field} in object meta: ${found}`,
    );
  }
  if (isOther) {
    throw fail(
      `the UID in the precondition (${preconditions.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
  }
  if (isOlder) {
    throw fail(
      `the ResourceVersion in the precondition (${preconditions.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    );
  }
}
