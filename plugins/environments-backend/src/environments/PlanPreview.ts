import { randomUUID } from 'node:crypto';
import {
  Plan,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { ClusterCapacity, roomFor } from '../capacity';
import { PlanSource, questionOf } from '../planning';
import { EnvironmentStore, StoredEnvironment } from '../store/types';
import { QuotaSource } from './QuotaSource';
import { takenNames } from './takenNames';
import { Asker } from './types';

/** Plans that are shown before anything is written. */
export class PlanPreview {
  readonly #capacity: ClusterCapacity;
  readonly #plans: PlanSource;
  readonly #quotas: QuotaSource;
  readonly #store: EnvironmentStore;

  static create(options: {
    capacity: ClusterCapacity;
    plans: PlanSource;
    quotas: QuotaSource;
    store: EnvironmentStore;
  }): PlanPreview {
    return new PlanPreview(options);
  }

  private constructor(options: {
    capacity: ClusterCapacity;
    plans: PlanSource;
    quotas: QuotaSource;
    store: EnvironmentStore;
  }) {
    this.#capacity = options.capacity;
    this.#plans = options.plans;
    this.#quotas = options.quotas;
    this.#store = options.store;
  }

  /** @param baseline - `cluster/namespace` */
  async ofNew(
    specification: Specification,
    baseline: string,
    asker: Asker,
  ): Promise<Plan> {
    const [free, quota, taken] = await Promise.all([
      this.#capacity.free(specification.cluster),
      this.#quotas.get(asker, specification.domain),
      takenNames(this.#store, specification),
    ]);
    const { plan } = await this.#plans.plan({
      id: randomUUID(),
      specification,
      baseline,
      creator: asker.ref,
      owner: asker.group,
      quota,
      takenNames: taken,
      isNew: true,
    });
    return free
      ? { ...plan, size: { ...plan.size, room: roomFor(plan.size, free) } }
      : plan;
  }

  async ofChange(
    environment: StoredEnvironment,
    specification: Specification,
  ): Promise<Plan> {
    const material = await this.#store.material(environment.id);
    const { plan } = await this.#plans.plan({
      ...questionOf(environment, material?.snapshot),
      specification: {
        ...specification,
        // What never changes is not asked.
        name: environment.name,
        domain: environment.domain,
        cluster: environment.cluster,
      },
    });
    return plan;
  }
}
