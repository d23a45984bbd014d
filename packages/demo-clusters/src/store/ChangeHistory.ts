import { StoredObject } from './StoredObject';

/** A change of one object, as the history of its kind keeps it. */
export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly revision: number;
  /** The object after the change; for a deletion its last state with the revision of the deletion. */
  readonly current: StoredObject;
  /** Undefined only for an addition. */
  readonly previous: StoredObject | undefined;
}

/**
 * The last changes of one kind, by which a watch resumes. What has been forgotten makes a watch answer 410, as the
 * real server's watch cache does.
 */
export class ChangeHistory {
  readonly #limit: number;
  #changes: Change[] = [];
  #oldestKnown: number;

  private constructor(limit: number, startRevision: number) {
    this.#limit = limit;
    this.#oldestKnown = startRevision;
  }

  /**
   * @param limit - changes to keep
   * @param startRevision - the revision before which nothing is known
   */
  static create(limit: number, startRevision: number): ChangeHistory {
    return new ChangeHistory(limit, startRevision);
  }

  /** A watch may start at this revision or later. */
  get oldestKnown(): number {
    return this.#oldestKnown;
  }

  append(change: Change): void {
    this.#changes.push(change);
    // Trimmed in blocks, so that one append costs nothing on average.
    if (this.#changes.length > this.#limit * 1.25) {
      const dropped = this.#changes.splice(
        0,
        this.#changes.length - this.#limit,
      );
      this.#oldestKnown = dropped[dropped.length - 1].revision;
    }
  }

  /** Forgets everything up to a revision. */
  forget(revision: number): void {
    this.#changes = this.#changes.filter(change => change.revision > revision);
    this.#oldestKnown = Math.max(this.#oldestKnown, revision);
  }

  /** The first change after a revision, at most `max` of them; `expired` when that is no longer known. */
  after(revision: number, max: number): readonly Change[] | 'expired' {
    if (revision < this.#oldestKnown) {
      return 'expired';
    }
    const start = this.#firstAfter(revision);
    return this.#changes.slice(start, start + max);
  }

  #firstAfter(revision: number): number {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#changes[middle].revision > revision) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
