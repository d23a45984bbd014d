import { StoredObject } from '../store/StoredObject';

/** How long a continue token lives; the real server's dies with etcd's compaction, every 5 minutes. */
const LIFETIME_MS = 5 * 60_000;

/** Lists in pages that may be under way at once; the oldest gives way. */
const MAX_SNAPSHOTS = 64;

/** A consistent list that is being given out in pages. */
export interface ListSnapshot {
  readonly revision: number;
  readonly items: readonly StoredObject[];
}

/** Keeps the lists behind continue tokens, so that all pages show one revision. Holds references, no copies. */
export class ListSnapshots {
  readonly #now: () => number;
  readonly #snapshots = new Map<string, ListSnapshot & { since: number }>();

  private constructor(now: () => number) {
    this.#now = now;
  }

  /** @param now - milliseconds, monotonic enough to age tokens by */
  static create(now: () => number): ListSnapshots {
    return new ListSnapshots(now);
  }

  /** @param scope - what was listed: a token holds for the same request only */
  keep(scope: string, snapshot: ListSnapshot): void {
    const key = `${snapshot.revision} ${scope}`;
    this.#snapshots.delete(key);
    this.#snapshots.set(key, { ...snapshot, since: this.#now() });
    for (const [oldKey, old] of this.#snapshots) {
      if (
        this.#snapshots.size <= MAX_SNAPSHOTS &&
        this.#now() - old.since <= LIFETIME_MS
      ) {
        break;
      }
      this.#snapshots.delete(oldKey);
    }
  }

  find(scope: string, revision: number): ListSnapshot | undefined {
    const snapshot = this.#snapshots.get(`${revision} ${scope}`);
    return snapshot && this.#now() - snapshot.since <= LIFETIME_MS
      ? snapshot
      : undefined;
  }

  /** Every token that is out becomes too old. */
  clear(): void {
    this.#snapshots.clear();
  }
}
