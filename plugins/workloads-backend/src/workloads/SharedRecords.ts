import { StreamRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { EntityView } from '../entities';
import { LiveWorkloads } from '../live';
import { Revisions } from './Revisions';
import { streamRecords } from './streamRecords';

/** What came after a place in the log. */
export interface Passage {
  /** The place that a reader of the records has reached. */
  readonly upTo: number;
  /** Undefined when they are not known, or cannot be told, and the reader must start anew. */
  readonly records: readonly StreamRecord[] | undefined;
}

/**
 * The records of readers who look at the same view and stand at the same place in the log: made once, and the same
 * array for all, so that whoever writes it out can do that once, too.
 */
export class SharedRecords {
  readonly #live: LiveWorkloads;
  readonly #revisions: Revisions;
  readonly #made = new Map<string, Passage['records']>();
  #upTo = -1;

  static create(live: LiveWorkloads, revisions: Revisions): SharedRecords {
    return new SharedRecords(live, revisions);
  }

  private constructor(live: LiveWorkloads, revisions: Revisions) {
    this.#live = live;
    this.#revisions = revisions;
  }

  /** What a view shows of the changes after a sequence. */
  since(sequence: number, view: EntityView): Passage {
    const upTo = this.#live.sequence;
    if (upTo !== this.#upTo) {
      this.#upTo = upTo;
      this.#made.clear();
    }
    const place = this.#revisions.write(sequence, view);
    if (!this.#made.has(place)) {
      this.#made.set(place, this.#make(sequence, view));
    }
    return { upTo, records: this.#made.get(place) };
  }

  #make(sequence: number, view: EntityView): Passage['records'] {
    const changes = this.#live.since(sequence);
    return (
      changes &&
      streamRecords(changes, view, at => this.#revisions.write(at, view))
    );
  }
}
