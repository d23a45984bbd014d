import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { Row, WatchedResource } from '../projection/rows';
import { compareVersions, VersionDifference } from './compareVersions';
import { FeedError } from './FeedError';
import { FeedRequests } from './FeedRequests';
import { readIdentity } from './parseWatchLine';
import { Pause } from './Pause';
import { RequestSlots } from './RequestSlots';
import { RowKeeper } from './RowKeeper';
import { walkPages } from './walkPages';
import { WatchLoop } from './WatchLoop';

/** In this time each resource is audited once. */
const CYCLE_MS = 600_000;

/** What a watch has not brought after this long is lost, or the watch is. */
const GRACE_MS = 5_000;

/** One resource that is audited. */
export interface AuditedFeed {
  readonly resource: WatchedResource;
  readonly path: string;
  readonly keeper: RowKeeper<Row>;
  readonly loop: WatchLoop;
}

/** What a {@link ClusterAudit} works with. */
export interface ClusterAuditOptions {
  readonly feeds: readonly AuditedFeed[];
  readonly requests: FeedRequests;
  /** Lists in flight, shared with the loops of the cluster. */
  readonly listSlots: RequestSlots;
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly onDivergence: (
    resource: WatchedResource,
    difference: VersionDifference,
  ) => void;
}

/** What ends the right to show rows, or the trust in them, whoever finds it out. */
const CONCERNS_LOOP = new Set(['denied', 'absent', 'unauthorized']);

/**
 * Compares what is held of a cluster with what the cluster lists, one resource after the other, each once in 10 minutes.
 * It finds what no watch can tell: an event that got lost on the way, a server that was restored from a backup and waits
 * for a version that is in its future, and a right that was taken away from a watch that is open.
 *
 * Guarantees: a difference that outlasts 5 s in an object that did not change meanwhile is told, and everything of that
 * kind is read again. At most one list at a time for the cluster, of names, uids and versions only.
 */
export class ClusterAudit {
  readonly #options: ClusterAuditOptions;
  readonly #pause: Pause;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  static create(options: ClusterAuditOptions): ClusterAudit {
    return new ClusterAudit(options);
  }

  private constructor(options: ClusterAuditOptions) {
    this.#options = options;
    this.#pause = Pause.create(options.clock);
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Leaves no timer, and no request under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#pause.end();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { feeds, random } = this.#options;
    const turn = CYCLE_MS / feeds.length;
    // Clusters that start together must not be asked together for ever.
    await this.#pause.wait(random() * turn);
    while (!this.#stopping.signal.aborted) {
      for (const feed of feeds) {
        await this.#pause.wait(turn);
        await this.#audit(feed);
      }
    }
  }

  async #audit(feed: AuditedFeed): Promise<void> {
    const { signal } = this.#stopping;
    if (signal.aborted || feed.loop.state.kind !== 'live') {
      return;
    }
    const note = feed.keeper.noteChanges();
    const { readings } = feed.loop;
    try {
      const listed = await this.#list(feed);
      const differs = () =>
        isDifferent(compareVersions(feed.keeper.versions(), listed, note.uids));
      if (differs()) {
        await this.#pause.wait(GRACE_MS);
      }
      const unbroken =
        feed.loop.state.kind === 'live' && feed.loop.readings === readings;
      if (!signal.aborted && unbroken && differs()) {
        this.#report(
          feed,
          compareVersions(feed.keeper.versions(), listed, note.uids),
        );
      }
    } catch (error) {
      // Whatever else fails, the loop meets it too, or the next audit does.
      if (
        error instanceof FeedError &&
        CONCERNS_LOOP.has(error.problem) &&
        feed.loop.state.kind === 'live'
      ) {
        feed.loop.interrupt(error);
      }
    } finally {
      note.stop();
    }
  }

  async #list(feed: AuditedFeed): Promise<Map<string, string>> {
    const { requests, listSlots } = this.#options;
    const { signal } = this.#stopping;
    const giveBack = await listSlots.take(signal);
    const listed = new Map<string, string>();
    try {
      await walkPages(
        { requests, path: feed.path, identitiesOnly: true },
        signal,
        item => {
          const { uid, resourceVersion } = readIdentity(item);
          if (uid) {
            listed.set(uid, resourceVersion ?? '');
          }
        },
      );
    } finally {
      giveBack();
    }
    return listed;
  }

  #report(feed: AuditedFeed, difference: VersionDifference): void {
    this.#options.onDivergence(feed.resource, difference);
    feed.loop.interrupt(
      new FeedError(
        'diverged',
        'everything is read again, since an audit found differences',
      ),
    );
  }
}

function isDifferent({ missing, gone, outdated }: VersionDifference): boolean {
  return missing.length + gone.length + outdated.length > 0;
}
