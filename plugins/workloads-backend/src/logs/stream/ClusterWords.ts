import { LogStateRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { StreamScene } from './StreamOptions';

/** A clock that is off by so many milliseconds is worth a word. */
const SKEW = 5_000;

/** Tells once what is wrong with a cluster, and once when it is well again. */
export class ClusterWords {
  readonly #scene: StreamScene;
  readonly #clock: Clock;
  readonly #silent = new Set<string>();
  readonly #skewed = new Set<string>();

  static create(scene: StreamScene, clock: Clock): ClusterWords {
    return new ClusterWords(scene, clock);
  }

  private constructor(scene: StreamScene, clock: Clock) {
    this.#scene = scene;
    this.#clock = clock;
  }

  news(): LogStateRecord[] {
    const at = this.#clock.now().toISOString();
    return this.#scene.clusters().flatMap(status => {
      const { name: cluster, state, reason, retryAt } = status;
      const records: LogStateRecord[] = [];
      const silent = state === 'unreachable' || state === 'denied';
      if (silent && !this.#silent.has(cluster)) {
        this.#silent.add(cluster);
        records.push({
          type: 'state',
          at,
          cluster,
          state: 'silent',
          message: `The cluster ${cluster} does not answer${
            reason ? `: ${reason}` : '.'
          }`,
          retryAt,
        });
      } else if (!silent && this.#silent.delete(cluster)) {
        records.push({
          type: 'state',
          at,
          cluster,
          state: 'answers',
          message: `The cluster ${cluster} answers again.`,
        });
      }
      const skewMs = this.#scene.skewOf(cluster) ?? 0;
      if (Math.abs(skewMs) >= SKEW && !this.#skewed.has(cluster)) {
        this.#skewed.add(cluster);
        records.push({
          type: 'state',
          at,
          cluster,
          state: 'skewed',
          skewMs: Math.round(skewMs),
          message: `The clock of the cluster ${cluster} is ${Math.round(
            Math.abs(skewMs) / 1000,
          )} s ${
            skewMs > 0 ? 'ahead' : 'behind'
          }; its lines are put in their true place.`,
        });
      }
      return records;
    });
  }
}
