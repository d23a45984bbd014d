import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  AuthService,
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Roles } from '@domaindeck/backstage-plugin-access-common';
import { AuditService } from '@domaindeck/backstage-plugin-access-node';
import {
  Binding,
  Clock,
  ClusterDefinition,
  LogHistorySource,
  MetricSource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterReader } from './cache/types';
import {
  AuthorizedChangesService,
  ChangeMemory,
  DefaultChangesService,
} from './changes';
import {
  BindingResolver,
  CatalogModelCache,
  EntityResolver,
  environmentResource,
} from './entities';
import { AuthorizedEventsService, DefaultEventsService } from './events';
import { RouterOptions } from './http/types';
import {
  AuthorizedInspectionService,
  ClusterChecker,
  DefaultInspectionService,
} from './inspection';
import { LiveWorkloads } from './live';
import {
  AuthorizedLogsService,
  DefaultLogsService,
  DownloadRecord,
} from './logs';
import {
  AuthorizedMetricsService,
  ClusterMetricsSources,
  DefaultMetricsService,
} from './metrics';
import {
  AuthorizedObjectsService,
  ConnectionOf,
  DefaultObjectsService,
} from './objects';
import {
  AccessGate,
  CachedEnvironmentAuthorizer,
  DecisionCache,
  EnvironmentResource,
  PermissionEnvironmentAuthorizer,
  personKey,
  RulesetOf,
  VerbRefusal,
} from './permissions';
import { projectChanges } from './projection/changes';
import { Projection } from './projection/types';
import {
  AuthorizedWorkloadsService,
  DefaultWorkloadsService,
  Revisions,
} from './workloads';

/** The portal's services, and the live side of the plugin. */
export interface AssembleOptions {
  /** Where is written what is done. */
  readonly audit: AuditService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  readonly rulesetOf: RulesetOf;
  readonly roles: Roles;
  readonly clusters: readonly ClusterDefinition[];
  readonly bindings: readonly Binding[];
  readonly reader: ClusterReader;
  readonly projection: Projection;
  readonly connectionOf: ConnectionOf;
  readonly checker: ClusterChecker;
  /** Stores of log lines by the names of their clusters. */
  readonly histories: ReadonlyMap<string, LogHistorySource>;
  /** Stores of measures by the names of their clusters. */
  readonly metricStores: ReadonlyMap<string, MetricSource>;
  readonly clock: Clock;
  /** Ends all streams. */
  readonly shutdown: AbortSignal;
}

/** What the routes call, and what the permission framework asks. */
export interface AssembledServices extends Omit<RouterOptions, 'httpAuth'> {
  /** @param ref - `cluster/namespace` */
  findEnvironment(ref: string): Promise<EnvironmentResource | undefined>;
  /** Forgets what was decided about persons, because somebody's rights have changed. */
  forgetDecisions(): void;
  stop(): void;
}

/** Puts the layers together: the cache below, what reads it, and the authorising layer that callers meet. */
export function assembleServices(options: AssembleOptions): AssembledServices {
  const { reader, projection, clock, shutdown } = options;
  const models = CatalogModelCache.create({
    catalog: options.catalog,
    auth: options.auth,
    logger: options.logger,
    now: () => clock.now().getTime(),
  });
  const bindings = BindingResolver.create({
    clusters: options.clusters,
    bindings: options.bindings,
    reader,
  });
  const resolver = EntityResolver.create({ models, bindings, reader });
  const memory = ChangeMemory.create({ reader, clock });
  const live = LiveWorkloads.create({
    reader,
    projection,
    bindings,
    models,
    clock,
    pause: () => setImmediate(),
  });
  const metricsSources = ClusterMetricsSources.create({
    stores: options.metricStores,
    connectionOf: options.connectionOf,
    clock,
  });
  const keyOf = (credentials: BackstageCredentials) =>
    personKey(options.auth, credentials);
  const visible = DecisionCache.create<boolean>(clock);
  const authorizer = CachedEnvironmentAuthorizer.create({
    inner: PermissionEnvironmentAuthorizer.create({
      permissions: options.permissions,
      rulesetOf: options.rulesetOf,
    }),
    decisions: DecisionCache.create(clock),
    inspects: DecisionCache.create(clock),
    keyOf,
  });
  const gate = AccessGate.create({
    authorizer,
    catalog: options.catalog,
    visible,
    keyOf,
  });
  return {
    workloads: AuthorizedWorkloadsService.create({
      inner: DefaultWorkloadsService.create({
        resolver,
        live,
        projection,
        clock,
        shutdown,
        revisions: Revisions.create(randomBytes(6).toString('base64url')),
      }),
      gate,
      clock,
    }),
    events: AuthorizedEventsService.create({
      inner: DefaultEventsService.create({ resolver, live, projection }),
      gate,
      resolver,
      refusal: VerbRefusal.create(options.roles),
    }),
    changes: AuthorizedChangesService.create({
      inner: DefaultChangesService.create({ resolver, live, memory }),
      gate,
    }),
    objects: AuthorizedObjectsService.create({
      inner: DefaultObjectsService.create({
        resolver,
        connectionOf: options.connectionOf,
        clock,
      }),
      gate,
    }),
    inspection: AuthorizedInspectionService.create({
      inner: DefaultInspectionService.create({
        bindings,
        reader,
        checker: options.checker,
      }),
      gate,
      bindings,
      models,
    }),
    logs: AuthorizedLogsService.create({
      inner: DefaultLogsService.create({
        resolver,
        live,
        reader,
        connectionOf: options.connectionOf,
        histories: options.histories,
        clock,
        random: Math.random,
        shutdown,
      }),
      gate,
      resolver,
      refusal: VerbRefusal.create(options.roles),
      record: DownloadRecord.create({ audit: options.audit, resolver }),
      clock,
    }),
    metrics: AuthorizedMetricsService.create({
      inner: DefaultMetricsService.create({
        resolver,
        live,
        clock,
        metricsOf: cluster => metricsSources.of(cluster),
        changesOf: ({ cluster, namespace, tier }, workloads) =>
          projectChanges(live.rows(cluster, namespace), {
            tier,
            memory: memory.of(cluster, namespace),
            workloads,
          }),
      }),
      gate,
      resolver,
      refusal: VerbRefusal.create(options.roles),
    }),
    findEnvironment: async ref => {
      const [cluster, namespace, ...rest] = ref.split('/');
      const environment =
        rest.length === 0
          ? bindings.environmentAt(cluster, namespace)
          : undefined;
      const model = await models.get();
      return (
        environment &&
        environmentResource(environment, model.ownersOf(environment.domainRef))
      );
    },
    forgetDecisions: () => {
      authorizer.clear();
      visible.clear();
    },
    stop: () => {
      live.stop();
      metricsSources.stop();
      memory.stop();
    },
  };
}
