import { KubernetesObject, ObjectMeta } from '../model/KubernetesObject';
import { ResourceType } from '../model/ResourceType';
import { withDefaults } from '../model/defaults';
import { ObjectStore } from '../store/ObjectStore';
import { StoredObject } from '../store/StoredObject';
import { Random, randomUid, timestamp } from '../store/identity';
import { StatusError } from './StatusError';
import { ApplyOptions, RemoveOptions, WriteOptions } from './WriteOptions';
import { WritePart } from './WritePart';
import { admitted } from './admission/admitted';
import { ResourceQuota, charged, counted, quotaType } from './admission/quotas';
import { checkPreconditions } from './checkPreconditions';
import { checkName, checkUpdate } from './checkUpdate';
import { checkValidity } from './checkValidity';
import { applyFields } from './fields/applyFields';
import { checkConfiguration } from './fields/checkConfiguration';
import { trackUpdate } from './fields/trackUpdate';
import { Patch, patched } from './patches/Patch';
import { isReleased, removalOf } from './removalOf';
import { requireName } from './requireName';
import { requireNamespace } from './requireNamespace';
import { hasGeneration, isSameVersion, updatedObject } from './updatedObject';
import { withAddress } from './withAddress';

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

  /** That of the last change, as lists carry it. */
  get revision(): string {
    return String(this.#store.revision);
  }

  /** @throws StatusError 400, 403, 404, 409, 422 */
  create(
    type: ResourceType,
    namespace: string | undefined,
    body: KubernetesObject,
    options: WriteOptions = {},
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
    const name = requireName(type, body.metadata, this.#random);
    requireNamespace(this.#store, type, namespace, name);
    if (this.#store.get(type, namespace, name)) {
      throw StatusError.alreadyExists(type, name);
    }
    const metadata: ObjectMeta = {
      ...body.metadata,
      name,
      ...(type.namespaced && { namespace }),
      uid: randomUid(this.#random),
      ...(hasGeneration(type) && { generation: 1 }),
      creationTimestamp: timestamp(this.#now()),
    };
    const filled = withAddress(withDefaults({ ...body, metadata }));
    const object = admitted(this.#store, type, filled);
    const tracked = this.#track(type, undefined, object, 'object', options);
    return this.#charge(type, tracked, undefined, options);
  }

  /** @throws StatusError 400, 404, 409 */
  replace(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    part: WritePart,
    body: KubernetesObject,
    options: WriteOptions = {},
  ): StoredObject {
    const current = this.#require(type, namespace, name);
    const { managedFields, ...metadata } = body.metadata;
    const next = checkUpdate(type, current, name, { ...body, metadata });
    return this.#update(type, current, part, next, options);
  }

  /** @throws StatusError 400, 404, 409 */
  patch(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    part: WritePart,
    patch: Patch,
    options: WriteOptions = {},
  ): StoredObject {
    const { object } = this.#require(type, namespace, name);
    const body = patched(type.kind, object, patch) as KubernetesObject;
    return this.replace(type, namespace, name, part, body, options);
  }

  /**
   * Server-side apply: creates the object, or brings the fields that the configuration names to it.
   * @throws StatusError 400, 403, 404, 409, 422
   */
  apply(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    part: WritePart,
    config: KubernetesObject,
    options: ApplyOptions,
  ): { readonly stored: StoredObject; readonly created: boolean } {
    const current = this.#store.get(type, namespace, name);
    if (config.metadata.managedFields) {
      throw StatusError.badRequest('metadata.managedFields must be nil');
    }
    checkName(config, name);
    checkConfiguration(type, config);
    const { manager, force, dryRun } = options;
    const time = timestamp(this.#now());
    const applying = { manager, force, part, time };
    const applied = applyFields(type, current?.object, config, applying);
    if (current) {
      const next = checkUpdate(type, current, name, applied);
      const stored = this.#update(type, current, part, next, { dryRun });
      return { stored, created: false };
    }
    if (part === 'status') {
      throw StatusError.notFound(type, name);
    }
    if (config.metadata.uid) {
      throw StatusError.conflict(
        type,
        name,
        `uid mismatch: the provided object specified uid ${config.metadata.uid}, and no existing object was found`,
      );
    }
    const stored = this.create(type, namespace, applied, { dryRun });
    return { stored, created: true };
  }

  /** Gives what the server answers with: the object while it is still going, else its last state. */
  remove(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    options: RemoveOptions = {},
  ): { readonly deleted: StoredObject; readonly pending: boolean } {
    const current = this.#require(type, namespace, name);
    checkPreconditions(type, current, options.preconditions ?? {});
    const { graceSeconds, dryRun } = options;
    const removal = removalOf(type, current.object, graceSeconds, this.#now());
    switch (removal.kind) {
      case 'unchanged':
        return { deleted: current, pending: true };
      case 'going':
        return {
          deleted: this.#keep(type, removal.next, { dryRun }),
          pending: true,
        };
      default: {
        const removed = dryRun
          ? undefined
          : this.#store.remove(type, namespace, name);
        return { deleted: removed ?? current, pending: false };
      }
    }
  }

  /** Removes every object of a kind that is meant; gives what {@link remove} gives of each. */
  removeAll(
    type: ResourceType,
    namespace: string | undefined,
    isMeant: (object: KubernetesObject) => boolean,
    options: RemoveOptions = {},
  ): StoredObject[] {
    return this.#store
      .list(type, namespace)
      .filter(({ object }) => isMeant(object))
      .map(({ metadata }) => {
        const { namespace: place, name } = metadata;
        return this.remove(type, place, name, options).deleted;
      });
  }

  #update(
    type: ResourceType,
    current: StoredObject,
    part: WritePart,
    body: KubernetesObject,
    options: WriteOptions,
  ): StoredObject {
    const old = current.object;
    const updated = updatedObject(type, old, part, body);
    checkValidity(type, updated, old);
    const next = this.#track(type, old, updated, part, options);
    // A write that changes nothing makes no new version.
    if (isSameVersion(old, next)) {
      return current;
    }
    const { namespace, name, finalizers } = next.metadata;
    const isLetGo = old.metadata.finalizers?.length && !finalizers?.length;
    if (isLetGo && isReleased(type, next) && !options.dryRun) {
      this.#store.remove(type, namespace, name);
      return StoredObject.of(next);
    }
    return this.#charge(type, next, old, options);
  }

  /** Keeps an object, if the quotas of its namespace have room for it. */
  #charge(
    type: ResourceType,
    object: KubernetesObject,
    old: KubernetesObject | undefined,
    options: WriteOptions,
  ): StoredObject {
    if (type.kind === 'ResourceQuota') {
      // Counted by a controller a moment later on a real cluster, where nobody can rely on the moment.
      const { namespace } = object.metadata;
      const quota = counted(
        kind => this.#store.list(kind, namespace).map(item => item.object),
        object as ResourceQuota,
      );
      return this.#keep(type, quota, options);
    }
    charged(this.#store, type, object, old).forEach(quota =>
      this.#keep(quotaType, quota, options),
    );
    return this.#keep(type, object, options);
  }

  #track(
    type: ResourceType,
    old: KubernetesObject | undefined,
    next: KubernetesObject,
    part: WritePart,
    { manager }: WriteOptions,
  ): KubernetesObject {
    const time = timestamp(this.#now());
    return manager === undefined
      ? next
      : trackUpdate(type, old, next, { manager, part, time });
  }

  #keep(
    type: ResourceType,
    object: KubernetesObject,
    { dryRun }: WriteOptions,
  ): StoredObject {
    return dryRun ? StoredObject.of(object) : this.#store.put(type, object);
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
}
