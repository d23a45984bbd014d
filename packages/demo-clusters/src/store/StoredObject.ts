import { KubernetesObject, ObjectMeta } from '../model/KubernetesObject';

/**
 * One version of one object with its JSON, made once and sent many times. Lists carry their items without kind and
 * apiVersion, watches carry them with both: one text serves the two.
 */
export class StoredObject {
  readonly object: KubernetesObject;
  readonly key: string;
  #itemJson: string | undefined;

  private constructor(object: KubernetesObject, key: string) {
    this.object = object;
    this.key = key;
  }

  static of(object: KubernetesObject): StoredObject {
    return new StoredObject(
      object,
      StoredObject.keyOf(object.metadata.namespace, object.metadata.name),
    );
  }

  /** Sorts as the real server's storage does: by namespace, then by name. */
  static keyOf(namespace: string | undefined, name: string): string {
    return namespace ? `${namespace}/${name}` : name;
  }

  get metadata(): ObjectMeta {
    return this.object.metadata;
  }

  /** As an item of a list. */
  itemJson(): string {
    if (this.#itemJson === undefined) {
      const { apiVersion, kind, ...rest } = this.object;
      this.#itemJson = JSON.stringify(rest);
    }
    return this.#itemJson;
  }

  /** As an answer of its own or inside a watch event. */
  json(): string {
    return `{"kind":${JSON.stringify(
      this.object.kind,
    )},"apiVersion":${JSON.stringify(
      this.object.apiVersion,
    )},${this.itemJson().slice(1)}`;
  }
}
