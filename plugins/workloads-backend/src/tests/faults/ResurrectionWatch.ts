import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { CacheChange, ClusterReader } from '../../cache/types';
import { ModelServer } from './ModelServer';

/**
 * Looks out for objects that come back to life: gone from the server, gone from the cache after that, and then shown
 * again. Only a restored backup may do so.
 */
export class ResurrectionWatch {
  readonly found: string[] = [];
  readonly #reader: ClusterReader;
  readonly #clock: Clock;
  readonly #servers: ReadonlyMap<string, ModelServer>;
  /** When each uid was seen to be gone, by resource and cluster. */
  readonly #gone = new Map<string, number>();

  static create(
    reader: ClusterReader,
    clock: Clock,
    servers: ReadonlyMap<string, ModelServer>,
  ): ResurrectionWatch {
    const watch = new ResurrectionWatch(reader, clock, servers);
    reader.subscribe(changes => watch.#look(changes));
    return watch;
  }

  private constructor(
    reader: ClusterReader,
    clock: Clock,
    servers: ReadonlyMap<string, ModelServer>,
  ) {
    this.#reader = reader;
    this.#clock = clock;
    this.#servers = servers;
  }

  #look(changes: readonly CacheChange[]): void {
    for (const change of changes) {
      if (change.type === 'row') {
        this.#judge(change);
      }
    }
  }

  #judge(change: CacheChange & { type: 'row' }): void {
    const { cluster, resource, namespace, uid } = change;
    const store = this.#servers.get(cluster)?.store(resource);
    const key = `${cluster}/${resource}/${uid}/${store?.restorations}`;
    const isShown = this.#reader
      .rows(cluster, resource, namespace)
      .some(row => row.uid === uid);
    if (!isShown) {
      this.#gone.set(key, this.#clock.now().getTime());
      return;
    }
    const goneAt = this.#gone.get(key);
    const deletedAt = store?.deletedAt.get(uid);
    if (goneAt !== undefined && deletedAt !== undefined && deletedAt < goneAt) {
      this.found.push(`${cluster} ${resource} ${uid} came back to life`);
    }
  }
}
