/** A raw object of the model world. */
export interface ModelObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly resourceVersion?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** One change of a {@link ModelStore}. */
export interface ModelEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: ModelObject;
  readonly sequence: number;
}

/** What a backup holds. */
interface Backup {
  readonly objects: ReadonlyMap<string, ModelObject>;
  readonly sequence: number;
}

function keyOf({ metadata }: ModelObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/** What a version says to the server alone: for everybody else it is a token. */
export function sequenceOf(version: string): number {
  return Number(version.split('-').at(-1));
}

/** The truth about one resource, as the storage behind an API server keeps it: with a history that may be compacted. */
export class ModelStore {
  /** When each object that is gone was deleted. */
  readonly deletedAt = new Map<string, number>();
  readonly #now: () => number;
  readonly #listeners = new Set<(event: ModelEvent) => void>();
  #objects = new Map<string, ModelObject>();
  #history: ModelEvent[] = [];
  #sequence = 1;
  #compactedAt = 0;
  #backup: Backup | undefined;
  #restorations = 0;

  static create(now: () => number): ModelStore {
    return new ModelStore(now);
  }

  private constructor(now: () => number) {
    this.#now = now;
  }

  get objects(): readonly ModelObject[] {
    return [...this.#objects.values()];
  }

  /**
   * The present version. The same sequence has another token after a backup was restored: storage that would give out
   * a token twice for two contents is beyond any client, and Kubernetes tells operators to prevent it.
   */
  get version(): string {
    const scrambled = (this.#sequence * 7919) % 10007;
    return `${scrambled}x${this.#restorations}-${this.#sequence}`;
  }

  get restorations(): number {
    return this.#restorations;
  }

  put(object: ModelObject): void {
    const key = keyOf(object);
    const held = this.#objects.get(key);
    if (held && held.metadata.uid !== object.metadata.uid) {
      this.remove(held);
    }
    this.#sequence += 1;
    const stored = this.#stamp(object);
    const type = this.#objects.has(key) ? 'MODIFIED' : 'ADDED';
    this.#objects.set(key, stored);
    this.#tell(type, stored);
  }

  remove(object: ModelObject): void {
    if (this.#objects.delete(keyOf(object))) {
      this.#sequence += 1;
      this.deletedAt.set(object.metadata.uid, this.#now());
      this.#tell('DELETED', this.#stamp(object));
    }
  }

  /** Takes everything away without an event, as when a kind is uninstalled. */
  wipe(): void {
    for (const { metadata } of this.objects) {
      this.deletedAt.set(metadata.uid, this.#now());
    }
    this.#sequence += 1;
    this.#objects.clear();
    this.compact();
  }

  /** Lets the version grow as writes to other resources do. */
  touch(): void {
    this.#sequence += 1;
  }

  /** Forgets how it came to be as it is. */
  compact(): void {
    this.#history = [];
    this.#compactedAt = this.#sequence;
  }

  backUp(): void {
    this.#backup = {
      objects: new Map(this.#objects),
      sequence: this.#sequence,
    };
  }

  /**
   * Goes back to the backup, versions included.
   *
   * @returns whether there was one
   */
  restore(): boolean {
    if (!this.#backup) {
      return false;
    }
    this.#objects = new Map(this.#backup.objects);
    this.#sequence = this.#backup.sequence;
    this.#restorations += 1;
    this.deletedAt.clear();
    this.compact();
    return true;
  }

  /** What happened after a version. */
  since(version: string): readonly ModelEvent[] | 'expired' | 'future' {
    const from = sequenceOf(version);
    if (from < this.#compactedAt) {
      return 'expired';
    }
    return from > this.#sequence
      ? 'future'
      : this.#history.filter(({ sequence }) => sequence > from);
  }

  /** @returns the way to stop */
  follow(listener: (event: ModelEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #stamp(object: ModelObject): ModelObject {
    return {
      ...object,
      metadata: { ...object.metadata, resourceVersion: this.version },
    };
  }

  #tell(type: ModelEvent['type'], object: ModelObject): void {
    const event = { type, object, sequence: this.#sequence };
    this.#history.push(event);
    this.#listeners.forEach(listener => listener(event));
  }
}
