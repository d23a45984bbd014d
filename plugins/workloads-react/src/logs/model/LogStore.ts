import {
  LogEntry,
  LogPage,
  LogRecord,
  logTimeMs,
  LogTrouble,
  normalizeLogTime,
} from '@domaindeck/backstage-plugin-workloads-common';
import { addCounts, LogCounts } from './LogCounts';
import { LogBuffer } from './LogBuffer';
import { LastLines } from './LastLines';
import { LogNote, LogRow } from './LogRow';
import { LogSeams } from './LogSeams';
import { LogSource, LogSourceTable, podKeyOf } from './LogSourceTable';
import { noteOfState } from './noteOfState';
import { PodRates } from './PodRates';

const NOTHING: LogCounts = { matched: 0 };

/**
 * What one list of log lines holds: rows in order, their sources and counts. Records of streams are put behind, pages of
 * older lines before. While it is on hold nothing that is shown moves; what comes waits and is counted.
 * @public
 */
export class LogStore {
  readonly #capacity?: number;
  readonly #sources = LogSourceTable.create();
  readonly #rates = PodRates.create();
  readonly #seams = LogSeams.create();
  readonly #lastLines = LastLines.create();
  readonly #troubles = new Map<string, LogTrouble>();
  readonly #all: LogBuffer;
  #shown: LogBuffer;
  #waiting: LogBuffer;
  #held = false;
  #muted: ReadonlySet<string> = new Set();
  #numbers = new Map<number, number>();
  #before: LogCounts = NOTHING;
  #current: LogCounts = NOTHING;
  /** Whether the first sources were declared, so that later ones have joined. */
  #settled = false;
  /** Milliseconds by which the clock of a cluster is ahead of the portal's, where that is worth a word. */
  readonly #skews = new Map<string, number>();
  /** Milliseconds by which the portal's clock is ahead of the browser's. */
  #portalAhead = 0;
  #limited?: { followed: number; total: number };
  #nextId = 0;
  #firstId = -1;

  /** @param capacity - Rows held; see {@link LogBuffer.create}. */
  static create(capacity?: number): LogStore {
    return new LogStore(capacity);
  }

  private constructor(capacity: number | undefined) {
    this.#capacity = capacity;
    this.#all = LogBuffer.create(capacity);
    this.#shown = this.#all;
    this.#waiting = LogBuffer.create(capacity);
  }

  /** The rows to show, oldest first. */
  get rows(): LogBuffer {
    return this.#shown;
  }

  get counts(): LogCounts {
    return addCounts(this.#before, this.#current);
  }

  /** How many lines came while the list was on hold. */
  get waiting(): number {
    return this.#waiting.length + this.#waiting.left;
  }

  get held(): boolean {
    return this.#held;
  }

  /** Set when more containers are there than are followed. */
  get limited(): { followed: number; total: number } | undefined {
    const limited = this.#limited;
    return limited && limited.followed < limited.total ? limited : undefined;
  }

  sources(): readonly LogSource[] {
    return this.#sources.all();
  }

  sourceAt(place: number): LogSource | undefined {
    return this.#sources.at(place);
  }

  /** Lines a second of a pod, over the last ten. */
  rateOf(pod: string, now: number): number {
    return this.#rates.rateOf(pod, now + this.#portalAhead);
  }

  /** Forgets what the numbers of the last stream meant, and adds up its counts. */
  beginStream(): void {
    this.#numbers = new Map();
    this.#before = addCounts(this.#before, this.#current);
    this.#current = NOTHING;
  }

  /** Takes records in the order in which they came. */
  apply(records: readonly LogRecord[], now: number): void {
    this.#lastLines.begin(now);
    for (const record of records) {
      this.#applyOne(record, now);
    }
  }

  /** Why parts of the pages are missing, each reason once. */
  get troubles(): readonly LogTrouble[] {
    return [...this.#troubles.values()];
  }

  /** Puts a page of older lines before all others. */
  prependPage(page: LogPage): void {
    for (const trouble of page.troubles) {
      const { cluster, pod = '', message } = trouble;
      this.#troubles.set(`${cluster} ${pod} ${message}`, trouble);
    }
    const rows = this.#rowsOf(page).reverse();
    const numbered = rows.map(row => {
      const id = this.#firstId;
      this.#firstId -= 1;
      return { ...row, id };
    });
    numbered.reverse();
    this.#all.prepend(numbered);
    if (this.#shown !== this.#all) {
      this.#shown.prepend(numbered.filter(row => this.#isShown(row)));
    }
    this.#before = addCounts(this.#before, {
      scanned: page.scanned,
      matched: page.matched,
    });
  }

  /** Stops everything that is shown from moving. */
  hold(): void {
    this.#held = true;
  }

  /** Shows what waited, and goes on. */
  release(): void {
    this.#held = false;
    const { length } = this.#waiting;
    for (let index = 0; index < length; index += 1) {
      const row = this.#waiting.at(index);
      if (row) {
        this.#put(row, false);
      }
    }
    this.#waiting = LogBuffer.create(this.#capacity);
  }

  /** Leaves out the lines of pods, by {@link podKeyOf}; they stay held and counted. */
  mute(pods: ReadonlySet<string>): void {
    this.#muted = pods;
    if (pods.size === 0) {
      this.#shown = this.#all;
      return;
    }
    this.#shown = LogBuffer.create(this.#capacity);
    for (let index = 0; index < this.#all.length; index += 1) {
      const row = this.#all.at(index);
      if (row && this.#isShown(row)) {
        this.#shown.push(row);
      }
    }
  }

  #applyOne(record: LogRecord, now: number): void {
    switch (record.type) {
      case 'source': {
        const { place, isNew } = this.#sources.declare(
          record.key,
          record.origin,
        );
        this.#numbers.set(record.source, place);
        if (isNew && this.#settled && !record.previous) {
          const at = new Date(now).toISOString();
          this.#note(at, { kind: 'joined', source: place });
        }
        break;
      }
      case 'line': {
        const source = this.#numbers.get(record.source);
        if (source !== undefined) {
          this.#noteRate(record.at, source);
          this.#lastLines.note(source, record.at);
          this.#add(this.#rowOf(record, source), record.late ?? false);
        }
        break;
      }
      case 'gap':
        this.#note(record.from, {
          kind: 'gap',
          source: this.#numbers.get(record.source),
          to: record.to,
          reason: record.reason,
        });
        break;
      case 'dropped':
        this.#note(record.from, {
          kind: 'dropped',
          count: record.count,
          to: record.to,
          pods: this.#podsOf(record.sources ?? []),
        });
        break;
      case 'state': {
        const place =
          record.source === undefined
            ? undefined
            : this.#numbers.get(record.source);
        const note = noteOfState(record, place);
        if (note?.kind === 'skewed') {
          this.#skews.set(note.cluster, note.ms);
        }
        if (note?.kind === 'limited') {
          this.#limited = note;
        } else if (note && !this.#isOld(note, record.at, now)) {
          this.#note(record.at, note);
        }
        break;
      }
      case 'heartbeat':
        this.#settled = true;
        this.#portalAhead = Date.parse(record.at) - now;
        this.#current = record;
        break;
      default:
        if (record.matched !== undefined) {
          const { scanned, matched, levels } = record;
          this.#current = { scanned, matched, levels };
        }
    }
  }

  /** A rate is of now by the portal's clock, which a cluster's need not agree with. */
  #noteRate(at: string, place: number): void {
    const source = this.#sources.at(place);
    if (source) {
      const skew = this.#skews.get(source.origin.cluster) ?? 0;
      this.#rates.note(source.pod, logTimeMs(at) - skew);
    }
  }

  #isOld(note: LogNote, at: string, now: number): boolean {
    return (
      note.kind === 'left' && this.#lastLines.hadEnded(note.source, at, now)
    );
  }

  #rowsOf(page: LogPage): LogRow[] {
    const places = page.sources.map(
      origin =>
        this.#sources.declare(
          `${podKeyOf(origin)}/${origin.container}/${origin.run ?? ''}`,
          origin,
        ).place,
    );
    const rows: LogRow[] = page.items.map(item =>
      this.#rowOf(item, places[item.source]),
    );
    (page.gaps ?? []).forEach(gap =>
      putInOrder(rows, {
        kind: 'note',
        id: 0,
        at: gap.from,
        note: { kind: 'gap', cluster: gap.cluster, to: gap.to },
      }),
    );
    this.#seams.note(page.coverage ?? []);
    const newest = this.#all.at(this.#all.length - 1)?.at ?? rows.at(-1)?.at;
    this.#seams
      .due(rows.at(0)?.at, newest)
      .forEach(({ at, note }) =>
        putInOrder(rows, { kind: 'note', id: 0, at, note }),
      );
    return rows;
  }

  #rowOf(entry: LogEntry, source: number): LogRow {
    const id = this.#nextId;
    this.#nextId += 1;
    const { at, text, level, bytes } = entry;
    return { kind: 'line', id, source, at, text, level, bytes };
  }

  #note(at: string, note: LogNote): void {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#add(
      { kind: 'note', id, at: normalizeLogTime(at) ?? at, note },
      false,
    );
  }

  #add(row: LogRow, isLate: boolean): void {
    if (!this.#held) {
      this.#put(row, isLate);
    } else if (isLate) {
      this.#waiting.insert(row);
    } else {
      this.#waiting.push(row);
    }
  }

  #put(row: LogRow, isLate: boolean): void {
    const buffers =
      this.#shown === this.#all || !this.#isShown(row)
        ? [this.#all]
        : [this.#all, this.#shown];
    buffers.forEach(buffer => {
      if (isLate) {
        buffer.insert(row);
      } else {
        buffer.push(row);
      }
    });
  }

  #isShown(row: LogRow): boolean {
    return (
      row.kind === 'note' ||
      !this.#muted.has(this.#sources.at(row.source)?.pod ?? '')
    );
  }

  #podsOf(numbers: readonly number[]): number {
    return new Set(
      numbers.map(number => {
        const place = this.#numbers.get(number);
        return place === undefined ? undefined : this.#sources.at(place)?.pod;
      }),
    ).size;
  }
}

function putInOrder(rows: LogRow[], row: LogRow): void {
  const index = rows.findIndex(one => one.at >= row.at);
  rows.splice(index < 0 ? rows.length : index, 0, row);
}
