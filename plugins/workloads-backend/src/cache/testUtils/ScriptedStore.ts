import { ScriptedObject } from './scriptedObject';

/** One change of a {@link ScriptedStore}. */
export interface ScriptedEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: ScriptedObject;
  readonly sequence: number;
}

/** Versions sort neither as numbers nor as texts: who takes them for more than tokens stumbles. */
function versionOf(sequence: number): string {
  return `v${(sequence * 7919) % 10007}-${sequence}`;
}

function sequenceOf(version: string): number {
  return Number(version.split('-').at(-1));
}

/** The objects of one resource with everything that happened to them. */
export class ScriptedStore {
  readonly #objects = new Map<string, ScriptedObject>();
  readonly #history: ScriptedEvent[] = [];
  readonly #listeners = new Set<(event: ScriptedEvent) => void>();
  #sequence = 1;

  static create(): ScriptedStore {
    return new ScriptedStore();
  }

  private constructor() {}

  get version(): string {
    return versionOf(this.#sequence);
  }

  get objects(): readonly ScriptedObject[] {
    return [...this.#objects.values()];
  }

  /** Watches that are open. */
  get watchers(): number {
    return this.#listeners.size;
  }

  /** Adds or changes an object. */
  put(object: ScriptedObject): void {
    const { name } = object.metadata;
    const held = this.#objects.get(name);
    if (held && held.metadata.uid !== object.metadata.uid) {
      this.remove(name);
    }
    this.#sequence += 1;
    const stored = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: this.version },
    };
    const type = this.#objects.has(name) ? 'MODIFIED' : 'ADDED';
    this.#objects.set(name, stored);
    this.#tell({ type, object: stored, sequence: this.#sequence });
  }

  remove(name: string): void {
    const held = this.#objects.get(name);
    if (held) {
      this.#sequence += 1;
      this.#objects.delete(name);
      const object = {
        ...held,
        metadata: { ...held.metadata, resourceVersion: this.version },
      };
      this.#tell({ type: 'DELETED', object, sequence: this.#sequence });
    }
  }

  /** Lets the version grow as other resources' writes do. */
  touch(): void {
    this.#sequence += 1;
  }

  /** Gives what happened after a version, then what happens from now on. */
  follow(
    version: string,
    listener: (event: ScriptedEvent) => void,
  ): () => void {
    const from = sequenceOf(version);
    this.#history.filter(event => event.sequence > from).forEach(listener);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #tell(event: ScriptedEvent): void {
    this.#history.push(event);
    this.#listeners.forEach(listener => listener(event));
  }
}
