import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { isNamed, PodNames, podNames } from '../entities/podPatterns';

/** Whose pod a name is, also of pods that are gone, among the workloads of one namespace that somebody may see. */
export class PodOwners {
  readonly #known: Map<string, Workload | undefined>;
  readonly #wanted: readonly Workload[];
  readonly #all: readonly Workload[];
  readonly #names = new Map<string, readonly PodNames[]>();

  /**
   * @param wanted - the workloads that may be told
   * @param all - the workloads of the namespace, whoever sees them
   */
  static create(
    wanted: readonly Workload[],
    all: readonly Workload[],
  ): PodOwners {
    return new PodOwners(wanted, all);
  }

  private constructor(wanted: readonly Workload[], all: readonly Workload[]) {
    this.#wanted = wanted;
    this.#all = all;
    const ids = new Set(wanted.map(({ id }) => id));
    this.#known = new Map(
      all.flatMap(workload =>
        workload.pods.map(
          ({ name }) =>
            [name, ids.has(workload.id) ? workload : undefined] as const,
        ),
      ),
    );
  }

  /** Undefined for a pod of somebody else, or of nobody who is known. */
  of(pod: string): Workload | undefined {
    if (!this.#known.has(pod)) {
      this.#known.set(
        pod,
        this.#wanted.find(workload => isNamed(pod, this.#namesOf(workload))),
      );
    }
    return this.#known.get(pod);
  }

  #namesOf(workload: Workload): readonly PodNames[] {
    const known = this.#names.get(workload.id);
    if (known) {
      return known;
    }
    const names = podNames(
      workload,
      this.#all.filter(({ id }) => id !== workload.id),
    );
    this.#names.set(workload.id, names);
    return names;
  }
}
