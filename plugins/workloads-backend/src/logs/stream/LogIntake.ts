import {
  LogDroppedRecord,
  LogLineRecord,
  LogRecord,
  logTimeMs,
  logTimeOf,
} from '@domaindeck/backstage-plugin-workloads-common';
import { LogLineFilter } from '../filter/LogLineFilter';
import { ContainerReader } from '../read/ContainerReader';
import { ReadPace } from '../read/ReadPace';
import { isBetweenLines, LogLine, ReaderNote } from '../types';
import { Backlog } from './Backlog';
import { follows } from './follows';
import { LogCursor } from './logCursor';
import { LogTally } from './LogTally';
import { Dropped, MergeEntry, Released } from './MergeBuffer';
import { plansOf } from './plansOf';
import { FoundTarget } from './selectTargets';
import { StreamedContainer } from './StreamedContainer';
import { LogStreamOptions } from './StreamOptions';
import { ViewPlaces } from './ViewPlaces';

/** Containers that one view follows at a time. */
export const FOLLOWED_PER_VIEW = 50;
/** Milliseconds; a line that is younger is news. */
const FRESH = 2_000;
/** Bytes of an entry beside its text. */
const ENTRY = 120;

/**
 * Reads all containers of a view and holds what they say until it is sent. While there is no room the nodes wait; when
 * news have waited for too long, the oldest are left out and counted, so that a slow reader sees the present.
 */
export class LogIntake {
  readonly tally = LogTally.create();
  readonly #options: LogStreamOptions;
  readonly #filter: LogLineFilter;
  readonly #cursor?: LogCursor;
  readonly #follow: boolean;
  readonly #places = ViewPlaces.create(FOLLOWED_PER_VIEW);
  readonly #containers = new Map<string, StreamedContainer>();
  readonly #numbers = new Map<number, StreamedContainer>();
  readonly #changes = new Set<() => void>();
  readonly #stop = new AbortController();
  readonly #backlog: Backlog<LogRecord>;
  readonly #pace: ReadPace;
  readonly #onNews: () => void;
  readonly #control: LogRecord[] = [];
  #sources = 0;
  #reading = 0;

  /** @param onNews - something may be taken */
  static create(
    options: LogStreamOptions,
    filter: LogLineFilter,
    cursor: LogCursor | undefined,
    onNews: () => void,
  ): LogIntake {
    return new LogIntake(options, filter, cursor, onNews);
  }

  private constructor(
    options: LogStreamOptions,
    filter: LogLineFilter,
    cursor: LogCursor | undefined,
    onNews: () => void,
  ) {
    this.#options = options;
    this.#filter = filter;
    this.#cursor = cursor;
    this.#follow = follows(options.request);
    this.#pace = ReadPace.create(options.clock);
    this.#backlog = Backlog.create({
      clock: options.clock,
      follow: this.#follow,
      isNews: number => this.#numbers.get(number)?.live ?? true,
      onDrop: dropped => this.#sayDropped(dropped),
    });
    this.#onNews = onNews;
  }

  /** @see Backlog.presses */
  get presses(): boolean {
    return this.#backlog.presses;
  }

  /** Whether nothing is read and nothing waits. */
  get done(): boolean {
    return (
      this.#reading === 0 &&
      this.#backlog.count === 0 &&
      this.#control.length === 0
    );
  }

  get hasControl(): boolean {
    return this.#control.length > 0;
  }

  /** Containers that are read, and all. */
  get followed(): { followed: number; total: number } {
    const all = [...this.#containers.values()];
    const open = all.filter(({ finished }) => !finished);
    return {
      followed: open.filter(({ following }) => following).length,
      total: open.length,
    };
  }

  /** @see MergeBuffer.dueAt */
  dueAt(): number | undefined {
    return this.#backlog.dueAt();
  }

  stop(): void {
    this.#stop.abort();
    this.#backlog.stop();
    this.#pace.stop();
  }

  /** Takes note of the containers there are: new ones are read, those that are gone come to their end. */
  reconcile(found: ReadonlyMap<string, FoundTarget>): void {
    const joining = this.#containers.size > 0;
    for (const [id, { target, now }] of found) {
      const known = this.#containers.get(id);
      if (known) {
        known.now = now;
      } else if (this.#follow || !joining) {
        this.#add({ target, now }, joining);
      }
    }
    for (const [id, container] of this.#containers) {
      if (!found.has(id)) {
        container.now = undefined;
      }
    }
    this.#changes.forEach(listener => listener());
  }

  say(record: LogRecord): void {
    this.#control.push(record);
    this.#onNews();
  }

  /** What may be sent now, in order. */
  take(limit: number): LogRecord[] {
    const control = this.#control.splice(0);
    const released = this.#backlog.take(limit);
    return [...control, ...released.map(entry => this.#sent(entry))];
  }

  /** Where another stream goes on after what was taken. */
  cursor(): LogCursor {
    return {
      sources: new Map(
        [...this.#containers].map(([id, container]) => [
          id,
          container.place(this.#backlog.holds(container.number)),
        ]),
      ),
    };
  }

  #sent({ value, source, late }: Released<LogRecord>): LogRecord {
    const container = this.#numbers.get(source);
    if (value.type !== 'line') {
      return value;
    }
    container?.noteSent(value.at, value.source);
    return late && this.#follow ? { ...value, late } : value;
  }

  #add({ target, now }: FoundTarget, joining: boolean): void {
    const container = StreamedContainer.create({
      target,
      number: this.#numbers.size,
      now,
      skewMs: this.#options.scene.skewOf(target.cluster),
      resume: this.#cursor?.sources.get(target.id),
    });
    this.#containers.set(target.id, container);
    this.#numbers.set(container.number, container);
    this.#reading += 1;
    this.#read(container, joining)
      .catch(error => {
        if (!this.#stop.signal.aborted) {
          this.#note(container, { state: 'failed', message: String(error) });
        }
      })
      .finally(() => {
        container.finished = true;
        container.following = false;
        this.#backlog.finish(container.number);
        this.#reading -= 1;
        this.#onNews();
      });
  }

  async #read(container: StreamedContainer, joining: boolean): Promise<void> {
    const { scene, clock, random, request, slots } = this.#options;
    const connection = scene.connectionOf(container.target.cluster);
    if (!connection || (request.previous && !container.now?.previous)) {
      return;
    }
    const { signal } = this.#stop;
    if (this.#places.free <= 0 || slots.free <= 0) {
      container.source ??= this.#declare(container, container.run);
      this.#note(container, {
        state: 'queued',
        message: 'Too many containers are followed; it gets the next place.',
      });
    }
    const leave = await this.#places.take(signal);
    try {
      const giveBack = await slots.take(signal);
      try {
        container.following = true;
        // An exact merge waits for a container from here on; before it would wait for one that cannot speak yet.
        this.#backlog.open(container.number);
        const plans = plansOf(
          container,
          this.#options,
          joining,
          this.#cursor?.sources.get(container.target.id),
        );
        for (const plan of plans) {
          await ContainerReader.read({
            target: container.target,
            connection,
            clock,
            random,
            signal,
            pace: this.#pace,
            plan,
            now: () => container.now,
            onChange: listener => {
              this.#changes.add(listener);
              return () => this.#changes.delete(listener);
            },
            sink: {
              run: run => this.#declare(container, run),
              note: note => this.#note(container, note),
              lines: (lines, uncertainFrom) => {
                container.uncertainFrom = uncertainFrom;
                return this.#lines(container, lines);
              },
            },
          });
        }
      } finally {
        giveBack();
      }
    } finally {
      leave();
    }
  }

  #declare(container: StreamedContainer, run: number): number {
    if (container.source === undefined || container.run !== run) {
      this.#sources += 1;
      this.say(
        container.sourceRecord(
          this.#sources,
          run,
          this.#options.request.previous ?? false,
        ),
      );
    }
    return this.#sources;
  }

  #note(container: StreamedContainer, note: ReaderNote): void {
    const at = logTimeOf(this.#options.clock.now().getTime());
    const record = container.noteRecord(note, at);
    if (!isBetweenLines(note)) {
      this.say(record);
      return;
    }
    const order = container.readAt ? container.orderOf(container.readAt) : at;
    this.#push(container, [{ order, value: record, bytes: ENTRY }]);
  }

  async #lines(
    container: StreamedContainer,
    lines: readonly LogLine[],
  ): Promise<void> {
    const entries: MergeEntry<LogRecord>[] = [];
    this.#options.onRead?.(lines[0].at);
    for (const line of lines) {
      const turn = this.#filter.takesTime && this.#options.timeShare?.pause();
      if (turn) {
        // What was read is there before anybody asks how far this has come.
        this.#push(container, entries.splice(0));
        await turn;
      }
      container.noteRead(line);
      const record = this.#recordOf(container, line);
      if (record) {
        entries.push({
          order: container.orderOf(line.at),
          value: record,
          bytes: line.text.length + ENTRY,
        });
      }
    }
    const last = container.orderOf(lines[lines.length - 1].at);
    const now = this.#options.clock.now().getTime();
    container.live ||= logTimeMs(last) + FRESH > now;
    this.#push(container, entries);
    await this.#backlog.room(container.number);
  }

  #recordOf(
    container: StreamedContainer,
    line: LogLine,
  ): LogLineRecord | undefined {
    const { at, text, bytes } = line;
    this.tally.scan();
    const level = container.levels.read(text);
    if (!this.#filter.matchesText(text)) {
      return undefined;
    }
    this.tally.level(level);
    if (!this.#filter.hasLevel(level)) {
      return undefined;
    }
    this.tally.match();
    const { source = 0 } = container;
    const size = bytes !== undefined && { bytes };
    return { type: 'line', source, at, text, level, ...size };
  }

  #push(
    container: StreamedContainer,
    entries: readonly MergeEntry<LogRecord>[],
  ): void {
    this.#backlog.push(container.number, entries);
    this.#onNews();
  }

  #sayDropped({ count, from, to, sources }: Dropped): void {
    const record: LogDroppedRecord = { type: 'dropped', count, from, to };
    this.say({
      ...record,
      sources: sources.flatMap(
        number => this.#numbers.get(number)?.source ?? [],
      ),
    });
  }
}
