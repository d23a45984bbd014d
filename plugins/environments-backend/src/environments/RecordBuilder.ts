import {
  EnvironmentRecord,
  EnvironmentsVerb,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsOptions } from '../config/types';
import { DomainServices, DomainSource } from '../domains';
import { maskSettings } from '../objects';
import { EnvironmentStore, StoredEnvironment } from '../store/types';
import { toRecord } from './toRecord';

/** Knows when a cluster was seen last. */
export interface SightSource {
  /** Undefined for a cluster that was not looked at yet. */
  sightOf(
    cluster: string,
  ): { readonly at: number; readonly isSilent: boolean } | undefined;
}

const SETTLED: readonly StoredEnvironment['state'][] = [
  'ready',
  'asleep',
  'gone',
];

/** Makes records of rows, with the steps of those that are being worked on. */
export class RecordBuilder {
  readonly #domains: Pick<DomainSource, 'services'>;
  readonly #store: EnvironmentStore;
  readonly #options: EnvironmentsOptions;
  readonly #sights: SightSource;
  readonly #now: () => number;

  static create(options: {
    domains: Pick<DomainSource, 'services'>;
    store: EnvironmentStore;
    options: EnvironmentsOptions;
    sights: SightSource;
    now: () => number;
  }): RecordBuilder {
    return new RecordBuilder(options);
  }

  private constructor(options: {
    domains: Pick<DomainSource, 'services'>;
    store: EnvironmentStore;
    options: EnvironmentsOptions;
    sights: SightSource;
    now: () => number;
  }) {
    this.#domains = options.domains;
    this.#store = options.store;
    this.#options = options.options;
    this.#sights = options.sights;
    this.#now = options.now;
  }

  /** @param verbs - what the caller may do with it */
  async build(
    environment: StoredEnvironment,
    verbs: readonly EnvironmentsVerb[],
  ): Promise<EnvironmentRecord> {
    const sight = this.#sights.sightOf(environment.cluster);
    const working = SETTLED.includes(environment.state)
      ? {}
      : await this.#workOf(environment);
    const { specification } = environment;
    return toRecord(
      await this.#withShared({
        ...environment,
        // Who may change it gets it as it is, to send it back; who may only look needs no password to see what it is.
        specification: verbs.includes('env-manage')
          ? specification
          : maskSettings(specification),
      }),
      {
        verbs,
        options: this.#options,
        now: this.#now(),
        sightAt: sight?.at,
        clusterSilent: sight?.isSilent,
        ...working,
      },
    );
  }

  /** Steps, each with how long the whole usually takes. */
  async steps(environment: StoredEnvironment): Promise<Step[]> {
    return [...(await this.#store.steps(environment.id))];
  }

  /** With the services of the baseline as they fare now. Where that is not known, their health is told as unknown. */
  async #withShared(
    environment: StoredEnvironment,
  ): Promise<StoredEnvironment> {
    const { baseline, domain, seen } = environment;
    const { running } = await this.#domains
      .services(domain)
      .catch(() => ({ running: {} as DomainServices['running'] }));
    return {
      ...environment,
      seen: {
        ...seen,
        services: seen.services.map(service => {
          const now = running[`${baseline}/${service.name}`];
          if (!now) {
            return service;
          }
          return service.own
            ? { ...service, baselineVersion: now.version }
            : { ...service, ...now, baselineVersion: now.version };
        }),
      },
    };
  }

  async #workOf({ id, cluster, operation }: StoredEnvironment) {
    const [steps, durations] = await Promise.all([
      this.#store.steps(id),
      this.#store.durations(cluster, operation),
    ]);
    return { steps, usualSeconds: medianOf(durations) };
  }
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted.length === 0
    ? undefined
    : sorted[Math.floor((sorted.length - 1) / 2)];
}
