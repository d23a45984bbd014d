import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceStatus } from '@domaindeck/backstage-plugin-environments-common';
import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { isDeepStrictEqual } from 'node:util';
import { ClusterDriver, ClusterDrivers, ClusterSight } from '../drivers/types';
import { next, readiness } from '../lifecycle';
import { KubernetesObject } from '../objects';
import { environmentsIn } from '../store/environmentsIn';
import { EnvironmentStore, StoredEnvironment } from '../store/types';
import { LastSights } from './LastSights';
import { Rebuilder } from './Rebuilder';
import { Rounds } from './Rounds';

/** Milliseconds between two looks at a cluster, whatever the number of environments in it. */
const LOOK_MS = 10_000;

/** What {@link ClusterObserver} needs. */
export interface ClusterObserverOptions {
  readonly store: EnvironmentStore;
  readonly drivers: ClusterDrivers;
  readonly rebuilder: Rebuilder;
  /** Where others find what was seen. */
  readonly sights: LastSights;
  readonly logger: LoggerService;
  readonly clock: Clock;
  readonly lookMs?: number;
  /** Something was written. */
  readonly onChange: () => void;
}

/** Looks at what became of environments on which nobody works: a few lists per cluster, and a write only for a change. */
export class ClusterObserver {
  readonly #options: ClusterObserverOptions;
  readonly #sights = new Map<string, { at: number; isSilent: boolean }>();
  readonly #rounds: Rounds;

  static create(options: ClusterObserverOptions): ClusterObserver {
    return new ClusterObserver(options);
  }

  private constructor(options: ClusterObserverOptions) {
    this.#options = options;
    this.#rounds = Rounds.create({
      clock: options.clock,
      everyMs: options.lookMs ?? LOOK_MS,
      act: driver => this.look(driver),
    });
  }

  /** When a cluster was seen last, and whether it has fallen silent since. */
  sightOf(
    cluster: string,
  ): { readonly at: number; readonly isSilent: boolean } | undefined {
    return this.#sights.get(cluster);
  }

  /** Begins to look, at each cluster by itself: a silent one holds up no other. */
  start(): void {
    this.#rounds.start(this.#options.drivers.list());
  }

  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  /** Looks at one cluster once. */
  async look(driver: ClusterDriver): Promise<void> {
    const { clock, logger, sights } = this.#options;
    try {
      // Before the cluster: what is ready in a row now has its namespace in every later look.
      const environments = await environmentsIn(
        this.#options.store,
        driver.cluster,
      );
      const sight = await sights.take(driver, this.#rounds.signal);
      this.#sights.set(driver.cluster, {
        at: clock.now().getTime(),
        isSilent: false,
      });
      await this.#compare(driver.cluster, environments, sight);
    } catch (error) {
      if (this.#rounds.signal.aborted) {
        return;
      }
      const known = this.#sights.get(driver.cluster);
      if (known) {
        this.#sights.set(driver.cluster, { ...known, isSilent: true });
      }
      logger.debug(
        `The environments in ${driver.cluster} could not be looked at`,
        error instanceof Error ? error : undefined,
      );
    }
  }

  async #compare(
    cluster: string,
    environments: readonly StoredEnvironment[],
    sight: ClusterSight,
  ): Promise<void> {
    const { rebuilder, store } = this.#options;
    const workloads = groupBy(sight.workloads);
    const namespaces = new Map(
      sight.namespaces.map(one => [
        one.metadata.labels?.[LABEL_ENVIRONMENT_ID],
        one,
      ]),
    );
    for (const environment of environments) {
      const namespace = namespaces.get(environment.id);
      const change = changeOf(
        environment,
        namespace,
        workloads.get(environment.id) ?? [],
        sight.at,
      );
      if (
        change &&
        (await store.write(
          environment.id,
          { version: environment.version },
          change,
        ))
      ) {
        this.#options.onChange();
      }
    }
    const known = new Set(environments.map(one => one.id));
    await rebuilder.orphans(
      cluster,
      sight.namespaces.filter(
        one => !known.has(one.metadata.labels?.[LABEL_ENVIRONMENT_ID] ?? ''),
      ),
    );
  }
}

function groupBy(
  workloads: readonly KubernetesObject[],
): Map<string, KubernetesObject[]> {
  const groups = new Map<string, KubernetesObject[]>();
  for (const workload of workloads) {
    const id = workload.metadata.labels?.[LABEL_ENVIRONMENT_ID] ?? '';
    groups.set(id, [...(groups.get(id) ?? []), workload]);
  }
  return groups;
}

/** What has to be written of an environment on which nobody works; undefined when all is as it was. */
function changeOf(
  environment: StoredEnvironment,
  namespace: KubernetesObject | undefined,
  workloads: readonly KubernetesObject[],
  at: number,
): Parameters<EnvironmentStore['write']>[2] | undefined {
  const { state, namespaceUid, seen } = environment;
  if (state !== 'ready' && state !== 'asleep') {
    return undefined;
  }
  const isGone =
    namespace === undefined || namespace.metadata.uid !== namespaceUid;
  if (isGone) {
    const message = `The namespace ${environment.namespace} was deleted by somebody else`;
    return {
      fields: {
        state: next(state, { type: 'fail' }),
        problem: {
          message,
          reason: { code: 'refused', message },
          resumable: false,
        },
      },
      history: [{ kind: 'state', message, parts: { state: 'failed' } }],
    };
  }
  const byName = new Map(workloads.map(one => [one.metadata.name, one]));
  const services = seen.services.map(service =>
    service.own ? lookAt(service, byName.get(service.name)) : service,
  );
  return isDeepStrictEqual(services, seen.services)
    ? undefined
    : {
        fields: {
          seen: { ...seen, services, asOf: new Date(at).toISOString() },
        },
        history: crashes(seen.services, services),
      };
}

function lookAt(
  service: ServiceStatus,
  workload: KubernetesObject | undefined,
): ServiceStatus {
  const { reason: _former, ...rest } = service;
  if (!workload) {
    return {
      ...rest,
      health: 'failed',
      ready: 0,
      reason: {
        code: 'refused',
        message: 'It was deleted by somebody else.',
      },
    };
  }
  const seen = readiness(workload, []);
  return {
    ...rest,
    health: seen.health,
    ready: seen.ready,
    replicas: seen.desired,
    ...(seen.reason && seen.health !== 'healthy'
      ? // A cause that was known is better than "waiting" from afar.
        { reason: service.reason ?? seen.reason }
      : {}),
  };
}

function crashes(
  before: readonly ServiceStatus[],
  now: readonly ServiceStatus[],
) {
  const wasWell = new Set(
    before.filter(one => one.health === 'healthy').map(one => one.name),
  );
  return now
    .filter(
      one =>
        wasWell.has(one.name) &&
        (one.health === 'failed' || one.health === 'degraded'),
    )
    .map(one => ({
      kind: 'crashed' as const,
      service: one.name,
      message: `${one.name} is ${one.health}`,
      parts: { health: one.health },
    }));
}
