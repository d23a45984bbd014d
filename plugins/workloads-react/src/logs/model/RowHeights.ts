import { LogBuffer } from './LogBuffer';

/** What is usual, in pixels. */
const LINE_PX = 20;
/** By so much a row that is no line is higher. */
const NOTE = 6;

/**
 * Where each row of a list stands. Nearly all rows have the height of one line, so that only the others are held: the
 * place of a row is worked out and not stored, and 100,000 rows cost what the exceptions among them cost.
 */
export class RowHeights {
  /** Ids of the rows that are not as high as a line, in order, by how much, and the sums up to and with each. */
  #ids: number[] = [];
  #extras: number[] = [];
  #sums: number[] = [];
  #rows?: LogBuffer;
  #firstId?: number;
  #lastId = -Infinity;

  static create(): RowHeights {
    return new RowHeights();
  }

  private constructor() {}

  /** Takes note of rows that came or left since the last time. */
  sync(rows: LogBuffer): void {
    const first = rows.at(0)?.id;
    const prepended =
      first !== undefined &&
      this.#firstId !== undefined &&
      first < this.#firstId;
    if (rows !== this.#rows || prepended) {
      this.#readAll(rows);
    } else {
      this.#forgetBefore(first ?? Infinity);
      this.#readNew(rows);
    }
    this.#rows = rows;
    this.#firstId = first;
  }

  /** The height of a row was measured. @returns by how much it is other than was thought */
  set(id: number, px: number): number {
    const place = this.#place(id);
    const known = this.#ids[place] === id;
    const before = known ? this.#extras[place] : 0;
    const extra = px - LINE_PX;
    if (extra === before) {
      return 0;
    }
    if (known) {
      this.#extras[place] = extra;
    } else {
      this.#ids.splice(place, 0, id);
      this.#extras.splice(place, 0, extra);
    }
    this.#sum(place);
    return extra - before;
  }

  /** A row has the height of a line again. */
  close(id: number): void {
    const place = this.#place(id);
    if (this.#ids[place] === id) {
      this.#ids.splice(place, 1);
      this.#extras.splice(place, 1);
      this.#sum(place);
    }
  }

  /** All measured heights are worth nothing any more. */
  forget(): void {
    this.#ids = [];
    this.#extras = [];
    this.#rows = undefined;
  }

  /** Pixels of a row. */
  heightOf(id: number): number {
    const place = this.#place(id);
    return LINE_PX + (this.#ids[place] === id ? this.#extras[place] : 0);
  }

  /** Pixels above a row; of a place behind the last one, of all. */
  offsetOf(rows: LogBuffer, index: number): number {
    const id = rows.at(index)?.id;
    const place = id === undefined ? this.#ids.length : this.#place(id);
    return index * LINE_PX + (place > 0 ? this.#sums[place - 1] : 0);
  }

  /** The row at so many pixels from above. */
  indexAt(rows: LogBuffer, px: number): number {
    let low = 0;
    let high = Math.max(0, rows.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.offsetOf(rows, middle) <= px) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  #readAll(rows: LogBuffer): void {
    const measured = new Map(
      this.#ids.map((id, place) => [id, this.#extras[place]]),
    );
    this.#ids = [];
    this.#extras = [];
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows.at(index);
      const extra =
        row && (measured.get(row.id) ?? (row.kind === 'note' ? NOTE : 0));
      if (row && extra) {
        this.#ids.push(row.id);
        this.#extras.push(extra);
      }
    }
    this.#lastId = rows.at(rows.length - 1)?.id ?? -Infinity;
    this.#sum(0);
  }

  #readNew(rows: LogBuffer): void {
    const fresh: number[] = [];
    let index = rows.length - 1;
    for (
      let row = rows.at(index);
      row && row.id > this.#lastId;
      row = rows.at(index)
    ) {
      if (row.kind === 'note') {
        fresh.push(row.id);
      }
      index -= 1;
    }
    this.#lastId = Math.max(this.#lastId, rows.at(rows.length - 1)?.id ?? 0);
    if (fresh.length > 0) {
      const from = this.#ids.length;
      this.#ids.push(...fresh.reverse());
      this.#extras.push(...fresh.map(() => NOTE));
      this.#sum(from);
    }
  }

  #forgetBefore(id: number): void {
    const place = this.#place(id);
    if (place > 0) {
      this.#ids.splice(0, place);
      this.#extras.splice(0, place);
      this.#sum(0);
    }
  }

  #sum(from: number): void {
    this.#sums.length = from;
    let sum = from > 0 ? this.#sums[from - 1] : 0;
    for (let place = from; place < this.#extras.length; place += 1) {
      sum += this.#extras[place];
      this.#sums.push(sum);
    }
  }

  /** The place of an id among the exceptions, or where it would stand. */
  #place(id: number): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ids[middle] < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
