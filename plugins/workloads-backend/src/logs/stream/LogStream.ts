import {
  LogHeartbeatRecord,
  LogRecord,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Wake } from '../../workloads/Wake';
import { LogLineFilter } from '../filter/LogLineFilter';
import { ClusterWords } from './ClusterWords';
import { LogCursor, readLogCursor, writeLogCursor } from './logCursor';
import { follows } from './follows';
import { LogIntake } from './LogIntake';
import { LogStreamOptions } from './StreamOptions';
import { selectTargets } from './selectTargets';

/** Milliseconds between signs of life; proxies commonly cut connections that are silent for 30 s or 60 s. */
const HEARTBEAT = 15_000;
/** The same while lines come: what a break costs is read again from the last one. */
const CURSOR = 1_000;
/** Milliseconds after which a poll without lines is answered. */
const POLL = 25_000;
/** Milliseconds between two batches. */
const PACE = 25;
/** Records of one batch. */
const BATCH = 1_000;

/**
 * One reader's log of many containers, as batches of records. It is pulled: while its reader is busy nothing is made
 * ready, and the nodes wait.
 */
export class LogStream {
  readonly #options: LogStreamOptions;
  readonly #cursor?: LogCursor;
  readonly #wake: Wake;
  readonly #intake: LogIntake;
  readonly #clusters: ClusterWords;
  #quietUntil = 0;
  #pollUntil = Infinity;
  /** While the loop sleeps, until when. */
  #sleepsUntil?: number;
  #heartbeatAt: number;
  #spoke = false;
  #told = '';
  /** Sources of which a line was sent; each run of a container is one. */
  readonly #begun = new Set<number>();

  /**
   * The first batch comes at once, so that a reader knows that the way is open.
   * @throws InputError when the filter or the cursor is wrong
   */
  static batches(
    options: LogStreamOptions,
  ): AsyncGenerator<readonly LogRecord[]> {
    const filter = LogLineFilter.create(options.request);
    const { cursor } = options.request;
    const place =
      cursor === undefined
        ? undefined
        : readLogCursor(options.entityRef, cursor);
    return new LogStream(options, filter, place).#run();
  }

  private constructor(
    options: LogStreamOptions,
    filter: LogLineFilter,
    cursor: LogCursor | undefined,
  ) {
    const { clock, signal, shutdown, scene } = options;
    this.#options = options;
    this.#cursor = cursor;
    this.#heartbeatAt = clock.now().getTime();
    this.#wake = Wake.create(clock, [signal, shutdown]);
    this.#clusters = ClusterWords.create(scene, clock);
    this.#intake = LogIntake.create(options, filter, cursor, () =>
      this.#onNews(),
    );
  }

  async *#run(): AsyncGenerator<readonly LogRecord[]> {
    const { clock, request, scene, signal, shutdown } = this.#options;
    if (request.poll) {
      this.#pollUntil = clock.now().getTime() + POLL;
    }
    const stopListening = scene.listen(() => this.#look());
    try {
      this.#look();
      this.#sayWhatIsGone();
      while (!signal.aborted && !shutdown.aborted) {
        const records = this.#records();
        const ends =
          !follows(request) && this.#intake.done && records.length === 0;
        const now = clock.now().getTime();
        if (ends) {
          yield [this.#heartbeat(), this.#end('complete')];
          return;
        }
        if (request.poll && (this.#spoke || now >= this.#pollUntil)) {
          yield [...records, this.#heartbeat(), this.#end('poll')];
          return;
        }
        if (now >= this.#heartbeatAt) {
          records.push(this.#heartbeat());
        }
        if (records.length > 0) {
          // What is read to its end goes as fast as its reader takes it.
          const all = records.length < BATCH;
          this.#quietUntil = follows(request) && all ? now + PACE : 0;
          yield records;
        } else {
          this.#sleepsUntil = this.#next();
          await this.#wake.wait(this.#sleepsUntil);
          this.#sleepsUntil = undefined;
        }
      }
      if (shutdown.aborted) {
        yield [this.#heartbeat(), this.#end('shutdown')];
      }
    } finally {
      stopListening();
      this.#intake.stop();
      this.#wake.stop();
    }
  }

  #records(): LogRecord[] {
    const { clock } = this.#options;
    const paced =
      clock.now().getTime() < this.#quietUntil && !this.#intake.presses;
    const records = paced ? [] : this.#intake.take(BATCH);
    if (records.some(({ type }) => type === 'line')) {
      this.#spoke = true;
      this.#heartbeatAt = Math.min(
        this.#heartbeatAt,
        clock.now().getTime() + (this.#begins(records) ? 0 : CURSOR),
      );
    }
    return records;
  }

  /**
   * Whether they hold the first line of a run. A cursor follows it at once: one without a place in that run would let
   * the next reader begin anew, and nobody would know that what the node has given up meanwhile is missing.
   */
  #begins(records: readonly LogRecord[]): boolean {
    const known = this.#begun.size;
    for (const record of records) {
      if (record.type === 'line') {
        this.#begun.add(record.source);
      }
    }
    return this.#begun.size > known && follows(this.#options.request);
  }

  /** When there is something to do, as far as is known. */
  #next(): number {
    const due = this.#intake.hasControl ? 0 : this.#intake.dueAt();
    const quietUntil = this.#intake.presses ? 0 : this.#quietUntil;
    return Math.min(
      this.#heartbeatAt,
      this.#pollUntil,
      due === undefined ? Infinity : Math.max(due, quietUntil),
    );
  }

  /** Lines come by the thousand, and most only wait for others: the loop sleeps on unless they are due earlier. */
  #onNews(): void {
    const next = this.#next();
    const now = this.#options.clock.now().getTime();
    if (
      this.#sleepsUntil !== undefined &&
      (next < this.#sleepsUntil || next <= now || this.#intake.done)
    ) {
      this.#wake.call();
    }
  }

  /** What runs and which clusters answer may have changed. */
  #look(): void {
    const { scene, request } = this.#options;
    this.#clusters.news().forEach(record => this.#intake.say(record));
    this.#intake.reconcile(selectTargets(scene.workloads(), request.sources));
  }

  /** Containers of the cursor that are no more: what they said last can no longer be read. */
  #sayWhatIsGone(): void {
    const known = selectTargets(
      this.#options.scene.workloads(),
      this.#options.request.sources,
    );
    let number = 1_000_000;
    for (const [id, { run, at }] of this.#cursor?.sources ?? []) {
      const [cluster, namespace, pod, podUid, container, ...rest] =
        id.split('/');
      const readable = this.#options.scene
        .workloads()
        .some(
          workload =>
            workload.cluster === cluster && workload.namespace === namespace,
        );
      if (!known.has(id) && readable && rest.length === 0 && at) {
        number += 1;
        this.#intake.say({
          type: 'source',
          source: number,
          key: `${id}/${run}`,
          origin: { cluster, namespace, pod, podUid, container, run },
        });
        this.#intake.say({
          type: 'gap',
          source: number,
          from: at,
          to: at,
          reason: 'cursor',
        });
      }
    }
  }

  #heartbeat(): LogHeartbeatRecord {
    const now = this.#options.clock.now().getTime();
    this.#heartbeatAt = now + HEARTBEAT;
    this.#sayHowMany(now);
    return {
      type: 'heartbeat',
      at: new Date(now).toISOString(),
      cursor: writeLogCursor(this.#options.entityRef, this.#intake.cursor()),
      ...this.#intake.tally.read(),
    };
  }

  #sayHowMany(now: number): void {
    const { followed, total } = this.#intake.followed;
    const told = `${followed}/${total}`;
    if (follows(this.#options.request) && told !== this.#told) {
      const wasLimited = this.#told !== '' && !isAll(this.#told);
      this.#told = told;
      if (followed < total || wasLimited) {
        this.#intake.say({
          type: 'state',
          at: new Date(now).toISOString(),
          state: 'limited',
          followed,
          total,
          message: `${followed} of ${total} containers are followed.`,
        });
      }
    }
  }

  #end(reason: 'complete' | 'poll' | 'shutdown'): LogRecord {
    return {
      type: 'end',
      reason,
      cursor: writeLogCursor(this.#options.entityRef, this.#intake.cursor()),
      ...this.#intake.tally.read(),
    };
  }
}

function isAll(told: string): boolean {
  const [followed, total] = told.split('/');
  return followed === total;
}
