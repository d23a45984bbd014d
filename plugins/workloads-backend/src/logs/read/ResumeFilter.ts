import {
  hashLine,
  LogLedger,
  shiftLogTime,
  takeHash,
} from '@domaindeck/backstage-plugin-workloads-common';
import { LogLine, ReaderNote } from '../types';

/** Two streams of one container may be mixed so that a line is this much older than the one before, in milliseconds. */
const DISORDER = 1_000;
/** By so many milliseconds at the most streams mix in practice; it decides where nothing but a time is known. */
const MIXED = 10;
/** Milliseconds that are remembered: the disorder, and a second for the node, which cuts times to whole ones. */
const REMEMBERED = 2_000;
/** Characters of a time up to the whole second. */
const SECOND = 19;

type Gap = Extract<ReaderNote, { state: 'gap' }>;

/** What came of lines that were read. */
export interface Sifted {
  /** Those that had not come before. */
  readonly fresh: readonly LogLine[];
  /** What may be missing before the first of them. */
  readonly gap?: Gap;
}

/**
 * Lets each line of a container through once, however often its log is opened anew.
 *
 * @remarks
 * A log is opened again from a second before the last line. What comes first is known already: the lines since then are
 * held as a multiset, and each that comes is taken out of it. When none of them comes, the node has given up the file
 * that held them, and what lay between is missing.
 */
export class ResumeFilter {
  readonly #ledger = LogLedger.create();
  readonly #resumeAt?: string;
  #expected = new Map<number, number>();
  /** The time of the last line since the log was opened. */
  #readUpTo?: string;
  #matched = 0;
  /** The last line before the log was opened again, as long as it is to be proven that it is still there. */
  #proof?: { readonly at: string; readonly byTime: boolean };
  #overloaded = false;
  /** Where the log was opened, while it is not yet sure which run of the container was given. */
  #uncertainFrom?: string;
  /** Whether it was not sure from the first opening on, before which nothing was known. */
  #uncertainAtAll = false;
  #openedAt?: string;
  /** The latest second when older ones were forgotten. */
  #forgotten?: string;

  /** @param resume - where an earlier reader came to; nothing is known of its lines but their time */
  static create(
    resume: { readonly at?: string; readonly uncertainFrom?: string } = {},
  ): ResumeFilter {
    return new ResumeFilter(resume);
  }

  private constructor(resume: {
    readonly at?: string;
    readonly uncertainFrom?: string;
  }) {
    this.#resumeAt = resume.at;
    this.#uncertainFrom = resume.uncertainFrom;
  }

  /** The time of the latest line. */
  get max(): string | undefined {
    return this.#ledger.max ?? this.#resumeAt;
  }

  /** When it was first opened; undefined before. */
  get openedAt(): string | undefined {
    return this.#openedAt;
  }

  /** From where on lines of this run are read once more should the next one turn out to have been given; else undefined. */
  get uncertainFrom(): string | undefined {
    return this.#uncertainFrom;
  }

  /**
   * From when on a log has to be read; undefined for its beginning.
   * @param again - whether the last opening may have given another run than was thought
   */
  since(again = false): string | undefined {
    if (again && this.#uncertainAtAll && !this.#ledger.overflowed) {
      return undefined;
    }
    const last = (again ? this.#uncertainFrom : undefined) ?? this.max;
    return last === undefined ? undefined : shiftLogTime(last, -DISORDER);
  }

  /**
   * The log is about to be read from {@link ResumeFilter.since}.
   * @param at - when, by the clock of the portal, or a little before
   * @param file - `same` where the last line must still be in it, `other` for that of another run
   */
  reopen(at: string, file: 'same' | 'other', again = false): void {
    const since = this.since(again);
    this.#expected = this.#ledger.expected(since);
    this.#matched = 0;
    this.#readUpTo = undefined;
    this.#overloaded = this.#ledger.overflowed;
    const { max } = this;
    this.#proof =
      file === 'same' && max !== undefined
        ? { at: max, byTime: this.#ledger.max === undefined }
        : undefined;
    this.#uncertainAtAll ||= this.#openedAt === undefined && max === undefined;
    this.#uncertainFrom ??= max ?? at;
    this.#openedAt ??= at;
  }

  /**
   * Whether a run that was read to its end ends before what was thought to be its last line while it was not sure which
   * run was given: then that line is the next run's, which has to hold it still.
   */
  endsBefore(last: string): boolean {
    return (
      this.#uncertainFrom !== undefined &&
      this.#readUpTo !== undefined &&
      this.#readUpTo < last
    );
  }

  /** It is now sure which run was given; older lines may be forgotten. */
  confirm(): void {
    this.#uncertainFrom = undefined;
    this.#uncertainAtAll = false;
    // Whole seconds are forgotten, so that there is nothing to forget within one.
    const second = this.#ledger.max?.slice(0, SECOND);
    if (second !== this.#forgotten) {
      this.#forgotten = second;
      this.#ledger.forget(REMEMBERED);
    }
  }

  sift(lines: readonly LogLine[]): Sifted {
    this.#readUpTo = lines.at(-1)?.at ?? this.#readUpTo;
    const fresh: LogLine[] = [];
    let gap: Gap | undefined;
    for (const line of lines) {
      const hash = hashLine(line.at, line.text);
      if (this.#expected.size > 0 && takeHash(this.#expected, hash)) {
        this.#matched += 1;
      } else {
        gap ??= this.#prove(line.at);
        this.#ledger.note(line.at, hash);
        fresh.push(line);
      }
    }
    return { fresh, gap };
  }

  /**
   * A file was read to its end.
   * @param to - now
   * @returns a gap when not even the lines that are known were in it
   */
  finish(to: string): Gap | undefined {
    return this.#matched > 0 ? undefined : this.#prove(to);
  }

  /** Before the first line that is not known. */
  #prove(at: string): Gap | undefined {
    const proof = this.#proof;
    if (!proof || (proof.byTime && isUndecided(at, proof.at))) {
      return undefined;
    }
    this.#proof = undefined;
    const gap = { state: 'gap', from: proof.at, to: at } as const;
    if (this.#overloaded) {
      return { ...gap, reason: 'overload' };
    }
    const there = proof.byTime ? at <= proof.at : this.#matched > 0;
    return there ? undefined : { ...gap, reason: 'rotated' };
  }
}

/**
 * Whether a line is so little older than the last known one that it may have been written after it: then it does not
 * prove that the file still holds that one, which may be the next to come.
 */
function isUndecided(at: string, last: string): boolean {
  return at < last && at > shiftLogTime(last, -MIXED);
}
