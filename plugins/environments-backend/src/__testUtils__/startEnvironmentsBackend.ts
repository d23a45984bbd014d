import {
  BackstageUserPrincipal,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import permissionBackend from '@backstage/plugin-permission-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { actingHttpAuth } from '@domaindeck/backend-testing';
import {
  EnvironmentNews,
  EnvironmentRecord,
} from '@domaindeck/backstage-plugin-environments-common';
import { DEFAULT_ROLES } from '@domaindeck/backstage-plugin-access-common';
import { CatalogOrganisationSource } from '@domaindeck/backstage-plugin-access-node';
import { RecordingAuditService } from '@domaindeck/backstage-plugin-access-node/testUtils';
import permissionModuleAccess from '@domaindeck/backstage-plugin-permission-backend-module-access';
import { systemClock } from '@domaindeck/backstage-plugin-workloads-node';
import request from 'supertest';
import { assembleServices } from '../assembleServices';
import { RoomSource } from '../capacity';
import { readEnvironmentsOptions } from '../config/readEnvironmentsOptions';
import { DomainSource } from '../domains';
import { createRouter } from '../http/createRouter';
import { recordResourceRef, registerPermissions } from '../permissions';
import { KnownVersions, RegistryVersions } from '../planning';
import { Registries } from '../registries';
import { createTestStore } from '../store/__testUtils__/createTestStore';
import { EnvironmentStore } from '../store/types';
import { fixedDomains } from '../tests/__testUtils__/fixedDomains';
import { TestTarget } from '../tests/__testUtils__/TestTarget';
import { TrafficSource } from '../traffic';
import { ACCESS, COMPANY, DOMAIN } from './company';

/** What came back. */
export interface Answer {
  readonly status: number;
  // A test knows what it asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** A running backend over a cluster and a database in memory. */
export interface EnvironmentsBackend {
  readonly server: TestBackend['server'];
  readonly store: EnvironmentStore;
  readonly audit: RecordingAuditService;
  readonly news: readonly EnvironmentNews[];
  /** Every line that was logged. */
  readonly logged: readonly string[];
  readonly entities: Entity[];
  /** Asks as a person, by their short name. */
  ask(
    person: string,
    method: 'get' | 'post' | 'patch' | 'put' | 'delete',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Asks as the first person of the company until the environment has one of the states. */
  reach(
    id: string,
    ...states: EnvironmentRecord['state'][]
  ): Promise<EnvironmentRecord>;
  stop(): Promise<void>;
}

/** Starts routes, permissions, workers and observer of the plugin, with the real permission backend and policy. */
export async function startEnvironmentsBackend(options: {
  readonly target: TestTarget;
  readonly baseline: string;
  readonly config?: JsonObject;
  /** What runs or ran where; nothing unless told. */
  readonly versions?: Awaited<ReturnType<DomainSource['versions']>>;
  /** It is not known unless told. */
  readonly rooms?: RoomSource;
  /** There is none unless told. */
  readonly traffic?: TrafficSource;
}): Promise<EnvironmentsBackend> {
  const { target } = options;
  const entities = [...COMPANY];
  const audit = RecordingAuditService.create();
  const news: EnvironmentNews[] = [];
  const logged: string[] = [];
  const database = await createTestStore();
  const { store } = database;
  const shutdown = new AbortController();
  const stops: (() => Promise<unknown>)[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'environments',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
        },
        async init({ httpAuth, httpRouter, config, ...deps }) {
          const clusters = [target.definition];
          const domains = fixedDomains({ ...options, domain: DOMAIN });
          const settings = readEnvironmentsOptions(
            config,
            clusters.map(one => one.name),
          );
          const registries = Registries.create({
            options: settings.registries,
            now: Date.now,
            patienceMs: 1_000,
            onFailure: error => logged.push(error.message),
          });
          stops.push(() => registries.close());
          const log = (...parts: unknown[]) => {
            logged.push(parts.map(String).join(' '));
          };
          const {
            drifts,
            findResource,
            observer,
            reconciler,
            uses,
            ...services
          } = assembleServices({
            ...deps,
            audit,
            logger: mockServices.logger.mock({
              error: log,
              warn: log,
              info: log,
              debug: log,
            }),
            rulesetOf: verb =>
              deps.permissionsRegistry.getPermissionRuleset(
                recordResourceRef(verb),
              ),
            roles: DEFAULT_ROLES,
            organisation: CatalogOrganisationSource.create({
              ...deps,
              now: Date.now,
            }),
            clusters,
            drivers: {
              get: name =>
                name === target.definition.name ? target.driver : undefined,
              list: () => [target.driver],
            },
            domains,
            versions: RegistryVersions.create({
              known: KnownVersions.create(domains),
              registries,
            }),
            options: settings,
            store,
            rooms: options.rooms ?? { room: async () => undefined },
            traffic: options.traffic ?? {
              requests: async () => ({ told: false, code: 'no-source' }),
            },
            tell: async one => {
              news.push(one);
            },
            clock: systemClock,
            random: Math.random,
            worker: 'test',
            pollMs: 100,
            lookMs: 1_000,
            shutdown: shutdown.signal,
          });
          registerPermissions(deps.permissionsRegistry, findResource);
          httpRouter.use(await createRouter({ httpAuth, ...services }));
          reconciler.start();
          observer.start();
          drifts.start();
          uses.start();
          stops.push(() =>
            Promise.all([
              reconciler.stop(),
              observer.stop(),
              drifts.stop(),
              uses.stop(),
            ]),
          );
        },
      });
    },
  });
  const current = () => catalogServiceMock({ entities });
  const running = await startTestBackend({
    features: [
      plugin,
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          access: ACCESS,
          environments: { zone: 'dev.example' },
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: target.definition.name,
                    url: target.definition.url,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: 'unused',
                  },
                ],
              },
            ],
          },
          workloads: {
            clusters: {
              [target.definition.name]: {
                tier: target.definition.tier,
                selfService: true,
              },
            },
          },
          ...options.config,
        },
      }),
      catalogServiceMock.mock({
        getEntityByRef: (ref, caller) => current().getEntityByRef(ref, caller),
        streamEntities: (query, caller) =>
          current().streamEntities(query, caller),
      }).factory,
      mockServices.userInfo.mock({
        getUserInfo: async ({ principal }) => {
          const { userEntityRef } = principal as BackstageUserPrincipal;
          return { userEntityRef, ownershipEntityRefs: [userEntityRef] };
        },
      }).factory,
      actingHttpAuth,
      permissionBackend,
      permissionModuleAccess,
    ],
  });
  const { server } = running;
  const ask: EnvironmentsBackend['ask'] = async (
    person,
    method,
    path,
    body,
    headers = {},
  ) => {
    const question = request(server)
      [method](`/api/environments${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${person}`),
      )
      .set(headers);
    const { status, body: given } = await (body
      ? question.send(body)
      : question);
    return { status, body: given };
  };
  return {
    server,
    store,
    audit,
    news,
    logged,
    entities,
    ask,
    reach: async (id, ...states) => {
      for (let attempt = 0; attempt < 600; attempt++) {
        const { body } = await ask('pat', 'get', `/environments/${id}`);
        if (states.includes(body.state)) {
          return body;
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      const { body } = await ask('pat', 'get', `/environments/${id}`);
      throw new Error(`It is ${JSON.stringify(body).slice(0, 500)}`);
    },
    stop: async () => {
      shutdown.abort();
      await Promise.all(stops.map(one => one()));
      await running.stop();
      await database.stop();
    },
  };
}
