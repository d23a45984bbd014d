import {
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Roles } from '@domaindeck/backstage-plugin-access-common';
import {
  AuditService,
  OrganisationSource,
} from '@domaindeck/backstage-plugin-access-node';
import {
  EnvironmentNews,
  EnvironmentsVerb,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  Clock,
  ClusterDefinition,
} from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterCapacity, RoomSource } from './capacity';
import { EnvironmentsOptions } from './config/types';
import { DomainSource } from './domains';
import { ClusterDrivers } from './drivers';
import {
  AuthorizedChangesService,
  AuthorizedEnvironmentsService,
  AuthorizedGuardsService,
  DefaultOptionsService,
  DriftService,
  EnvironmentChanger,
  EnvironmentCreator,
  EnvironmentGate,
  EnvironmentsWatch,
  Heads,
  PlanPreview,
  QuotaSource,
  RecordBuilder,
  RecordWriter,
  SecretGiver,
  SleepOffers,
} from './environments';
import { RouterOptions } from './http/types';
import {
  ClusterObserver,
  DriftKeeper,
  LastSights,
  Rebuilder,
  UseKeeper,
} from './observer';
import {
  baselineResource,
  RecordAuthorizer,
  RecordResource,
  RulesetOf,
} from './permissions';
import { PlanSource, VersionSource } from './planning';
import {
  Reconciler,
  ReconcilerOptions,
  STEP_RUNNERS,
  TellNews,
} from './reconciler';
import { EnvironmentStore, StoredEnvironment } from './store/types';
import { TrafficSource } from './traffic';

/** The portal's services, and what the plugin has made of its config. */
export interface AssembleOptions
  extends Pick<ReconcilerOptions, 'pollMs' | 'leaseMs' | 'worker'> {
  readonly audit: AuditService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  readonly rulesetOf: RulesetOf;
  readonly roles: Roles;
  readonly organisation: OrganisationSource;
  readonly clusters: readonly ClusterDefinition[];
  readonly drivers: ClusterDrivers;
  readonly domains: DomainSource;
  readonly versions: VersionSource;
  readonly options: EnvironmentsOptions;
  readonly rooms: RoomSource;
  readonly store: EnvironmentStore;
  readonly traffic: TrafficSource;
  readonly tell: TellNews;
  readonly clock: Clock;
  readonly random: () => number;
  /** Ends all streams. */
  readonly shutdown: AbortSignal;
  /** Milliseconds between looks of the observer, and between those at drift and at use. */
  readonly lookMs?: number;
}

/** What the routes call, what the permission framework asks, and what works behind them. */
export interface AssembledServices extends Omit<RouterOptions, 'httpAuth'> {
  findResource(
    verb: EnvironmentsVerb,
    ref: string,
  ): Promise<RecordResource | undefined>;
  readonly reconciler: Reconciler;
  readonly observer: ClusterObserver;
  readonly drifts: DriftKeeper;
  readonly uses: UseKeeper;
}

/** Puts the layers together: rows and clusters below, the work on them, and the authorising layer that callers meet. */
export function assembleServices(given: AssembleOptions): AssembledServices {
  const { clock, domains, organisation, store } = given;
  const now = () => clock.now().getTime();
  const shared = { ...given, now };
  const plans = PlanSource.create(shared);
  const heads = Heads.create({ store, clock });
  const reconciler = Reconciler.create({
    ...shared,
    plans,
    runners: STEP_RUNNERS,
    tell: async news => {
      heads.touch();
      await given.tell({ ...news, environment: newsOf(news.environment) });
    },
  });
  const sights = LastSights.create({ clock });
  const observer = ClusterObserver.create({
    ...shared,
    sights,
    rebuilder: Rebuilder.create(shared),
    onChange: () => heads.touch(),
  });
  /** Somebody changed an environment: whoever watches sees it, others are told, and there may be work. */
  const changed = (environment: StoredEnvironment) => {
    heads.touch();
    reconciler.wake();
    // What others do with it is their own affair; `tell` fails in silence.
    void given.tell({ what: 'changed', environment: newsOf(environment) });
  };
  const gate = EnvironmentGate.create({
    ...given,
    authorizer: RecordAuthorizer.create({
      ...given,
      domainOwners: async () => (await organisation.get()).domainOwners,
    }),
  });
  const quotas = QuotaSource.create(store, given.options);
  const capacity = ClusterCapacity.create(shared);
  const drift = DriftService.create({ plans, store, now });
  const drifts = DriftKeeper.create({
    ...given,
    sights,
    count: async (environment, counted) => {
      await drift.get(environment, counted);
    },
    onChange: () => heads.touch(),
  });
  const changer = EnvironmentChanger.create({
    ...shared,
    plans,
    drift,
    secrets: SecretGiver.create({ plans, domains }),
    writer: RecordWriter.create({ store, now, changed }),
  });
  const uses = UseKeeper.create({
    ...given,
    fallAsleep: environment => changer.fallAsleep(environment),
    onChange: () => heads.touch(),
  });
  const records = RecordBuilder.create({ ...shared, sights: observer });
  return {
    environments: AuthorizedEnvironmentsService.create({
      gate,
      drift,
      records,
      store,
      plans,
      versions: given.versions,
      options: DefaultOptionsService.create({
        ...shared,
        capacity,
        plans,
        quotas,
        offers: SleepOffers.create(shared),
      }),
      previews: PlanPreview.create({ capacity, plans, quotas, store }),
    }),
    changes: AuthorizedChangesService.create({
      audit: given.audit,
      gate,
      records,
      store,
      changesAllowed: given.options.changesAllowed,
      creator: EnvironmentCreator.create({ ...shared, plans, quotas, changed }),
      changer,
    }),
    guards: AuthorizedGuardsService.create(given),
    watch: EnvironmentsWatch.create({
      gate,
      heads,
      records,
      store,
      clock,
      shutdown: given.shutdown,
    }),
    findResource: async (verb, ref) => {
      if (verb !== 'env-create') {
        const environment = await store.find(ref);
        return environment && gate.resourceOf(environment);
      }
      return findBaseline(given, ref);
    },
    reconciler,
    observer,
    drifts,
    uses,
  };
}

/** A baseline as the rules judge it, by `cluster/namespace`; of any domain that lives there. */
async function findBaseline(
  { clusters, domains, organisation }: AssembleOptions,
  ref: string,
): Promise<RecordResource | undefined> {
  const [name, namespace] = ref.split('/');
  const cluster = clusters.find(one => one.name === name);
  const { domainOwners } = await organisation.get();
  for (const [domain, owners] of cluster ? domainOwners : []) {
    const { baselines } = await domains
      .baselines(domain)
      .catch(() => ({ baselines: [] }));
    if (cluster && baselines.some(one => one.ref === ref)) {
      return baselineResource(cluster, namespace, domain, owners);
    }
  }
  return undefined;
}

/** What others need to know of an environment; neither its plan nor its settings. */
function newsOf(
  environment: EnvironmentNews['environment'],
): EnvironmentNews['environment'] {
  const { id, name, domain, cluster, namespace, state, operation } =
    environment;
  const { creator, owner, collaborators, expiresAt } = environment;
  return {
    id,
    name,
    domain,
    cluster,
    namespace,
    state,
    operation,
    creator,
    ...(owner ? { owner } : {}),
    collaborators,
    expiresAt,
  };
}
