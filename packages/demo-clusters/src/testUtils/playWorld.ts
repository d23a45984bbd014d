import { KubernetesObject } from '../model/KubernetesObject';
import { findKind } from '../model/resourceTypes';
import { Player } from '../player/Player';
import { applyManifest } from '../player/applyManifest';
import { ObjectStore } from '../store/ObjectStore';
import { seededRandom } from '../store/identity';

/** A world whose time only passes when told. */
export interface PlayedWorld {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly revision: number;
  /** Lets time pass and everything happen that is due within it. */
  pass(seconds: number): void;
  apply(manifest: KubernetesObject): void;
  remove(apiVersion: string, kind: string, name: string): void;
  list<T extends KubernetesObject>(apiVersion: string, kind: string): T[];
  get<T extends KubernetesObject>(
    apiVersion: string,
    kind: string,
    name: string,
  ): T;
}

/** The moment at which played worlds begin. */
export const WORLD_START = Date.parse('2026-11-23T14:00:00Z');

const NAMESPACE = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'demo' },
};

/** Plays a world of the given manifests, all in the namespace `demo`. */
export function playWorld(
  manifests: readonly KubernetesObject[],
  seed = 1,
): PlayedWorld {
  let now = WORLD_START;
  const store = ObjectStore.create();
  const player = Player.create({
    store,
    clock: () => now,
    random: seededRandom(seed),
  });
  player.load(
    {
      name: 'played',
      kubernetesVersion: 'v1.36.3',
      nodes: 3,
      manifests: [NAMESPACE, ...manifests],
    },
    true,
  );
  const typeOf = (apiVersion: string, kind: string) => {
    const type = findKind(apiVersion, kind);
    if (!type) {
      throw new Error(`no kind ${kind} of ${apiVersion}`);
    }
    return type;
  };
  return {
    get now() {
      return now;
    },
    get revision() {
      return store.revision;
    },
    pass(seconds) {
      now += seconds * 1000;
      player.tick();
    },
    apply(manifest) {
      applyManifest(store, player.writer, manifest);
      player.tick();
    },
    remove(apiVersion, kind, name) {
      const type = typeOf(apiVersion, kind);
      const namespace = type.namespaced ? 'demo' : undefined;
      player.writer.remove(type, namespace, name);
      player.tick();
    },
    list: <T extends KubernetesObject>(apiVersion: string, kind: string) => {
      const type = typeOf(apiVersion, kind);
      const namespace = type.namespaced ? 'demo' : undefined;
      return store.list(type, namespace).map(item => item.object as T);
    },
    get: <T extends KubernetesObject>(
      apiVersion: string,
      kind: string,
      name: string,
    ) => {
      const type = typeOf(apiVersion, kind);
      const found = store.get(type, type.namespaced ? 'demo' : undefined, name);
      if (!found) {
        throw new Error(`no ${kind} ${name}`);
      }
      return found.object as T;
    },
  };
}
