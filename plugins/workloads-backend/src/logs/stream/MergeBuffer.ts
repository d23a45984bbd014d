import { HeapSource, SourceHeap } from './SourceHeap';

/** One thing to be sent, with its place in time. */
export interface MergeEntry<T> {
  /** UTC with nine digits, by one clock for all sources. */
  readonly order: string;
  readonly value: T;
  /** About so many bytes of memory. */
  readonly bytes: number;
}

/** What comes within so many milliseconds is released at one time. */
const TOGETHER = 10;

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

interface Source<T> extends HeapSource {
  readonly entries: MergeEntry<T>[];
  /** Entries before this are gone. */
  head: number;
  /** The order of the first entry, while there is one. */
  key: string;
  bytes: number;
  finished: boolean;
  last: string;
}

/**
 * Brings what many sources say into the order of time. Pure: the time is passed in.
 *
 * @remarks
 * What every source has spoken up to is released at once, since none of them says anything earlier. Beyond that, `window`
 * waits so many milliseconds, and is for sources that go on and may be silent; `exact` waits for every source that has
 * not finished, and is for sources that are read to their end.
 */
export class MergeBuffer<T> {
  readonly #mode: { readonly window: number } | 'exact';
  readonly #sources = new Map<number, Source<T>>();
  /** Those that hold something. */
  readonly #heap = SourceHeap.create<Source<T>>();
  /** When entries came, and the latest time among all that had come by then. */
  #arrivals: { readonly at: number; upTo: string }[] = [];
  #bytes = 0;
  #count = 0;
  #sent = '';
  /** Up to where every source that goes on has spoken; undefined when that has to be worked out again. */
  #spoken?: string;

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

  /** Whether no source has another one to wait for. */
  get alone(): boolean {
    return this.#sources.size <= 1;
  }

  /** Bytes that one source holds. */
  bytesOf(source: number): number {
    return this.#sources.get(source)?.bytes ?? 0;
  }

  /** A source that will say something. */
  open(source: number): void {
    this.#spoken = undefined;
    this.#sources.set(source, {
      number: source,
      place: -1,
      key: '',
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
      this.#spoken = undefined;
      found.finished = true;
      this.#settle(found);
    }
  }

  /** @param now - milliseconds since 1970 */
  push(source: number, entries: readonly MergeEntry<T>[], now: number): void {
    const found = this.#sources.get(source);
    if (!found || entries.length === 0) {
      return;
    }
    const latest = this.#arrivals.at(-1);
    let upTo = latest?.upTo ?? '';
    if (found.last === this.#spoken) {
      this.#spoken = undefined;
    }
    for (const entry of entries) {
      this.#insert(found, entry);
      found.bytes += entry.bytes;
      this.#bytes += entry.bytes;
      upTo = entry.order > upTo ? entry.order : upTo;
    }
    this.#count += entries.length;
    this.#settle(found);
    if (latest && now - latest.at < TOGETHER) {
      latest.upTo = upTo;
    } else {
      this.#arrivals.push({ at: now, upTo });
    }
  }

  /** When something can be released at the earliest, in milliseconds since 1970; undefined while nothing waits. */
  dueAt(): number | undefined {
    if (this.#count === 0) {
      return undefined;
    }
    const first = this.#heap.first?.key ?? '~';
    return this.#mode === 'exact' || this.alone || first <= this.#spokenUpTo()
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
      const source = this.#heap.first;
      if (!source || source.key > upTo) {
        break;
      }
      const bound = this.#heap.secondKey ?? '~';
      // Several from one source at a time: lines come in bunches.
      while (released.length < limit && source.head < source.entries.length) {
        const { order, value, bytes } = source.entries[source.head];
        if (order > upTo || order > bound) {
          break;
        }
        released.push({
          value,
          source: source.number,
          late: order < this.#sent,
        });
        this.#sent = order > this.#sent ? order : this.#sent;
        this.#take(source, bytes);
      }
      this.#settle(source);
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
      const source = this.#heap.first;
      if (!source) {
        break;
      }
      const { order, bytes } = source.entries[source.head];
      from = from === '' ? order : from;
      to = order;
      sources.add(source.number);
      this.#take(source, bytes);
      this.#settle(source);
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

  /** Puts a source to its place after its entries have changed. */
  #settle(source: Source<T>): void {
    const head = source.entries[source.head];
    if (head) {
      source.key = head.order;
      this.#heap.put(source);
      return;
    }
    if (source.place >= 0) {
      this.#heap.remove(source);
    }
    if (source.finished) {
      this.#sources.delete(source.number);
    }
  }

  /** Arrivals of which nothing is left would have something be due for ever. */
  #forgetArrivals(): void {
    const first = this.#heap.first?.key ?? '~';
    while (this.#arrivals.length > 0 && this.#arrivals[0].upTo < first) {
      this.#arrivals.shift();
    }
  }

  #releasableUpTo(now: number, force: boolean): string | undefined {
    if (this.#count === 0) {
      return undefined;
    }
    if (force || this.alone) {
      return '~';
    }
    const spoken = this.#spokenUpTo();
    if (this.#mode === 'exact') {
      return spoken;
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
    return upTo !== undefined && upTo > spoken ? upTo : spoken;
  }

  #spokenUpTo(): string {
    if (this.#spoken === undefined) {
      this.#spoken = '~';
      for (const { finished, last } of this.#sources.values()) {
        if (!finished && last < this.#spoken) {
          this.#spoken = last;
        }
      }
    }
    return this.#spoken;
  }
}
