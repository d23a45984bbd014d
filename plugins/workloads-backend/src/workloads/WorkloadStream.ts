import { StreamRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { EntityView } from '../entities';
import { LiveWorkloads } from '../live';
import { Revisions } from './Revisions';
import { SharedRecords } from './SharedRecords';
import { Wake } from './Wake';

/** Milliseconds between signs of life; proxies commonly cut connections that are silent for 30 s or 60 s. */
const HEARTBEAT = 15_000;
/** Milliseconds after which a poll without changes is answered. */
const POLL = 25_000;

/** What a stream needs. */
export interface WorkloadStreamOptions {
  readonly live: LiveWorkloads;
  readonly shared: SharedRecords;
  readonly revisions: Revisions;
  readonly clock: Clock;
  /** The view as it is now; throws when there is none any more. */
  readonly resolve: () => Promise<EntityView>;
  readonly revision: string;
  readonly poll: boolean;
  /** The reader has gone. */
  readonly signal: AbortSignal;
  /** The process ends. */
  readonly shutdown: AbortSignal;
}

/**
 * One reader's way through the shared log of changes. It is pulled: while the reader is busy nothing is gathered for
 * it, and what changed several times meanwhile is sent once.
 */
export class WorkloadStream {
  readonly #options: WorkloadStreamOptions;
  #view: EntityView;
  #cursor: number;
  #heartbeatAt: number;

  /**
   * Goes through the changes after a revision, in batches. The first comes at once, so that a reader knows that the
   * way is open.
   */
  static async *batches(
    options: WorkloadStreamOptions,
  ): AsyncGenerator<readonly StreamRecord[]> {
    const view = await options.resolve();
    const cursor = options.revisions.read(options.revision, view);
    if (cursor === undefined) {
      yield [{ type: 'reset', reason: 'the revision is not known here' }];
      return;
    }
    yield* new WorkloadStream(options, view, cursor).#run();
  }

  private constructor(
    options: WorkloadStreamOptions,
    view: EntityView,
    cursor: number,
  ) {
    this.#options = options;
    this.#view = view;
    this.#cursor = cursor;
    this.#heartbeatAt = options.clock.now().getTime();
  }

  async *#run(): AsyncGenerator<readonly StreamRecord[]> {
    const { live, clock, poll, signal, shutdown } = this.#options;
    const pollUntil = poll ? clock.now().getTime() + POLL : Infinity;
    this.#touch();
    const wake = Wake.create(clock, [signal, shutdown]);
    const stopListening = live.listen(() => wake.call());
    try {
      while (!signal.aborted && !shutdown.aborted) {
        const { upTo, records } = this.#options.shared.since(
          this.#cursor,
          this.#view,
        );
        this.#cursor = upTo;
        if (!records) {
          yield [{ type: 'reset', reason: 'too much has changed' }];
          return;
        }
        const now = clock.now().getTime();
        if (poll && (records.length > 0 || now >= pollUntil)) {
          yield [
            ...records,
            this.#heartbeat(),
            { type: 'end', reason: 'poll' },
          ];
          return;
        }
        if (now >= this.#heartbeatAt) {
          if (!(await this.#sameView())) {
            yield [{ type: 'reset', reason: 'what may be shown has changed' }];
            return;
          }
          yield [...records, this.#heartbeat()];
        } else if (records.length > 0) {
          yield records;
        }
        await wake.wait(Math.min(this.#heartbeatAt, pollUntil));
      }
      if (shutdown.aborted) {
        yield [{ type: 'end', reason: 'shutdown' }];
      }
    } finally {
      stopListening();
      wake.stop();
    }
  }

  #heartbeat(): StreamRecord {
    const now = this.#options.clock.now().getTime();
    this.#heartbeatAt = now + HEARTBEAT;
    return {
      type: 'heartbeat',
      revision: this.#options.revisions.write(this.#cursor, this.#view),
      at: new Date(now).toISOString(),
    };
  }

  /** Whether the page still shows the same environments and components; keeps their projections alive. */
  async #sameView(): Promise<boolean> {
    const { resolve, revisions } = this.#options;
    const now = await resolve();
    const same = revisions.write(0, now) === revisions.write(0, this.#view);
    this.#view = now;
    this.#touch();
    return same;
  }

  #touch(): void {
    for (const { cluster, namespace } of this.#view.environments) {
      this.#options.live.workloads(cluster, namespace);
    }
  }
}
