/** One thing to be sent, with its place in time. */
export interface MergeEntry<T> {
  /** UTC with nine digits, by one clock for all sources. */
  readonly order: string;
  readonly value: T;
  /** About so many bytes of memory. */
  readonly bytes: number;
}

/** What is taken out of a buffer. */
export interface Released<T> {
  readonly value: T;
  readonly source: number;
  /** It belongs before something that was released already. */
  readonly late: boolean;
}

/** What was thrown away. */
export interface Dropped {
  readonly count: number;
  readonly from: string;
  readonly to: string;
  readonly sources: readonly number[];
}

interface Source<T> {
  readonly entries: MergeEntry<T>[];
  /** Entries before this are gone. */
  head: number;
  bytes: number;
  finished: boolean;
  last: string;
}

/**
 * Brings what many sources say into the order of time. Pure: the time is passed in.
 *
 * @remarks
 * `window` waits so many milliseconds for others to say something earlier, and is for sources that go on. `exact` waits
 * for every source that has not finished, and is for sources that are read to their end.
 */
export class MergeBuffer<T> {
  readonly #mode: { readonly window: number } | 'exact';
  readonly #sources = new Map<number, Source<T>>();
  /** When entries came, and the latest time among all that had come by then. */
  #arrivals: { readonly at: number; readonly upTo: string }[] = [];
  #bytes = 0;
  #count = 0;
  #sent = '';

  static create<T>(
    mode: { readonly window: number } | 'exact',
  ): MergeBuffer<T> {
    return new MergeBuffer<T>(mode);
  }

  private constructor(mode: { readonly window: number } | 'exact') {
    this.#mode = mode;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get count(): number {
    return this.#count;
  }

  /** Bytes that one source holds. */
  bytesOf(source: number): number {
    return this.#sources.get(source)?.bytes ?? 0;
  }

  /** A source that will say something. */
  open(source: number): void {
    this.#sources.set(source, {
      entries: [],
      head: 0,
      bytes: 0,
      finished: false,
      last: '',
    });
  }

  /** A source that will say nothing more; what it has said stays. */
  finish(source: number): void {
    const found = this.#sources.get(source);
    if (found) {
      found.finished = true;
      this.#forget(source, found);
    }
  }

  /** @param now - milliseconds since 1970 */
  push(source: number, entries: readonly MergeEntry<T>[], now: number): void {
    const found = this.#sources.get(source);
    if (!found || entries.length === 0) {
      return;
    }
    let upTo = this.#arrivals.at(-1)?.upTo ?? '';
    for (const entry of entries) {
      this.#insert(found, entry);
      found.bytes += entry.bytes;
      this.#bytes += entry.bytes;
      upTo = entry.order > upTo ? entry.order : upTo;
    }
    this.#count += entries.length;
    this.#arrivals.push({ at: now, upTo });
  }

  /** When something can be released at the earliest, in milliseconds since 1970; undefined while nothing waits. */
  dueAt(): number | undefined {
    if (this.#count === 0) {
      return undefined;
    }
    return this.#mode === 'exact' || this.#alone()
      ? 0
      : (this.#arrivals[0]?.at ?? 0) + this.#mode.window;
  }

  /**
   * Takes out what is due, oldest first.
   *
   * @param limit - at most so many
   * @param force - as if the time were over, for a buffer that is full
   */
  release(now: number, limit: number, force = false): Released<T>[] {
    const upTo = this.#releasableUpTo(now, force);
    const released: Released<T>[] = [];
    while (upTo !== undefined && released.length < limit) {
      const best = this.#earliest();
      if (!best) {
        break;
      }
      const [number, source, bound] = best;
      // Several from one source at a time: lines come in bunches.
      while (released.length < limit && source.head < source.entries.length) {
        const { order, value, bytes } = source.entries[source.head];
        if (order > upTo || (bound !== undefined && order > bound)) {
          break;
        }
        released.push({ value, source: number, late: order < this.#sent });
        this.#sent = order > this.#sent ? order : this.#sent;
        this.#take(source, bytes);
      }
      this.#forget(number, source);
      const next = source.entries[source.head];
      if (next && next.order > upTo) {
        break;
      }
    }
    this.#forgetArrivals();
    return released;
  }

  /** Throws away the oldest until at most so many bytes are left. */
  drop(toBytes: number): Dropped | undefined {
    let count = 0;
    let from = '';
    let to = '';
    const sources = new Set<number>();
    while (this.#bytes > toBytes) {
      const best = this.#earliest();
      if (!best) {
        break;
      }
      const [number, source] = best;
      const { order, bytes } = source.entries[source.head];
      from = from === '' ? order : from;
      to = order;
      sources.add(number);
      this.#take(source, bytes);
      this.#forget(number, source);
      count += 1;
    }
    this.#forgetArrivals();
    return count === 0 ? undefined : { count, from, to, sources: [...sources] };
  }

  #insert(source: Source<T>, entry: MergeEntry<T>): void {
    const { entries } = source;
    let place = entries.length;
    // Within a source lines are in order but for a few.
    while (place > source.head && entries[place - 1].order > entry.order) {
      place -= 1;
    }
    if (place === entries.length) {
      entries.push(entry);
    } else {
      entries.splice(place, 0, entry);
    }
    if (entry.order > source.last) {
      source.last = entry.order;
    }
  }

  #take(source: Source<T>, bytes: number): void {
    source.head += 1;
    source.bytes -= bytes;
    this.#bytes -= bytes;
    this.#count -= 1;
    if (source.head > 1_024 && source.head * 2 > source.entries.length) {
      source.entries.splice(0, source.head);
      source.head = 0;
    }
  }

  #forget(number: number, source: Source<T>): void {
    if (source.finished && source.head >= source.entries.length) {
      this.#sources.delete(number);
    }
  }

  #forgetArrivals(): void {
    if (this.#count === 0) {
      this.#arrivals = [];
    }
  }

  #alone(): boolean {
    return this.#sources.size <= 1;
  }

  #releasableUpTo(now: number, force: boolean): string | undefined {
    if (this.#count === 0) {
      return undefined;
    }
    if (this.#mode === 'exact') {
      return force ? '~' : this.#knownUpTo();
    }
    if (force || this.#alone()) {
      return '~';
    }
    let upTo: string | undefined;
    while (
      this.#arrivals.length > 0 &&
      this.#arrivals[0].at + this.#mode.window <= now
    ) {
      upTo = this.#arrivals.shift()?.upTo;
    }
    // What is released in parts must stay releasable.
    if (upTo !== undefined) {
      this.#arrivals.unshift({ at: 0, upTo });
    }
    return upTo;
  }

  /** Up to where every source that goes on has spoken. */
  #knownUpTo(): string {
    let upTo = '~';
    for (const { finished, last } of this.#sources.values()) {
      if (!finished && last < upTo) {
        upTo = last;
      }
    }
    return upTo;
  }

  /** The source with the earliest entry, and the order of the next source's, up to which it may go on. */
  #earliest(): [number, Source<T>, string | undefined] | undefined {
    let best: [number, Source<T>] | undefined;
    let bestOrder = '';
    let bound: string | undefined;
    for (const [number, source] of this.#sources) {
      const head = source.entries[source.head];
      if (head) {
        if (!best || head.order < bestOrder) {
          bound = best ? bestOrder : undefined;
          best = [number, source];
          bestOrder = head.order;
        } else if (bound === undefined || head.order < bound) {
          bound = head.order;
        }
      }
    }
    return best && [...best, bound];
  }
}
