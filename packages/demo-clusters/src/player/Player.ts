import { isDeepStrictEqual } from 'node:util';
import { ObjectWriter } from '../writes/ObjectWriter';
import { StatusError } from '../writes/StatusError';
import { KubernetesObject } from '../model/KubernetesObject';
import { ResourceType, apiVersionOf } from '../model/ResourceType';
import { withDefaults } from '../model/defaults';
import { findKind } from '../model/resourceTypes';
import { Change } from '../store/ChangeHistory';
import { ObjectStore } from '../store/ObjectStore';
import { Random, randomUid, timestamp } from '../store/identity';
import { World } from '../worlds/World';
import { BackOff } from './BackOff';
import { ControllerContext } from './ControllerContext';
import { OwnerIndex } from './OwnerIndex';
import { WorkQueue } from './WorkQueue';
import { Controllers } from './Controllers';
import { relievedQuotas } from './cluster/reconcileQuota';
import { applyManifest } from './applyManifest';
import { planHistory } from './planHistory';

/** How often the controllers look whether something is due; a look at nothing costs nothing. */
const TICK_MS = 250;

/** What the controllers work on. */
export interface PlayerOptions {
  readonly store: ObjectStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly random: Random;
}

/**
 * Plays the controllers, the scheduler and the kubelets of a cluster. Time is a list of moments at which something is
 * due; the days before the start are played in the same way as the seconds after it, only without waiting.
 */
export class Player {
  readonly writer: ObjectWriter;
  readonly #store: ObjectStore;
  readonly #clock: () => number;
  readonly #random: Random;
  readonly #queue = WorkQueue.create();
  readonly #backOff = BackOff.create();
  readonly #owners = OwnerIndex.create();
  readonly #controllers = Controllers.create();
  readonly #stops: (() => void)[] = [];
  /** The moment that is being played; undefined between two plays. */
  #moment: number | undefined;
  #visibleFrom = 0;
  #isOn = false;

  private constructor(options: PlayerOptions) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#random = options.random;
    this.writer = ObjectWriter.create({
      store: options.store,
      now: () => this.#moment ?? options.clock(),
      random: options.random,
    });
  }

  static create(options: PlayerOptions): Player {
    return new Player(options);
  }

  /** Fills the store. With controllers the world's past is played up to now; without, objects stay as they are. */
  load(world: World, controllers: boolean): void {
    const now = this.#clock();
    this.#visibleFrom = now;
    this.#isOn = controllers;
    if (controllers) {
      this.#stops.push(
        this.#store.subscribe((type, change) => this.#notice(type, change)),
      );
    }
    for (const { at, manifest } of planHistory(world, now)) {
      if (!controllers) {
        this.#place(manifest, at);
        continue;
      }
      this.#playUntil(at);
      this.#at(at, () => {
        applyManifest(this.#store, this.writer, manifest);
        this.#settle(at);
      });
    }
    this.#playUntil(now);
  }

  /** Plays by the clock from now on. */
  start(): void {
    if (this.#isOn) {
      const timer = setInterval(() => this.tick(), TICK_MS);
      timer.unref();
      this.#stops.push(() => clearInterval(timer));
    }
  }

  /** Plays everything that is due by now. */
  tick(): void {
    if (this.#isOn) {
      this.#playUntil(this.#clock());
    }
  }

  stop(): void {
    this.#stops.splice(0).forEach(stop => stop());
  }

  /** Keeps the identity that a manifest brings along, so that a made-up world may refer to itself. */
  #place(manifest: KubernetesObject, at: number): void {
    const type = findKind(manifest.apiVersion, manifest.kind);
    if (type) {
      const metadata = {
        uid: randomUid(this.#random),
        creationTimestamp: timestamp(at),
        ...manifest.metadata,
      };
      this.#store.put(type, withDefaults({ ...manifest, metadata }));
    }
  }

  #playUntil(end: number): void {
    for (;;) {
      const next = this.#queue.nextAt;
      const moment = Math.min(next, end);
      this.#at(moment, () => {
        this.#queue.wake(moment);
        this.#settle(moment);
      });
      if (next > end) {
        return;
      }
    }
  }

  #at(moment: number, action: () => void): void {
    this.#moment = moment;
    try {
      action();
    } finally {
      this.#moment = undefined;
    }
  }

  #settle(moment: number): void {
    const context = this.#context(moment);
    for (let key = this.#queue.take(); key; key = this.#queue.take()) {
      const [kind, namespace, name] = key.split('|');
      const type = this.#controllers.typeOf(kind);
      const found = type && this.#store.get(type, namespace || undefined, name);
      if (found) {
        this.#reconcile(context, key, found.object);
      }
    }
  }

  /** What the server refuses is tried again later, as by the controllers of a real cluster. */
  #reconcile(
    context: ControllerContext,
    key: string,
    object: KubernetesObject,
  ): void {
    try {
      this.#controllers.reconcile(context, object);
      this.#backOff.forget(key);
    } catch (error) {
      if (!(error instanceof StatusError)) {
        throw error;
      }
      this.#queue.addAt(key, context.now + this.#backOff.fail(key));
    }
  }

  #notice(type: ResourceType, change: Change): void {
    const { object } = change.current;
    const isGone = change.type === 'DELETED';
    if (isGone) {
      this.#owners.remove(object);
      this.#queue.forget(keyOf(object));
      this.#backOff.forget(keyOf(object));
      this.#controllers.forget(object);
      // What an object controlled goes with it.
      this.#owners
        .of(object.metadata.uid)
        .forEach(owned => this.#remove(owned, undefined));
    } else {
      this.#owners.put(object);
    }
    if (!isGone && this.#controllers.typeOf(type.kind)) {
      this.#queue.add(keyOf(object));
    }
    relievedQuotas(this.#store, type, change).forEach(quota =>
      this.#queue.add(keyOf(quota)),
    );
    const owner = object.metadata.ownerReferences?.find(
      reference => reference.controller,
    );
    if (owner) {
      const { namespace = '' } = object.metadata;
      this.#queue.add(`${owner.kind}|${namespace}|${owner.name}`);
    }
  }

  #remove(object: KubernetesObject, graceSeconds: number | undefined): void {
    const type = findKind(object.apiVersion, object.kind);
    const { namespace, name } = object.metadata;
    if (!type || !this.#store.get(type, namespace, name)) {
      return;
    }
    if (type.resource === 'namespaces') {
      this.#store.remove(type, namespace, name);
    } else {
      this.writer.remove(type, namespace, name, { graceSeconds });
    }
  }

  #context(now: number): ControllerContext {
    const store = this.#store;
    const typeOf = (apiVersion: string, kind: string) => {
      const type = findKind(apiVersion, kind);
      return type && apiVersionOf(type) === apiVersion ? type : undefined;
    };
    const context: ControllerContext = {
      now,
      visibleFrom: this.#visibleFrom,
      random: this.#random,
      get: <T extends KubernetesObject>(
        apiVersion: string,
        kind: string,
        namespace: string | undefined,
        name: string,
      ) => {
        const type = typeOf(apiVersion, kind);
        return (
          type && (store.get(type, namespace, name)?.object as T | undefined)
        );
      },
      list: <T extends KubernetesObject>(
        apiVersion: string,
        kind: string,
        namespace?: string,
      ) => {
        const type = typeOf(apiVersion, kind);
        return type
          ? store.list(type, namespace).map(item => item.object as T)
          : [];
      },
      owned: <T extends KubernetesObject>(
        owner: KubernetesObject,
        kind: string,
      ) => this.#owners.of(owner.metadata.uid, kind) as T[],
      create: object => {
        const type = typeOf(object.apiVersion, object.kind);
        if (type) {
          this.writer.create(type, object.metadata.namespace, object);
        }
      },
      update: object => {
        const type = typeOf(object.apiVersion, object.kind);
        const { namespace, name } = object.metadata;
        const current = type && store.get(type, namespace, name);
        if (type && current && !isSame(current.object, object)) {
          store.put(type, object);
        }
      },
      remove: (object, graceSeconds) => this.#remove(object, graceSeconds),
      tell: (about, event) =>
        this.#controllers.events.tell(context, about, event),
      wakeAt: (object, when) => this.#queue.addAt(keyOf(object), when),
    };
    return context;
  }
}

function keyOf(object: KubernetesObject): string {
  const { namespace = '', name } = object.metadata;
  return `${object.kind}|${namespace}|${name}`;
}

function isSame(a: KubernetesObject, b: KubernetesObject): boolean {
  const plain = (object: KubernetesObject) => ({
    ...object,
    metadata: { ...object.metadata, resourceVersion: '' },
  });
  return isDeepStrictEqual(plain(a), plain(b));
}
