import { hashLine } from './hashLine';
import { LogLedger, takeHash } from './LogLedger';
import { cursorPlaces } from './cursorPlaces';
import { LogRecord } from './types';

/** Milliseconds before its cursor from which a container's lines come again, with one second for the rounding of the node. */
const WINDOW = 2_000;

interface Source {
  readonly ledger: LogLedger;
  expected: Map<number, number>;
}

/**
 * Makes several log streams that follow each other one: whatever connection breaks and whichever process answers next,
 * each line is accepted once.
 *
 * @example
 * ```ts
 * const resume = LogResume.create();
 * for (;;) {
 *   const request = resume.next(asked);
 *   for await (const record of api.streamLogs(entityRef, request)) {
 *     if (resume.accept(record)) show(record);
 *   }
 * }
 * ```
 * @public
 */
export class LogResume {
  readonly #sources = new Map<string, Source>();
  #numbers = new Map<number, Source>();
  #cursor?: string;

  static create(): LogResume {
    return new LogResume();
  }

  private constructor() {}

  /** The request for the next connection: the first as it was asked, later ones with the cursor. */
  next<T extends object>(request: T): T & { cursor?: string } {
    this.#numbers = new Map();
    for (const source of this.#sources.values()) {
      source.expected = source.ledger.expected();
    }
    return this.#cursor === undefined
      ? request
      : { ...request, cursor: this.#cursor };
  }

  /** Whether a record is new; false only for a line that came over an earlier connection already. */
  accept(record: LogRecord): boolean {
    switch (record.type) {
      case 'source':
        this.#numbers.set(record.source, this.#source(containerOf(record.key)));
        return true;
      case 'line': {
        const source = this.#numbers.get(record.source);
        if (!source) {
          return true;
        }
        const hash = hashLine(record.at, record.text);
        if (takeHash(source.expected, hash)) {
          return false;
        }
        source.ledger.note(record.at, hash);
        return true;
      }
      case 'heartbeat':
        this.#cursor = record.cursor;
        for (const [id, at] of cursorPlaces(record.cursor)) {
          this.#sources.get(id)?.ledger.forgetBefore(at, WINDOW);
        }
        return true;
      case 'end':
        this.#cursor = record.cursor ?? this.#cursor;
        return true;
      default:
        return true;
    }
  }

  #source(key: string): Source {
    let source = this.#sources.get(key);
    if (!source) {
      source = { ledger: LogLedger.create(), expected: new Map() };
      this.#sources.set(key, source);
    }
    return source;
  }
}

/** A line that was taken for one of the run before comes again as one of the next, so runs are not told apart. */
function containerOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}
