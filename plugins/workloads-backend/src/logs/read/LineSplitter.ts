import { normalizeLogTime } from '@domaindeck/backstage-plugin-workloads-common';
import { LINE_LIMIT, LogLine } from '../types';

/** Time and space before the text. */
const PREFIX = 64;

/**
 * Cuts what a node sends into lines. Memory is bounded: of a longer line only the beginning is kept and its length
 * counted. What stands after the last newline when the connection ends is a fragment, and comes again.
 */
export class LineSplitter {
  readonly #decoder = new TextDecoder();
  readonly #limit: number;
  #rest = '';
  /** Characters of the current line that were thrown away. */
  #cut = 0;
  #lastAt: string;

  /**
   * @param startAt - time of lines that have none, before the first that has one
   * @param limit - characters of a line that are kept
   */
  static create(startAt: string, limit = LINE_LIMIT): LineSplitter {
    return new LineSplitter(startAt, limit);
  }

  private constructor(startAt: string, limit: number) {
    this.#lastAt = startAt;
    this.#limit = limit;
  }

  push(chunk: Uint8Array): LogLine[] {
    const text = this.#decoder.decode(chunk, { stream: true });
    const lines: LogLine[] = [];
    let start = 0;
    for (
      let end = text.indexOf('\n');
      end >= 0;
      end = text.indexOf('\n', start)
    ) {
      this.#keep(text, start, end);
      lines.push(this.#finish());
      start = end + 1;
    }
    this.#keep(text, start, text.length);
    return lines;
  }

  #keep(text: string, start: number, end: number): void {
    const room = this.#limit + PREFIX - this.#rest.length;
    const taken = Math.min(end - start, Math.max(room, 0));
    if (taken > 0) {
      const part =
        start === 0 && taken === text.length
          ? text
          : text.slice(start, start + taken);
      this.#rest = this.#rest === '' ? part : this.#rest + part;
    }
    this.#cut += end - start - taken;
  }

  #finish(): LogLine {
    const raw = this.#rest;
    const cut = this.#cut;
    this.#rest = '';
    this.#cut = 0;
    const space = raw.indexOf(' ');
    const at =
      space > 0 && space < 40
        ? normalizeLogTime(raw.slice(0, space))
        : undefined;
    if (at !== undefined) {
      this.#lastAt = at;
    }
    // A line without a time goes on with the one before: a node writes them so when two streams are mixed.
    const text = at === undefined ? raw : raw.slice(space + 1);
    const kept = text.length > this.#limit ? text.slice(0, this.#limit) : text;
    const line = { at: at ?? this.#lastAt, text: kept };
    const lost = cut + text.length - kept.length;
    return lost > 0 ? { ...line, bytes: Buffer.byteLength(kept) + lost } : line;
  }
}
