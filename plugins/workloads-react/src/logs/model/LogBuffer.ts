import { LogRow } from './LogRow';

/** The head is cut off the array when so many rows have left it, so that leaving costs nothing each time. */
const SLACK = 8_192;

/**
 * The rows at hand, oldest first, of which the oldest leave when there are too many. Appending and leaving cost the same
 * however many rows are held.
 * @public
 */
export class LogBuffer {
  readonly #capacity: number;
  #rows: LogRow[] = [];
  #head = 0;
  #left = 0;

  /** @param capacity - Rows; 100,000 of 20 px are far below the height at which browsers stop to draw. */
  static create(capacity = 100_000): LogBuffer {
    return new LogBuffer(capacity);
  }

  private constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get length(): number {
    return this.#rows.length - this.#head;
  }

  /** How many lines have left because of the capacity. */
  get left(): number {
    return this.#left;
  }

  at(index: number): LogRow | undefined {
    return index < 0 ? undefined : this.#rows[this.#head + index];
  }

  push(row: LogRow): void {
    this.#rows.push(row);
    this.#trim();
  }

  /** Puts a row that came late behind the last one that is not younger. */
  insert(row: LogRow): void {
    let index = this.#rows.length;
    while (index > this.#head && this.#rows[index - 1].at > row.at) {
      index -= 1;
    }
    this.#rows.splice(index, 0, row);
    this.#trim();
  }

  /** Puts older rows before all others; those that do not fit are left out, oldest first. */
  prepend(rows: readonly LogRow[]): void {
    const room = Math.max(0, this.#capacity - this.length);
    const fitting = room < rows.length ? rows.slice(rows.length - room) : rows;
    this.#left += rows.length - fitting.length;
    this.#rows = [...fitting, ...this.#rows.slice(this.#head)];
    this.#head = 0;
  }

  /** The place of a row, undefined when it is not held. Ids grow from row to row, except where one came late. */
  indexOf(id: number): number | undefined {
    let low = this.#head;
    let high = this.#rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#rows[middle].id;
      if (found === id) {
        return middle - this.#head;
      }
      if (found < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    const index = this.#rows.findIndex(row => row.id === id);
    return index < this.#head ? undefined : index - this.#head;
  }

  #trim(): void {
    while (this.length > this.#capacity) {
      if (this.#rows[this.#head].kind === 'line') {
        this.#left += 1;
      }
      this.#head += 1;
    }
    if (this.#head > SLACK) {
      this.#rows = this.#rows.slice(this.#head);
      this.#head = 0;
    }
  }
}
