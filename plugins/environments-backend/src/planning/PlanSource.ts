import {
  durationMs,
  QuotaUse,
  ServiceSpecification,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  Baseline,
  planEnvironment,
  PlanInput,
  PlanResult,
  Snapshot,
  VersionCheck,
} from '../clone';
import { EnvironmentsOptions } from '../config/types';
import { DomainSource } from '../domains';
import { ClusterDriver, ClusterDrivers, ClusterRead } from '../drivers/types';
import { VersionSource } from './types';

/** What a plan is made for. */
export interface PlanQuestion {
  readonly id: string;
  readonly specification: Specification;
  /** `cluster/namespace`. */
  readonly baseline: string;
  readonly creator: string;
  readonly owner?: string;
  /** The end of an environment that exists. Milliseconds since the epoch. */
  readonly expiresAt?: number;
  readonly pinned?: Snapshot;
  /** What was read of the cluster already, for several questions at once. */
  readonly read?: ClusterRead;
  readonly givenSecrets?: readonly string[];
  /** What was accepted before: its versions are not asked for again, whatever has become of them since. */
  readonly accepted?: Specification;
  /** What is used without this environment; nothing is limited when absent. */
  readonly quota?: QuotaUse;
  readonly takenNames?: readonly string[];
  /** The longest life; the one of the specification passes when absent. */
  readonly isNew?: boolean;
}

/** What {@link PlanSource} needs. */
export interface PlanSourceOptions {
  readonly clusters: readonly ClusterDefinition[];
  readonly drivers: ClusterDrivers;
  readonly domains: DomainSource;
  readonly versions: VersionSource;
  readonly options: EnvironmentsOptions;
  readonly now: () => number;
}

/** Gathers everything that a plan depends on, and plans. Writes nothing. */
export class PlanSource {
  readonly #given: PlanSourceOptions;

  static create(options: PlanSourceOptions): PlanSource {
    return new PlanSource(options);
  }

  private constructor(options: PlanSourceOptions) {
    this.#given = options;
  }

  /**
   * Plans over the live baseline.
   *
   * @throws NotFoundError for a cluster without self-service, ServiceUnavailableError when the cluster does not answer
   */
  async plan(
    question: PlanQuestion,
    signal?: AbortSignal,
  ): Promise<PlanResult> {
    return planEnvironment(await this.input(question, signal));
  }

  /** Everything that a plan depends on; see {@link PlanSource.plan}. */
  async input(
    question: PlanQuestion,
    signal?: AbortSignal,
  ): Promise<PlanInput> {
    const { domains, options, now } = this.#given;
    const { specification } = question;
    const [name, namespace] = question.baseline.split('/');
    const driver = this.driver(name);
    const [baseline, facts, relations] = await Promise.all([
      question.read?.baseline ?? driver.baseline(namespace, signal),
      question.read?.facts ?? driver.facts(signal),
      domains.relations(specification.domain),
    ]);
    const domain = options.domains[specification.domain];
    const life = durationMs(specification.expiresIn) ?? 0;
    return {
      id: question.id,
      now: now(),
      ...(question.expiresAt === undefined
        ? {}
        : { expiresAt: question.expiresAt }),
      specification,
      creatorRef: question.creator,
      ownerRef: question.owner,
      cluster: {
        ...options.clusterOptions(name),
        ...facts,
        name,
        tier: this.#given.clusters.find(one => one.name === name)!.tier,
      },
      baseline,
      relations,
      policy: {
        sizes: options.sizes,
        // How long one that exists may live is judged when it is extended.
        maxLifeMs: question.isNew
          ? domain?.maxLifeMs ?? options.maxLifeMs
          : life,
        prices: options.prices,
        copyableSecrets: domain?.copyableSecrets,
        allowedSizes: domain?.sizes,
      },
      quota: question.quota ?? {
        person: { used: 0 },
        domain: { used: 0 },
      },
      versions: await this.#check(question, baseline, signal),
      takenNames: question.takenNames,
      pinned: question.pinned,
      givenSecrets: question.givenSecrets,
    };
  }

  async #check(
    { specification, accepted }: PlanQuestion,
    baseline: Baseline,
    signal?: AbortSignal,
  ): Promise<Record<string, VersionCheck>> {
    const isAccepted = (asked: ServiceSpecification) =>
      accepted?.services.some(
        one =>
          one.name === asked.name &&
          one.version === asked.version &&
          one.image === asked.image,
      ) ?? false;
    const services = specification.services.filter(one => !isAccepted(one));
    const { domain } = specification;
    return {
      ...Object.fromEntries(
        specification.services
          .filter(isAccepted)
          .map(({ name }) => [name, { state: 'exists' } as const]),
      ),
      ...(services.length === 0
        ? {}
        : await this.#given.versions.check(
            { domain, baseline, services },
            signal,
          )),
    };
  }

  /** @throws NotFoundError for a cluster without self-service */
  driver(cluster: string): ClusterDriver {
    const driver = this.#given.drivers.get(cluster);
    if (!driver) {
      throw new NotFoundError(
        `There is no cluster "${cluster}" in which environments can be made`,
      );
    }
    return driver;
  }

  /** The live baseline. @throws ServiceUnavailableError when the cluster does not answer */
  async baseline(ref: string, signal?: AbortSignal): Promise<Baseline> {
    const [cluster, namespace] = ref.split('/');
    try {
      return await this.driver(cluster).baseline(namespace, signal);
    } catch (error) {
      throw error instanceof NotFoundError
        ? error
        : new ServiceUnavailableError(
            `The baseline ${ref} could not be read`,
            error,
          );
    }
  }
}
