import { FeedError } from './FeedError';

/** Far above any object: etcd takes 1.5 MB. What is longer is no object, and buffering it would take the process down. */
const MAX_BYTES = 8 * 1024 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const SPACE = 0x20;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** How deep one is inside the list, between two items. */
const BETWEEN_ITEMS = 2;

const OPENS_ITEMS = /"items"\s*:\s*\[$/;

/** Bytes of something that arrives in pieces, with a limit. */
class Pieces {
  #pieces: Buffer[] = [];
  #bytes = 0;

  add(piece: Buffer): void {
    this.#bytes += piece.length;
    if (this.#bytes > MAX_BYTES) {
      throw new FeedError(
        'garbled',
        `the API server sent a list with something of more than ${
          MAX_BYTES / 1024 / 1024
        } MB in it`,
      );
    }
    this.#pieces.push(piece);
  }

  text(): string {
    const [first, ...others] = this.#pieces;
    return others.length > 0
      ? Buffer.concat(this.#pieces).toString('utf8')
      : first?.toString('utf8') ?? '';
  }

  take(): string {
    const text = this.text();
    this.#pieces = [];
    this.#bytes = 0;
    return text;
  }
}

/**
 * Cuts the JSON of a list into its items while it arrives, so that neither the text nor the objects of a page are ever
 * in memory as a whole, and each item can be parsed in a slice of its own.
 *
 * Guarantees: every item is given exactly once and byte for byte. It looks at strings and brackets only and leaves it to
 * the parser to refuse what is no JSON. Neither an item nor the frame grows beyond 8 MB.
 */
export class ListSplitter {
  readonly #frame = new Pieces();
  readonly #item = new Pieces();
  #depth = 0;
  #inItems = false;
  #inString = false;
  #escaped = false;

  static create(): ListSplitter {
    return new ListSplitter();
  }

  private constructor() {}

  /** Everything around the items: the list as JSON with `items` left empty. */
  get frame(): string {
    return this.#frame.text();
  }

  /**
   * Takes the next bytes.
   *
   * @returns the items that they complete
   * @throws FeedError `garbled` when something is too long, or an item is no object
   */
  push(chunk: Buffer): readonly string[] {
    const items: string[] = [];
    // Where what is not yet handed on begins; between items that is nowhere.
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.#inString) {
        at = this.#skipString(chunk, at);
        continue;
      }
      const between = this.#inItems && this.#depth === BETWEEN_ITEMS;
      switch (chunk[at]) {
        case QUOTE:
          this.#inString = true;
          break;
        case OPEN_OBJECT:
          start = between ? at : start;
          this.#depth += 1;
          continue;
        case CLOSE_OBJECT:
          this.#depth -= 1;
          if (this.#inItems && this.#depth === BETWEEN_ITEMS) {
            this.#item.add(chunk.subarray(start, at + 1));
            items.push(this.#item.take());
          }
          continue;
        case OPEN_LIST:
          this.#depth += 1;
          if (this.#depth === BETWEEN_ITEMS) {
            this.#frame.add(copy(chunk, start, at + 1));
            start = at + 1;
            this.#inItems = OPENS_ITEMS.test(this.#frame.text().slice(-64));
          }
          break;
        case CLOSE_LIST:
          if (between) {
            this.#inItems = false;
            start = at;
          }
          this.#depth -= 1;
          continue;
        default:
      }
      if (between && chunk[at] > SPACE && chunk[at] !== COMMA) {
        throw new FeedError(
          'garbled',
          'the API server sent a list with an item that is no object',
        );
      }
    }
    this.#keep(chunk, start);
    return items;
  }

  #keep(chunk: Buffer, start: number): void {
    if (!this.#inItems) {
      this.#frame.add(copy(chunk, start, chunk.length));
    } else if (this.#depth > BETWEEN_ITEMS) {
      this.#item.add(copy(chunk, start, chunk.length));
    }
  }

  /** @returns where the string ends; beyond the chunk when it goes on in the next */
  #skipString(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      if (this.#escaped) {
        this.#escaped = false;
      } else if (chunk[at] === BACKSLASH) {
        this.#escaped = true;
      } else if (chunk[at] === QUOTE) {
        this.#inString = false;
        return at;
      }
    }
    return chunk.length;
  }
}

/** A part of an item must not keep its whole chunk in memory. */
function copy(chunk: Buffer, start: number, end: number): Buffer {
  return Buffer.from(chunk.subarray(start, end));
}
