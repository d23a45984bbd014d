import { ClusterReader } from '../../cache/types';
import { FaultKind } from './faultKinds';
import { ModelServer } from './ModelServer';

/** After these nothing that was read is in doubt, so that nothing may be read again. */
const HARMLESS = new Set<FaultKind>([
  'connection reset',
  'half-close',
  'half-close within a line',
  'black hole of a watch',
  'black hole of a cluster',
  'delayed events',
  'slow trickle',
  'duplicate events',
  '500 in the stream',
  '429 with Retry-After',
  '500 as the status',
  'request reset',
  'request without an answer',
  'token expiry',
  'restart',
  'clock skew',
]);

/** Counts how often everything of a kind is read after the cluster was live for the first time. */
export class RelistWatch {
  readonly #reader: ClusterReader;
  readonly #servers: ReadonlyMap<string, ModelServer>;
  readonly #reads = new Map<string, number>();

  static create(
    reader: ClusterReader,
    servers: ReadonlyMap<string, ModelServer>,
  ): RelistWatch {
    const watch = new RelistWatch(reader, servers);
    reader.subscribe(() => watch.#look());
    return watch;
  }

  private constructor(
    reader: ClusterReader,
    servers: ReadonlyMap<string, ModelServer>,
  ) {
    this.#reader = reader;
    this.#servers = servers;
  }

  /** What was read again although only such faults were injected as leave no doubt. */
  findings(injected: ReadonlyMap<FaultKind, number>): readonly string[] {
    if (![...injected.keys()].every(kind => HARMLESS.has(kind))) {
      return [];
    }
    return [...this.#reads].flatMap(([cluster, before]) => {
      const more = (this.#servers.get(cluster)?.reads ?? 0) - before;
      // A watch that is late for longer than an audit waits is in doubt, whatever made it so.
      const audited = this.#reader.facts(cluster)?.divergences ?? 0;
      return more > audited ? [`${cluster} was read again without need`] : [];
    });
  }

  #look(): void {
    for (const [cluster, server] of this.#servers) {
      const { state } = this.#reader.facts(cluster)?.status ?? {};
      if (state === 'live' && !this.#reads.has(cluster)) {
        this.#reads.set(cluster, server.reads);
      }
    }
  }
}
