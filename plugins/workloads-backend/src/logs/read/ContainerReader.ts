import { logTimeOf } from '@domaindeck/backstage-plugin-workloads-common';
import { Wake } from '../../workloads/Wake';
import { ContainerNow, LogLine, ReaderNote } from '../types';
import { LineSplitter } from './LineSplitter';
import { LogQuery } from './logPath';
import { OpenedLog, openLog } from './openLog';
import { ReaderOptions } from './ReaderOptions';
import { ResumeFilter } from './ResumeFilter';
import { readStream, StreamEnd } from './readStream';

/** Milliseconds before the second attempt, and at the most. */
const BACK_OFF = { first: 500, most: 15_000 };
/** Until another look at a container that waits or may not be read; a change that is told comes sooner. */
const LOOK_AGAIN = 30_000;
/**
 * A node knows of a restart before its API server does. For so many milliseconds after a log was opened it is not sure
 * that it was that of the run which was thought.
 */
const UNCERTAIN = 5_000;
/** Milliseconds that the log of a run may still come after its end. */
const LAST_WORDS = 3_000;

type Outcome = StreamEnd | Exclude<OpenedLog['outcome'], 'open'>;

/**
 * Follows the log of one container through broken connections, rotations and restarts: each line is handed on once, and
 * what may be missing is said.
 */
export class ContainerReader {
  readonly #options: ReaderOptions;
  readonly #filter: ResumeFilter;
  readonly #wake: Wake;
  #run: number;
  #file: 'same' | 'other' = 'same';
  #opened = false;
  #endedWell = false;
  #attempt = 0;
  #state?: ReaderNote['state'];

  /** Resolves when nothing more will come: the pod is gone, everything asked for is read, or the signal aborts. */
  static async read(options: ReaderOptions): Promise<void> {
    const reader = new ContainerReader(options);
    const stop = options.onChange(() => reader.#wake.call());
    try {
      await (options.plan.follow ? reader.#follow() : reader.#once());
    } finally {
      stop();
      reader.#wake.stop();
    }
  }

  private constructor(options: ReaderOptions) {
    this.#options = options;
    this.#filter = ResumeFilter.create(options.plan.resume);
    this.#wake = Wake.create(options.clock, [options.signal]);
    this.#run = options.plan.resume?.run ?? options.now()?.restarts ?? 0;
  }

  async #once(): Promise<void> {
    const { now, plan, sink } = this.#options;
    // Of a container that waits to be started again, the run before is the one that ended last.
    const waits = now()?.state === 'waiting';
    sink.run(plan.previous && !waits ? this.#run - 1 : this.#run);
    for (this.#attempt = 0; !this.#aborted(); ) {
      const { outcome, message } = await this.#stream({
        follow: false,
        previous: plan.previous,
      });
      switch (outcome) {
        case 'cut':
        case 'silent':
        case 'failed':
          if (this.#attempt >= 4) {
            this.#note({ state: 'failed', message: sentence(message) });
            return;
          }
          await this.#backOff(message);
          break;
        case 'none':
          this.#note({ state: 'ended', message: sentence(message) });
          return;
        case 'refused':
          this.#note({ state: 'failed', message: sentence(message) });
          return;
        default:
          return;
      }
    }
  }

  async #follow(): Promise<void> {
    const { sink, now } = this.#options;
    sink.run(this.#run);
    while (!this.#aborted()) {
      const known = now();
      if (!known) {
        this.#note({ state: 'ended', message: 'The pod is gone.' });
        return;
      }
      if (known.restarts > this.#run && !(await this.#changeRun(known))) {
        continue;
      }
      if (known.state === 'waiting' && !known.previous) {
        this.#noteWaiting(known, known.message);
        await this.#pause(LOOK_AGAIN);
      } else {
        const { outcome, message } = await this.#stream({
          follow: true,
          previous: false,
        });
        await this.#after(outcome, message);
      }
    }
  }

  async #after(outcome: Outcome, message?: string): Promise<void> {
    const known = this.#options.now();
    this.#endedWell = outcome === 'ended';
    if (!known || known.restarts > this.#run) {
      return;
    }
    switch (outcome) {
      case 'ended':
        if (known.state === 'ended') {
          this.#note({
            state: 'ended',
            message: 'The container has ended.',
            reason: known.reason,
          });
          await this.#pause(LOOK_AGAIN);
        } else {
          await this.#backOff();
        }
        return;
      case 'none':
        this.#noteWaiting(known, message);
        await this.#pause(LOOK_AGAIN);
        return;
      case 'refused':
        this.#note({ state: 'failed', message: sentence(message) });
        await this.#pause(LOOK_AGAIN);
        return;
      case 'silent':
        this.#attempt = 0;
        return;
      default:
        await this.#backOff(message ?? 'The connection broke.');
    }
  }

  /**
   * The container runs anew: what is left of the run before is read first.
   * @returns whether that is done; else it is to be tried again
   */
  async #changeRun(known: ContainerNow): Promise<boolean> {
    const { sink } = this.#options;
    const skipped = known.restarts > this.#run + 1;
    const from = this.#filter.max;
    if (skipped) {
      sink.run(known.restarts - 1);
    }
    const { outcome, message } = known.previous
      ? await this.#stream(
          { follow: false, previous: true },
          { again: true, file: skipped ? 'other' : 'same' },
        )
      : { outcome: 'none' as const, message: undefined };
    if (outcome === 'failed' || outcome === 'cut' || outcome === 'silent') {
      await this.#backOff(message ?? 'The connection broke.');
      return false;
    }
    const complete = outcome === 'ended' || this.#endedWell;
    if (from !== undefined && (skipped || !complete)) {
      const to = logTimeOf(this.#options.clock.now().getTime());
      this.#note({ state: 'gap', from, to, reason: 'restart' });
    }
    this.#run = known.restarts;
    this.#file = from && this.#filter.endsBefore(from) ? 'same' : 'other';
    this.#attempt = 0;
    this.#endedWell = false;
    this.#note({
      state: 'restarted',
      message: 'The container was started again.',
      reason: known.endReason,
      exitCode: known.exitCode,
      signal: known.signal,
    });
    sink.run(this.#run);
    return true;
  }

  async #stream(
    query: Pick<LogQuery, 'follow' | 'previous'>,
    reopening: { again: boolean; file: 'same' | 'other' } = {
      again: false,
      file: this.#file,
    },
  ): Promise<{ outcome: Outcome; message?: string }> {
    const { connection, target, clock, plan, signal } = this.#options;
    const { again, file } = reopening;
    const known = this.#filter.since(again);
    // What was given for the run that was thought may have been the next one's: all of it is still to be read then.
    const anew = again && known === undefined;
    const since = known ?? (anew ? plan.since : this.#begin());
    const openedAt = clock.now().getTime();
    this.#filter.reopen(logTimeOf(openedAt - 1_000), file, again);
    const opened = await openLog(
      connection,
      target,
      {
        ...query,
        since,
        tail: (this.#opened && !anew) || since ? undefined : plan.tail,
      },
      signal,
    );
    if (opened.outcome !== 'open') {
      return opened;
    }
    this.#opened = true;
    this.#file = 'same';
    if (query.follow) {
      this.#note({ state: 'following', message: 'Lines come.' });
    }
    const stopWatch = query.follow
      ? this.#watchRun(() => opened.body.destroy())
      : () => {};
    const outcome = await readStream({
      body: opened.body,
      splitter: LineSplitter.create(
        since ?? logTimeOf(openedAt),
        plan.lineLimit,
      ),
      clock,
      pace: query.follow ? this.#options.pace : undefined,
      onLines: lines => this.#onLines(lines, openedAt),
    });
    stopWatch();
    const gap =
      outcome === 'ended' && query.previous
        ? this.#filter.finish(logTimeOf(clock.now().getTime()))
        : undefined;
    if (gap) {
      this.#note(gap);
    }
    return { outcome };
  }

  /** A log that goes on after its run has ended is that of the next run. */
  #watchRun(onEnd: () => void): () => void {
    const { clock, now, onChange } = this.#options;
    let cancel: (() => void) | undefined;
    const look = () => {
      if (!cancel && (now()?.restarts ?? 0) > this.#run) {
        cancel = clock.after(LAST_WORDS, onEnd);
      }
    };
    const stop = onChange(look);
    look();
    return () => {
      stop();
      cancel?.();
    };
  }

  async #onLines(
    lines: readonly LogLine[],
    openedAt: number,
  ): Promise<boolean> {
    const { clock, plan, sink, now } = this.#options;
    const { fresh, gap } = this.#filter.sift(lines);
    const sure = clock.now().getTime() - openedAt > UNCERTAIN;
    if (sure && now()?.restarts === this.#run) {
      this.#filter.confirm();
    }
    if (gap) {
      this.#note(gap);
    }
    const { until, since } = plan;
    const wanted = fresh.filter(
      ({ at }) =>
        (since === undefined || at >= since) &&
        (until === undefined || at < until),
    );
    if (wanted.length > 0) {
      this.#attempt = 0;
      await sink.lines(wanted, this.#filter.uncertainFrom);
    }
    // Streams of one container may be mixed a little, so a line of the range may stand after one beyond it.
    const last = lines[lines.length - 1].at;
    return !this.#aborted() && (until === undefined || last < until);
  }

  /** Where to begin while no line is known: a log that was opened before must not be read from its beginning. */
  #begin(): string | undefined {
    const { plan } = this.#options;
    if (plan.since !== undefined || !this.#opened || this.#file === 'other') {
      return plan.since;
    }
    return this.#filter.openedAt;
  }

  #noteWaiting(known: ContainerNow, message: string | undefined): void {
    this.#note({
      state: 'waiting',
      message: sentence(message ?? 'The container has not started yet.'),
      reason: known.reason,
    });
  }

  /** States are told when they change; everything else each time. */
  #note(note: ReaderNote): void {
    if (note.state === 'gap' || note.state !== this.#state) {
      this.#options.sink.note(note);
    }
    if (note.state !== 'gap') {
      this.#state = note.state;
    }
  }

  /** @param message - why; nothing is said of an end in good order, which is ordinary */
  async #backOff(message?: string): Promise<void> {
    const { clock, random } = this.#options;
    const most = Math.min(BACK_OFF.most, BACK_OFF.first * 2 ** this.#attempt);
    const wait = most / 2 + (most / 2) * random();
    this.#attempt += 1;
    if (message !== undefined) {
      this.#note({
        state: 'reconnecting',
        message: sentence(message),
        retryAt: new Date(clock.now().getTime() + wait).toISOString(),
      });
    }
    await this.#pause(wait);
  }

  #pause(milliseconds: number): Promise<void> {
    return this.#wake.wait(this.#options.clock.now().getTime() + milliseconds);
  }

  #aborted(): boolean {
    return this.#options.signal.aborted;
  }
}

function sentence(message: string | undefined): string {
  const text = message?.trim() || 'The cluster gave no reason';
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
