import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { Dropped, MergeBuffer, MergeEntry, Released } from './MergeBuffer';

/** Milliseconds for which a line waits for earlier ones of other containers. */
const WINDOW = 400;
/** Bytes that wait for one reader. */
const ROOM = 512 * 1024;
/** A source may hold so much, however many there are: some hundred lines. */
const LEAST_ROOM = 16 * 1024;
/** Bytes of a source that has nobody to wait for which are worth a piece of the answer. */
const PIECE = 64 * 1024;
/** Milliseconds for which news may pile up before the oldest are left out. */
const PATIENCE = 2_000;

/** What a backlog needs to know. */
export interface BacklogOptions {
  readonly clock: Clock;
  /** Whether the sources go on; else everything is kept and the sources wait. */
  readonly follow: boolean;
  /** Whether what a source holds is of now, and not what it wrote before somebody looked. */
  readonly isNews: (source: number) => boolean;
  readonly onDrop: (dropped: Dropped) => void;
}

/**
 * What was read and not yet sent, in a bounded room. While there is no room the sources wait; when news have waited for
 * too long, the oldest are left out, so that a slow reader sees the present.
 */
export class Backlog<T> {
  readonly #options: BacklogOptions;
  readonly #buffer: MergeBuffer<T>;
  readonly #sources = new Set<number>();
  #waiting: (() => void)[] = [];
  #fullSince?: number;
  #stopped = false;

  static create<T>(options: BacklogOptions): Backlog<T> {
    return new Backlog<T>(options);
  }

  private constructor(options: BacklogOptions) {
    this.#options = options;
    this.#buffer = MergeBuffer.create(
      options.follow ? { window: WINDOW } : 'exact',
    );
  }

  /** Whether so much may go out that it should not wait for more. */
  get presses(): boolean {
    return this.#buffer.bytes >= (this.#buffer.alone ? PIECE : ROOM / 2);
  }

  get count(): number {
    return this.#buffer.count;
  }

  /** Whether something of a source waits. */
  holds(source: number): boolean {
    return this.#buffer.bytesOf(source) > 0;
  }

  /** @see MergeBuffer.dueAt */
  dueAt(): number | undefined {
    return this.#buffer.bytes >= ROOM / 2 ? 0 : this.#buffer.dueAt();
  }

  open(source: number): void {
    this.#sources.add(source);
    this.#buffer.open(source);
  }

  finish(source: number): void {
    this.#sources.delete(source);
    this.#buffer.finish(source);
  }

  stop(): void {
    this.#stopped = true;
    this.#release();
  }

  push(source: number, entries: readonly MergeEntry<T>[]): void {
    const now = this.#options.clock.now().getTime();
    this.#buffer.push(source, entries, now);
    if (this.#buffer.bytes >= ROOM) {
      this.#fullSince ??= now;
      this.#dropOld(now);
    }
  }

  take(limit: number): Released<T>[] {
    const now = this.#options.clock.now().getTime();
    const full = this.#buffer.bytes >= ROOM / 2;
    const released = this.#buffer.release(now, limit, full);
    if (this.#buffer.bytes < ROOM / 4) {
      this.#fullSince = undefined;
    }
    if (released.length > 0) {
      this.#release();
    }
    return released;
  }

  /** Waits while a source holds more than its share. */
  async room(source: number): Promise<void> {
    const { clock } = this.#options;
    const share = () =>
      Math.max(LEAST_ROOM, ROOM / Math.max(1, this.#sources.size));
    while (this.#buffer.bytesOf(source) > share() && !this.#stopped) {
      this.#fullSince ??= clock.now().getTime();
      await new Promise<void>(resolve => {
        const cancel = clock.after(PATIENCE, () => {
          this.#dropOld(clock.now().getTime());
          resolve();
        });
        this.#waiting.push(() => {
          cancel();
          resolve();
        });
      });
    }
  }

  #dropOld(now: number): void {
    const { follow, isNews, onDrop } = this.#options;
    const patient =
      this.#fullSince === undefined || now - this.#fullSince < PATIENCE;
    const onlyNews = [...this.#sources].every(
      source => isNews(source) || !this.holds(source),
    );
    const dropped =
      follow && !patient && onlyNews ? this.#buffer.drop(ROOM / 2) : undefined;
    if (dropped) {
      onDrop(dropped);
      this.#release();
    }
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach(resolve => resolve());
  }
}
