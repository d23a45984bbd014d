import { ContainerUsage } from './readPodUsage';

/** What one container has used. */
export interface UsageHistory {
  readonly pod: string;
  readonly container: string;
  /** Oldest first. */
  readonly samples: readonly Pick<ContainerUsage, 'at' | 'cpu' | 'memory'>[];
}

/**
 * What the containers of a namespace have used in the last hour. A sample that is told twice is kept once: the cluster
 * measures less often than it is asked.
 */
export class UsageRing {
  readonly #keptMs: number;
  readonly #containers = new Map<
    string,
    {
      readonly pod: string;
      readonly container: string;
      samples: Pick<ContainerUsage, 'at' | 'cpu' | 'memory'>[];
    }
  >();

  /** @param keptMs - how long a sample is kept, in milliseconds */
  static create(keptMs: number): UsageRing {
    return new UsageRing(keptMs);
  }

  private constructor(keptMs: number) {
    this.#keptMs = keptMs;
  }

  /** @param now - milliseconds since 1970; older samples than are kept leave */
  add(usages: readonly ContainerUsage[], now: number): void {
    for (const { pod, container, ...sample } of usages) {
      const key = `${pod}/${container}`;
      const held = this.#containers.get(key) ?? { pod, container, samples: [] };
      const last = held.samples.at(-1);
      if (!last || last.at < sample.at) {
        held.samples.push(sample);
      }
      this.#containers.set(key, held);
    }
    for (const [key, held] of this.#containers) {
      held.samples = held.samples.filter(({ at }) => at > now - this.#keptMs);
      if (held.samples.length === 0) {
        this.#containers.delete(key);
      }
    }
  }

  get histories(): readonly UsageHistory[] {
    return [...this.#containers.values()];
  }
}
