import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject, ObjectMeta } from '../model/KubernetesObject';
import { ResourceType } from '../model/ResourceType';
import { withDefaults } from '../model/defaults';
import { findResource } from '../model/resourceTypes';
import { ObjectStore } from '../store/ObjectStore';
import { StoredObject } from '../store/StoredObject';
import { Random, nameSuffix, randomUid, timestamp } from '../store/identity';
import { StatusError } from './StatusError';
import { Preconditions, checkPreconditions } from './checkPreconditions';
import { mergePatch } from './mergePatch';

const MODIFIED_CAUSE =
  'the object has been modified; please apply your changes to the latest version and try again';

const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** Which part of an object a write may change. */
export type WritePart = 'object' | 'status';

/** What writes need from outside. */
export interface ObjectWriterOptions {
  readonly store: ObjectStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: Random;
}

/** The writes of the API with the checks of the real server. Players and loaders use it too, so all objects are alike. */
export class ObjectWriter {
  readonly #store: ObjectStore;
  readonly #now: () => number;
  readonly #random: Random;

  private constructor(options: ObjectWriterOptions) {
    this.#store = options.store;
    this.#now = options.now;
    this.#random = options.random;
  }

  static create(options: ObjectWriterOptions): ObjectWriter {
    return new ObjectWriter(options);
  }

  /** @throws StatusError 400, 403, 404, 409, 422 */
  create(
    type: ResourceType,
    namespace: string | undefined,
    body: KubernetesObject,
  ): StoredObject {
    if (
      type.namespaced &&
      body.metadata.namespace !== undefined &&
      body.metadata.namespace !== namespace
    ) {
      throw StatusError.badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    }
    if (body.metadata.resourceVersion) {
      throw StatusError.of(
        500,
        undefined,
        'resourceVersion should not be set on objects to be created',
      );
    }
    const name = this.#nameOf(type, body.metadata);
    if (this.#store.get(type, namespace, name)) {
      throw StatusError.alreadyExists(type, name);
    }
    this.#requireNamespace(type, namespace, name);
    const metadata: ObjectMeta = {
      ...body.metadata,
      name,
      ...(type.namespaced && { namespace }),
      uid: randomUid(this.#random),
      ...(hasGeneration(type) && { generation: 1 }),
      creationTimestamp: timestamp(this.#now()),
    };
    return this.#store.put(type, withDefaults({ ...body, metadata }));
  }

  /** @throws StatusError 400, 404, 409 */
  replace(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    part: WritePart,
    body: KubernetesObject,
  ): StoredObject {
    if (body.metadata.name !== name) {
      throw StatusError.badRequest(
        `the name of the object (${body.metadata.name}) does not match the name on the URL (${name})`,
      );
    }
    const current = this.#require(type, namespace, name);
    const { uid, resourceVersion } = body.metadata;
    if (
      resourceVersion &&
      resourceVersion !== current.metadata.resourceVersion
    ) {
      throw StatusError.conflict(type, name, MODIFIED_CAUSE);
    }
    if (uid && uid !== current.metadata.uid) {
      throw StatusError.conflict(
        type,
        name,
        `StorageError: invalid object, Code: 4, Key: /registry/${type.resource}/${current.key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`,
      );
    }
    return this.#update(type, current, part, body);
  }

  /** @throws StatusError 400, 404, 409 */
  patch(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    part: WritePart,
    patch: unknown,
  ): StoredObject {
    const current = this.#require(type, namespace, name);
    const patched = mergePatch(current.object, patch) as KubernetesObject;
    return this.replace(type, namespace, name, part, patched);
  }

  /** Gives what the server answers with: the object while it is still going, else undefined. */
  remove(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    preconditions: Preconditions,
    graceSeconds: number | undefined,
  ): { readonly deleted: StoredObject; readonly pending: boolean } {
    const current = this.#require(type, namespace, name);
    checkPreconditions(type, current, preconditions);
    const { spec, status } = current.object as {
      spec?: { nodeName?: string; terminationGracePeriodSeconds?: number };
      status?: Record<string, unknown>;
    };
    if (current.metadata.deletionTimestamp && graceSeconds !== 0) {
      return { deleted: current, pending: true };
    }
    if (type.resource === 'namespaces') {
      const deleted = this.#markDeleted(type, current, undefined, {
        ...status,
        phase: 'Terminating',
      });
      return { deleted, pending: true };
    }
    const grace = graceSeconds ?? spec?.terminationGracePeriodSeconds ?? 30;
    if (type.resource === 'pods' && spec?.nodeName && grace > 0) {
      const deleted = this.#markDeleted(type, current, grace, status);
      return { deleted, pending: true };
    }
    const deleted = this.#store.remove(type, namespace, name) ?? current;
    return { deleted, pending: false };
  }

  #markDeleted(
    type: ResourceType,
    current: StoredObject,
    graceSeconds: number | undefined,
    status: unknown,
  ): StoredObject {
    const at = this.#now() + (graceSeconds ?? 0) * 1000;
    return this.#store.put(type, {
      ...current.object,
      metadata: {
        ...current.metadata,
        deletionTimestamp: timestamp(at),
        ...(graceSeconds !== undefined && {
          deletionGracePeriodSeconds: graceSeconds,
        }),
      },
      status,
    });
  }

  #update(
    type: ResourceType,
    current: StoredObject,
    part: WritePart,
    body: KubernetesObject,
  ): StoredObject {
    const old = current.object;
    const { creationTimestamp, uid, generation, namespace, resourceVersion } =
      old.metadata;
    const kept = { creationTimestamp, uid, generation, namespace };
    let next: KubernetesObject;
    if (part === 'status') {
      next = { ...old, status: body.status };
    } else {
      next = {
        ...body,
        apiVersion: old.apiVersion,
        kind: old.kind,
        metadata: { ...body.metadata, ...withoutUndefined(kept) },
        ...(type.hasStatus && { status: old.status }),
      };
      if (hasGeneration(type) && !isDeepStrictEqual(next.spec, old.spec)) {
        next.metadata.generation = (generation ?? 0) + 1;
      }
    }
    const compared = {
      ...next,
      metadata: { ...next.metadata, resourceVersion },
    };
    // A write that changes nothing makes no new version.
    return isDeepStrictEqual(compared, old)
      ? current
      : this.#store.put(type, next);
  }

  #require(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): StoredObject {
    const current = this.#store.get(type, namespace, name);
    if (!current) {
      throw StatusError.notFound(type, name);
    }
    return current;
  }

  #nameOf(type: ResourceType, metadata: Partial<ObjectMeta>): string {
    const name =
      metadata.name ||
      (metadata.generateName &&
        metadata.generateName + nameSuffix(this.#random));
    if (!name) {
      throw StatusError.invalid(
        type,
        '',
        'metadata.name',
        'FieldValueRequired',
        'Required value: name or generateName is required',
      );
    }
    if (!NAME.test(name) || name.length > 253) {
      throw StatusError.invalid(
        type,
        name,
        'metadata.name',
        'FieldValueInvalid',
        `Invalid value: ${JSON.stringify(
          name,
        )}: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
      );
    }
    return name;
  }

  #requireNamespace(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): void {
    if (!type.namespaced || namespace === undefined) {
      return;
    }
    const namespaces = findResource('', 'v1', 'namespaces')!;
    const found = this.#require(namespaces, undefined, namespace);
    if (found.metadata.deletionTimestamp) {
      throw StatusError.of(
        403,
        'Forbidden',
        `${type.resource} "${name}" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
        {
          name,
          ...(type.group && { group: type.group }),
          kind: type.resource,
          causes: [
            {
              reason: 'NamespaceTerminating',
              message: `namespace ${namespace} is being terminated`,
              field: 'metadata.namespace',
            },
          ],
        },
      );
    }
  }
}

function hasGeneration(type: ResourceType): boolean {
  return (
    type.group === 'apps' || type.group === 'batch' || type.resource === 'pods'
  );
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  ) as Partial<T>;
}
