import {
  formatDuration,
  Options,
  ServiceOption,
  Size,
  VersionChoice,
} from '@domaindeck/backstage-plugin-environments-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { InputError } from '@backstage/errors';
import { serviceOptions } from '../clone';
import { ClusterCapacity, roomFor } from '../capacity';
import { EnvironmentsOptions } from '../config/types';
import { DomainBaseline, DomainSource } from '../domains';
import { PlanSource, SeesPlace, VersionSource } from '../planning';
import { costOf, DEFAULT_HOST_TEMPLATE } from '../policy';
import { EnvironmentStore } from '../store/types';
import { holdersOf, HolderView } from './holdersOf';
import { QuotaSource } from './QuotaSource';
import { SleepOffers } from './SleepOffers';
import { Asker } from './types';

/** What {@link DefaultOptionsService} needs. */
export interface OptionsServiceOptions {
  readonly capacity: ClusterCapacity;
  readonly clusters: readonly ClusterDefinition[];
  readonly domains: DomainSource;
  readonly offers: SleepOffers;
  readonly options: EnvironmentsOptions;
  readonly plans: PlanSource;
  readonly quotas: QuotaSource;
  readonly store: EnvironmentStore;
  readonly versions: VersionSource;
}

/** Of a domain without a baseline in any cluster with self-service. */
const NO_BASELINE = {
  services: [] as ServiceOption[],
  edges: [],
  relationsKnown: false,
};

/** What is asked for, and what the caller may see and do. */
export interface OptionsQuestion {
  readonly domain: string;
  readonly cluster?: string;
  readonly baseline?: string;
  readonly asker: Asker;
  /** Baselines that the caller may see, with whether environments may be made of them. */
  readonly baselines: readonly (DomainBaseline & {
    readonly mayCreate: boolean;
  })[];
  readonly view: HolderView;
  /** Places of whose versions the caller may know. */
  readonly sees: SeesPlace;
  readonly signal?: AbortSignal;
}

/** What a person may choose from in a domain. */
export class DefaultOptionsService {
  readonly #given: OptionsServiceOptions;

  static create(options: OptionsServiceOptions): DefaultOptionsService {
    return new DefaultOptionsService(options);
  }

  private constructor(options: OptionsServiceOptions) {
    this.#given = options;
  }

  /** @throws InputError for a cluster or baseline that is not among those of the domain */
  async get(question: OptionsQuestion): Promise<Options> {
    const { capacity, offers, options, quotas } = this.#given;
    const { domain, asker } = question;
    const clusters = await this.#clusters(question);
    const chosen = chooseBaseline(question, clusters);
    const [baseline, free, sleepWhenUnused, quota, holders] = await Promise.all(
      [
        chosen ? this.#baseline(question, chosen) : NO_BASELINE,
        chosen && capacity.free(chosen.cluster),
        offers.sleep(domain, chosen),
        quotas.get(asker, domain),
        holdersOf(this.#given.store, domain, question.view),
      ],
    );
    const address = chosen && options.clusterOptions(chosen.cluster).address;
    return {
      domain,
      clusters,
      ...(chosen ? { cluster: chosen.cluster, baseline: chosen.ref } : {}),
      ...baseline,
      sizes: this.#sizes(domain).map(size => ({
        ...size,
        ...(free ? { room: roomFor(size, free) } : {}),
      })),
      ...(free ? { clusterUse: free.use } : {}),
      lives: [...options.lives],
      maxLife: formatDuration(
        options.domains[domain]?.maxLifeMs ?? options.maxLifeMs,
      ),
      quota,
      ...holders,
      ...(options.prices ? { currency: options.prices.currency } : {}),
      sleepWhenUnused,
      ...(address
        ? { hostTemplate: address.hostTemplate ?? DEFAULT_HOST_TEMPLATE }
        : {}),
    };
  }

  async #clusters(question: OptionsQuestion): Promise<Options['clusters']> {
    const { clusters, domains, options } = this.#given;
    const { clusters: states } = await domains.baselines(question.domain);
    return clusters
      .filter(cluster => cluster.selfService)
      .flatMap(cluster => {
        const baselines = question.baselines.filter(
          one => one.cluster === cluster.name,
        );
        const status = states.find(one => one.name === cluster.name);
        const zone = options.clusterOptions(cluster.name).address?.zone;
        return baselines.length === 0
          ? []
          : [
              {
                name: cluster.name,
                title: cluster.title ?? cluster.name,
                tier: cluster.tier,
                state: status?.state ?? ('connecting' as const),
                ...(status?.reason ? { reason: status.reason } : {}),
                ...(zone ? { zone } : {}),
                mayCreate: baselines.some(one => one.mayCreate),
                baselines: baselines.map(({ ref, namespace }) => ({
                  ref,
                  namespace,
                })),
              },
            ];
      });
  }

  async #baseline(question: OptionsQuestion, chosen: DomainBaseline) {
    const { domains, plans, versions } = this.#given;
    const { domain, sees, signal } = question;
    const [baseline, relations, known, choices] = await Promise.all([
      plans.baseline(chosen.ref, signal),
      domains.relations(domain),
      domains.services(domain),
      versions.known(domain, sees),
    ]);
    const { services, edges } = serviceOptions(baseline, relations);
    return {
      services: services.map((service): ServiceOption => {
        const component = known.components[service.name];
        return {
          ...service,
          ...(component ? { component } : {}),
          versions: joinVersions(service.versions, choices[service.name]),
        };
      }),
      edges,
      relationsKnown: relations.known,
    };
  }

  #sizes(domain: string): Size[] {
    const { options } = this.#given;
    const allowed = options.domains[domain]?.sizes;
    return options.sizes
      .filter(size => allowed?.includes(size.name) ?? true)
      .map(size => ({
        ...size,
        ...(options.prices
          ? { perDay: costOf(size, options.prices).perDay }
          : {}),
      }));
  }
}

/** The one that was asked for, or the first in which the caller may create. */
function chooseBaseline(
  { baselines, cluster, baseline }: OptionsQuestion,
  clusters: Options['clusters'],
): DomainBaseline | undefined {
  const possible = baselines.filter(one =>
    clusters.some(({ name }) => name === one.cluster),
  );
  const wanted = possible.filter(
    one =>
      (cluster === undefined || one.cluster === cluster) &&
      (baseline === undefined || one.ref === baseline),
  );
  if (wanted.length === 0 && (cluster ?? baseline) !== undefined) {
    throw new InputError(
      `The domain has no baseline ${
        baseline ?? `in cluster ${cluster}`
      } that environments can be made of`,
    );
  }
  return wanted.find(one => one.mayCreate) ?? wanted[0];
}

/** The baseline's own first; each once. */
function joinVersions(
  own: readonly VersionChoice[],
  others: readonly VersionChoice[] = [],
): VersionChoice[] {
  const known = new Set(own.map(one => one.version));
  return [...own, ...others.filter(one => !known.has(one.version))];
}
