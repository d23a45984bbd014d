import { monotonicMs } from '../monotonicMs';
import { LoadCluster } from './LoadCluster';
import { LoadObject } from './loadObjects';

/** Milliseconds between two bursts of changes. */
const TICK_MS = 10;

/** Which pods change, how often and for how long. */
export interface ChurnOptions {
  readonly perSecond: number;
  readonly seconds: number;
  /** Only pods of this service; all unless told. */
  readonly app?: string;
}

/** What has been changed. */
export interface ChurnResult {
  /** When each change was made, in milliseconds of the machine's monotonic clock; the first has the mark 1. */
  readonly times: readonly number[];
  /** The most bytes that a reader was behind. */
  readonly backlog: number;
}

/** Changes pods in turn, at an even rate. Marks count on from earlier runs. */
export class Churn {
  readonly #targets: readonly [LoadCluster, LoadObject][];
  readonly #clusters: readonly LoadCluster[];
  #mark = 0;

  static create(clusters: readonly LoadCluster[], app?: string): Churn {
    return new Churn(clusters, app);
  }

  private constructor(clusters: readonly LoadCluster[], app?: string) {
    this.#clusters = clusters;
    this.#targets = clusters.flatMap(cluster =>
      cluster.pods(app).map(pod => [cluster, pod] as [LoadCluster, LoadObject]),
    );
  }

  run({ perSecond, seconds }: ChurnOptions): Promise<ChurnResult> {
    const times: number[] = [];
    const total = perSecond * seconds;
    const startedAt = monotonicMs();
    let backlog = 0;
    return new Promise(resolve => {
      const timer = setInterval(() => {
        const elapsed = monotonicMs() - startedAt;
        const due = Math.min(total, Math.floor((elapsed / 1000) * perSecond));
        while (times.length < due) {
          const [cluster, pod] =
            this.#targets[this.#mark % this.#targets.length];
          this.#mark += 1;
          times.push(monotonicMs());
          cluster.touch(pod, this.#mark);
        }
        backlog = Math.max(
          backlog,
          this.#clusters.reduce((sum, cluster) => sum + cluster.backlog, 0),
        );
        if (times.length >= total) {
          clearInterval(timer);
          resolve({ times, backlog });
        }
      }, TICK_MS);
    });
  }
}
