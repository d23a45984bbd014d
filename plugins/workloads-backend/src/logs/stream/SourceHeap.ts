/** Something that a {@link SourceHeap} holds. */
export interface HeapSource {
  /** What it is sorted by: times compare as texts. */
  readonly key: string;
  /** Decides between equal keys. */
  readonly number: number;
  /** Its place in the heap; -1 outside. Written by the heap alone. */
  place: number;
}

/** Sources by their earliest entry, so that the first of hundreds is found without a look at all. */
export class SourceHeap<T extends HeapSource> {
  readonly #sources: T[] = [];

  static create<T extends HeapSource>(): SourceHeap<T> {
    return new SourceHeap<T>();
  }

  private constructor() {}

  get first(): T | undefined {
    return this.#sources[0];
  }

  /** The key of the source that comes after the first. */
  get secondKey(): string | undefined {
    const left = this.#sources[1];
    const right = this.#sources[2];
    return right && right.key < left.key ? right.key : left?.key;
  }

  /** Puts a source in, or to its place where its key has changed. */
  put(source: T): void {
    if (source.place < 0) {
      source.place = this.#sources.push(source) - 1;
    }
    this.#up(source.place);
    this.#down(source.place);
  }

  remove(source: T): void {
    const { place } = source;
    const last = this.#sources.pop();
    source.place = -1;
    if (last && last !== source) {
      this.#set(last, place);
      this.put(last);
    }
  }

  #up(from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(this.#sources[place], this.#sources[parent])) {
        return;
      }
      this.#swap(place, parent);
      place = parent;
    }
  }

  #down(from: number): void {
    const { length } = this.#sources;
    let place = from;
    for (;;) {
      const left = 2 * place + 1;
      const right = left + 1;
      let least = place;
      if (
        left < length &&
        isBefore(this.#sources[left], this.#sources[least])
      ) {
        least = left;
      }
      if (
        right < length &&
        isBefore(this.#sources[right], this.#sources[least])
      ) {
        least = right;
      }
      if (least === place) {
        return;
      }
      this.#swap(place, least);
      place = least;
    }
  }

  #swap(a: number, b: number): void {
    const first = this.#sources[a];
    this.#set(this.#sources[b], a);
    this.#set(first, b);
  }

  #set(source: T, place: number): void {
    this.#sources[place] = source;
    source.place = place;
  }
}

function isBefore(a: HeapSource, b: HeapSource): boolean {
  return a.key === b.key ? a.number < b.number : a.key < b.key;
}
