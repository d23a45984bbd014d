import { Size } from '@domaindeck/backstage-plugin-environments-common';
import { SharedAnswers } from '@domaindeck/backstage-plugin-workloads-node';
import { environmentsIn } from '../store/environmentsIn';
import { EnvironmentStore } from '../store/types';
import { FreeRoom, freeOf } from './freeOf';
import { RoomSource } from './types';

/** Milliseconds for which all who ask are told the same. */
const MAX_AGE_MS = 5_000;

/** What {@link ClusterCapacity} needs. */
export interface ClusterCapacityOptions {
  readonly options: { readonly sizes: readonly Size[] };
  readonly rooms: RoomSource;
  readonly store: EnvironmentStore;
  readonly now: () => number;
}

/** How much of clusters is left for new environments. */
export class ClusterCapacity {
  readonly #given: ClusterCapacityOptions;
  readonly #answers: SharedAnswers<FreeRoom | undefined>;

  static create(options: ClusterCapacityOptions): ClusterCapacity {
    return new ClusterCapacity(options);
  }

  private constructor(options: ClusterCapacityOptions) {
    this.#given = options;
    this.#answers = SharedAnswers.create(options);
  }

  /** Undefined where it is not known; never fails for want of it. */
  free(cluster: string): Promise<FreeRoom | undefined> {
    return this.#answers.get(
      cluster,
      () => MAX_AGE_MS,
      () => this.#read(cluster),
    );
  }

  async #read(cluster: string): Promise<FreeRoom | undefined> {
    const { options, rooms, store } = this.#given;
    const room = await rooms.room(cluster);
    if (!room) {
      return undefined;
    }
    const sizes = new Map(options.sizes.map(size => [size.name, size]));
    const environments = await environmentsIn(store, cluster);
    return freeOf(
      room,
      environments.map(({ namespace, specification }) => ({
        namespace,
        size: sizes.get(specification.size),
      })),
    );
  }
}
