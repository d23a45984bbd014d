import { KubernetesObject } from '../model/KubernetesObject';
import { StoredObject } from '../store/StoredObject';

/** Who controls what, so that no controller has to search. */
export class OwnerIndex {
  readonly #owned = new Map<string, Map<string, KubernetesObject>>();

  private constructor() {}

  static create(): OwnerIndex {
    return new OwnerIndex();
  }

  /** The objects of a kind that an owner controls, by name. */
  of(ownerUid: string | undefined, kind?: string): KubernetesObject[] {
    const owned = [...(this.#owned.get(ownerUid ?? '')?.values() ?? [])];
    return owned
      .filter(object => kind === undefined || object.kind === kind)
      .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  }

  put(object: KubernetesObject): void {
    const uid = controllerUid(object);
    if (uid !== undefined) {
      const owned = this.#owned.get(uid) ?? new Map();
      owned.set(keyOf(object), object);
      this.#owned.set(uid, owned);
    }
  }

  remove(object: KubernetesObject): void {
    const uid = controllerUid(object);
    const owned = uid === undefined ? undefined : this.#owned.get(uid);
    owned?.delete(keyOf(object));
    if (uid !== undefined && owned?.size === 0) {
      this.#owned.delete(uid);
    }
  }
}

function controllerUid(object: KubernetesObject): string | undefined {
  return object.metadata.ownerReferences?.find(owner => owner.controller)?.uid;
}

function keyOf(object: KubernetesObject): string {
  const { namespace, name } = object.metadata;
  return `${object.kind}/${StoredObject.keyOf(namespace, name)}`;
}
