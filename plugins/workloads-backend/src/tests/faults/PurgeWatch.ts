import { ClusterReader } from '../../cache/types';

/** Looks out for rows of kinds that we know we may not read. */
export class PurgeWatch {
  readonly #found = new Set<string>();

  static create(reader: ClusterReader): PurgeWatch {
    const watch = new PurgeWatch();
    reader.subscribe(() => watch.#look(reader));
    return watch;
  }

  private constructor() {}

  get found(): readonly string[] {
    return [...this.#found];
  }

  #look(reader: ClusterReader): void {
    for (const cluster of reader.clusterNames()) {
      for (const resource of reader.facts(cluster)?.denied.keys() ?? []) {
        if (reader.rows(cluster, resource).length > 0) {
          this.#found.add(`${cluster} shows ${resource} without the right to`);
        }
      }
    }
  }
}
