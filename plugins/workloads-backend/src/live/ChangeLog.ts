import { LiveChange, SequencedChange } from './types';

interface Slot {
  readonly sequence: number;
  /** Undefined once a later change of the same thing is in the log. */
  change?: LiveChange;
}

/**
 * The latest changes in order, shared by all streams: a stream is no more than a number that it has read up to, so
 * that a slow reader costs no memory.
 *
 * @remarks
 *
 * A later change of a workload replaces the earlier one, which a reader who comes later need not see. What falls out at
 * the far end is remembered by its sequence only.
 */
export class ChangeLog {
  readonly #capacity: number;
  readonly #latest = new Map<string, Slot>();
  #slots: Slot[] = [];
  #sequence = 0;
  /** Changes up to here may be lost. */
  #lost = 0;

  /** @param capacity - number of changes kept */
  static create(capacity: number): ChangeLog {
    return new ChangeLog(capacity);
  }

  private constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The sequence of the latest change; 0 before the first. */
  get sequence(): number {
    return this.#sequence;
  }

  append(change: LiveChange): void {
    const key = keyOf(change);
    const earlier = this.#latest.get(key);
    if (earlier) {
      earlier.change = undefined;
    }
    this.#sequence += 1;
    const slot: Slot = { sequence: this.#sequence, change };
    this.#latest.set(key, slot);
    this.#slots.push(slot);
    // Cutting at twice the capacity makes the cost of a cut a constant per change.
    if (this.#slots.length >= 2 * this.#capacity) {
      this.#cut();
    }
  }

  /**
   * The changes after a sequence, oldest first.
   * @returns undefined when some of them are no longer known, or the sequence was never given
   */
  since(sequence: number): SequencedChange[] | undefined {
    if (sequence < this.#lost || sequence > this.#sequence) {
      return undefined;
    }
    const found: SequencedChange[] = [];
    for (let index = this.#slots.length - 1; index >= 0; index -= 1) {
      const { sequence: at, change } = this.#slots[index];
      if (at <= sequence) {
        break;
      }
      if (change) {
        found.push({ sequence: at, change });
      }
    }
    return found.reverse();
  }

  #cut(): void {
    const kept = this.#slots.filter(({ change }) => change);
    const dropped = kept.splice(0, Math.max(0, kept.length - this.#capacity));
    for (const slot of dropped) {
      this.#lost = slot.sequence;
      if (slot.change) {
        this.#latest.delete(keyOf(slot.change));
      }
    }
    this.#slots = kept;
  }
}

function keyOf(change: LiveChange): string {
  switch (change.type) {
    case 'upsert':
      return change.item.id;
    case 'delete':
      return change.id;
    case 'cluster':
      return `cluster ${change.status.name}`;
    default:
      return `gap ${change.cluster}/${change.namespace}`;
  }
}
