import { randomUUID } from 'node:crypto';
import {
  durationMs,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { PlanSource } from '../planning';
import { missedNotices } from '../policy';
import { freshSteps } from '../reconciler';
import { EnvironmentStore, StoredEnvironment } from '../store/types';
import { PlanBlockedError, refuseBlocked } from './errors';
import { QuotaSource } from './QuotaSource';
import { refusalWarning } from './refusalWarning';
import { takenNames } from './takenNames';
import { Asker } from './types';

/** What {@link EnvironmentCreator} needs. */
export interface EnvironmentCreatorOptions {
  readonly clusters: readonly ClusterDefinition[];
  readonly plans: PlanSource;
  readonly options: { readonly noticesMs: readonly number[] };
  readonly quotas: QuotaSource;
  readonly store: EnvironmentStore;
  readonly now: () => number;
  /** Is told of what was made. */
  readonly changed: (environment: StoredEnvironment) => void;
}

/** Makes the records of environments. Who may do so was asked before. */
export class EnvironmentCreator {
  readonly #given: EnvironmentCreatorOptions;

  static create(options: EnvironmentCreatorOptions): EnvironmentCreator {
    return new EnvironmentCreator(options);
  }

  private constructor(options: EnvironmentCreatorOptions) {
    this.#given = options;
  }

  /**
   * Plans, and makes the record. The work goes on behind it.
   *
   * @param baseline - `cluster/namespace`
   * @throws SpecificationError, PlanBlockedError
   */
  async create(
    specification: Specification,
    baseline: string,
    asker: Asker,
  ): Promise<StoredEnvironment> {
    const { clusters, options, plans, quotas, store, now } = this.#given;
    const id = randomUUID();
    const { domain, cluster } = specification;
    const result = await plans.plan({
      id,
      specification,
      baseline,
      creator: asker.ref,
      owner: asker.group,
      quota: await quotas.get(asker, domain),
      takenNames: await takenNames(store, specification),
      isNew: true,
    });
    refuseBlocked(result.plan.warnings);
    const createdAt = now();
    const expiresAt = createdAt + (durationMs(specification.expiresIn) ?? 0);
    const made = await store.create(
      {
        id,
        name: specification.name,
        domain,
        cluster,
        tier: clusters.find(one => one.name === cluster)!.tier,
        namespace: result.plan.namespace,
        baseline,
        state: 'requested',
        operation: 'create',
        creator: asker.ref,
        ...(asker.group ? { owner: asker.group } : {}),
        collaborators: specification.collaborators ?? [],
        specification,
        generation: 1,
        createdAt,
        updatedAt: createdAt,
        expiresAt,
        pinned: false,
        awakeMs: 0,
        lastUsed: { at: createdAt, by: asker.ref },
        seen: {
          services: [],
          addresses: [],
          pendingSecrets: result.plan.pendingSecrets,
          driftCounts: { baselineMoved: 0, edited: 0, both: 0 },
          requested: {
            cores: result.plan.size.requested.cores,
            memory: result.plan.size.requested.memory,
          },
        },
        givenSecrets: [],
        notices: {
          expiresAt,
          sent: missedNotices(expiresAt, createdAt, options.noticesMs),
        },
        // At once, also where this process's clock is ahead of that of the database.
        dueAt: 0,
      },
      {
        steps: freshSteps('create'),
        history: [
          {
            kind: 'created',
            who: asker.ref,
            ...(specification.why ? { why: specification.why } : {}),
            message: 'Created',
            parts: { services: specification.services.map(one => one.name) },
          },
        ],
      },
      quotas.limits(domain),
    );
    if ('refused' in made) {
      throw new PlanBlockedError([
        refusalWarning(made, specification.name, result.plan.namespace),
      ]);
    }
    this.#given.changed(made);
    return made;
  }
}
