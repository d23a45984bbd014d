import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_BASELINE,
  ANNOTATION_BEFORE_SLEEP,
  ANNOTATION_EXPIRES_AT,
  ANNOTATION_OWNER_REF,
  ANNOTATION_PINNED,
  checkSpecification,
  LABEL_ROLE,
  MANAGED_BY,
  Specification,
  SPECIFICATION_CONFIG_MAP,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  ANNOTATION_CREATOR_REF,
  LABEL_ENVIRONMENT_ID,
} from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterDrivers } from '../drivers/types';
import { at, KubernetesObject } from '../objects';
import { freshSteps } from '../reconciler';
import { EnvironmentStore, StoredEnvironment } from '../store/types';

/** Milliseconds for which a namespace must be without a record before one is made: it may just have been made. */
const PATIENCE_MS = 60_000;

/** What {@link Rebuilder} needs. */
export interface RebuilderOptions {
  readonly clusters: readonly ClusterDefinition[];
  readonly drivers: ClusterDrivers;
  readonly store: EnvironmentStore;
  readonly logger: LoggerService;
  readonly now: () => number;
  readonly patienceMs?: number;
}

/**
 * Makes records of environments that a cluster has and the database has not, after a database was lost. Nothing is ever
 * deleted because its record is missing.
 */
export class Rebuilder {
  readonly #options: RebuilderOptions;
  readonly #since = new Map<string, number>();

  static create(options: RebuilderOptions): Rebuilder {
    return new Rebuilder(options);
  }

  private constructor(options: RebuilderOptions) {
    this.#options = options;
  }

  /** Looks at namespaces with our label and without a record; those that stay so get one. */
  async orphans(
    cluster: string,
    namespaces: readonly KubernetesObject[],
  ): Promise<void> {
    const { now, patienceMs = PATIENCE_MS } = this.#options;
    const seen = new Set(namespaces.map(one => keyOf(cluster, one)));
    for (const key of this.#since.keys()) {
      if (key.startsWith(`${cluster}/`) && !seen.has(key)) {
        this.#since.delete(key);
      }
    }
    for (const namespace of namespaces) {
      const key = keyOf(cluster, namespace);
      const since = this.#since.get(key) ?? now();
      this.#since.set(key, since);
      if (
        !namespace.metadata.deletionTimestamp &&
        now() - since >= patienceMs
      ) {
        await this.#rebuild(cluster, namespace);
      }
    }
  }

  async #rebuild(cluster: string, namespace: KubernetesObject): Promise<void> {
    const { logger, store } = this.#options;
    const id = namespace.metadata.labels?.[LABEL_ENVIRONMENT_ID] ?? '';
    const { name } = namespace.metadata;
    const objects =
      (await this.#options.drivers.get(cluster)?.list(name)) ?? [];
    const specification = specificationOf(objects);
    const record =
      specification && this.#recordOf(cluster, namespace, specification);
    if (!record || (await store.find(id))) {
      logger.warn(
        `Namespace ${name} of ${cluster} has the label of environment ${id}, which has no record, and not enough of one to rebuild it; look at it by hand`,
      );
      return;
    }
    const made = await store.create(
      { ...record, ...stateOf(objects, this.#options.now()) },
      {
        steps: freshSteps('update'),
        history: [
          {
            kind: 'rebuilt',
            message: 'The record was rebuilt from the cluster',
            parts: {},
          },
        ],
      },
      {},
    );
    logger.warn(
      'refused' in made
        ? `The record of environment ${id} could not be rebuilt: ${made.refused}`
        : `The record of environment ${id} was rebuilt from namespace ${name} of ${cluster}`,
    );
  }

  /**
   * Undefined for a namespace that is not one of ours. An update follows, which makes the plan anew; what was cloned is
   * then as the baseline has it now, since how it was is lost with the record.
   */
  #recordOf(
    cluster: string,
    namespace: KubernetesObject,
    specification: Specification,
  ): Omit<StoredEnvironment, 'version' | 'wish'> | undefined {
    const { clusters, now } = this.#options;
    const { annotations = {}, labels = {}, name, uid } = namespace.metadata;
    const definition = clusters.find(one => one.name === cluster);
    const creator = annotations[ANNOTATION_CREATOR_REF];
    const baseline = annotations[ANNOTATION_BASELINE];
    const expiresAt = Date.parse(annotations[ANNOTATION_EXPIRES_AT] ?? '');
    if (
      labels['app.kubernetes.io/managed-by'] !== MANAGED_BY ||
      !definition ||
      !creator ||
      !baseline ||
      !Number.isFinite(expiresAt)
    ) {
      return undefined;
    }
    const owner = annotations[ANNOTATION_OWNER_REF];
    const createdAt = Date.parse(namespace.metadata.creationTimestamp ?? '');
    return {
      id: labels[LABEL_ENVIRONMENT_ID],
      name: specification.name,
      domain: specification.domain,
      cluster,
      tier: definition.tier,
      namespace: name,
      namespaceUid: uid,
      baseline,
      state: 'updating',
      operation: 'update',
      creator,
      ...(owner ? { owner } : {}),
      collaborators: specification.collaborators ?? [],
      specification,
      generation: 1,
      createdAt: Number.isFinite(createdAt) ? createdAt : now(),
      updatedAt: now(),
      expiresAt,
      pinned: annotations[ANNOTATION_PINNED] === 'true',
      awakeMs: 0,
      seen: {
        services: [],
        addresses: [],
        pendingSecrets: [],
        driftCounts: { baselineMoved: 0, edited: 0, both: 0 },
        requested: { cores: 0, memory: 0 },
      },
      givenSecrets: [],
      notices: { expiresAt, sent: [] },
      dueAt: 0,
    };
  }
}

function keyOf(cluster: string, namespace: KubernetesObject): string {
  return `${cluster}/${namespace.metadata.name}`;
}

function specificationOf(
  objects: readonly KubernetesObject[],
): Specification | undefined {
  const map = objects.find(
    one =>
      one.kind === 'ConfigMap' &&
      one.metadata.name === SPECIFICATION_CONFIG_MAP,
  );
  const text = map && at(map, 'data', 'specification');
  try {
    return typeof text === 'string'
      ? checkSpecification(JSON.parse(text)).specification
      : undefined;
  } catch {
    return undefined;
  }
}

/** What the objects themselves tell: whether it sleeps, and which secrets were given by hand. */
function stateOf(
  objects: readonly KubernetesObject[],
  now: number,
): Pick<StoredEnvironment, 'asleepSince' | 'awakeSince' | 'givenSecrets'> {
  const sleeps = objects.some(
    one => one.metadata.annotations?.[ANNOTATION_BEFORE_SLEEP] !== undefined,
  );
  return {
    ...(sleeps ? { asleepSince: now } : { awakeSince: now }),
    givenSecrets: objects
      .filter(
        one =>
          one.kind === 'Secret' &&
          one.metadata.labels?.[LABEL_ROLE] === 'generated',
      )
      .map(one => one.metadata.name),
  };
}
