import { BenchClusters } from './startBenchClusters';
import { BENCH_NAMESPACE, BENCH_SERVICE } from './benchWorld';

/** Who opens the tab. */
export const BENCH_PERSON = 'user:default/operator';

/** Others of the same department, so that many viewers are many persons. */
export const BENCH_VIEWERS: readonly string[] = Array.from(
  { length: 50 },
  (_, index) => `user:default/viewer-${index + 1}`,
);

/** The entity whose tab is opened. */
export const BENCH_ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: BENCH_SERVICE,
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': BENCH_SERVICE },
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/operators',
    system: 'checkout',
  },
};

const owner = BENCH_ENTITY.spec.owner;

/** The catalog of the portal under measurement. */
export const benchEntities: readonly object[] = [
  BENCH_ENTITY,
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'checkout' },
    spec: { owner, domain: 'payments' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name: 'payments' },
    spec: { owner },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'operators' },
    spec: { type: 'department', children: [] },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'operator' },
    spec: { memberOf: ['operators'] },
  },
  ...BENCH_VIEWERS.map(ref => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: ref.split('/')[1] },
    spec: { memberOf: ['operators'] },
  })),
];

/** App-config of a portal with both tabs over the same clusters. */
export function benchConfig(
  { clusters }: Pick<BenchClusters, 'clusters'>,
  options: {
    port: number;
    catalogFile: string;
    /** More of `workloads.clusters` by the names of the clusters. */
    settings?: Readonly<Record<string, object>>;
  },
): object {
  const baseUrl = `http://127.0.0.1:${options.port}`;
  return {
    app: { title: 'Bench', baseUrl },
    organization: { name: 'Bench' },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port: options.port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    auth: {
      environment: 'development',
      providers: {
        demoPeople: { people: [BENCH_PERSON, ...BENCH_VIEWERS] },
      },
    },
    permission: { enabled: true },
    catalog: {
      rules: [{ allow: ['Domain', 'System', 'Component', 'Group', 'User'] }],
      locations: [{ type: 'file', target: options.catalogFile }],
    },
    access: {
      grants: [
        { id: 'operators', subject: owner, domains: 'all', role: 'operator' },
      ],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url, token, caData }) => ({
            name,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
            ...(caData && { caData }),
          })),
        },
      ],
    },
    workloads: {
      clusters: Object.fromEntries(
        clusters.map(({ name }) => [
          name,
          { tier: 'production', ...options.settings?.[name] },
        ]),
      ),
      bindings: clusters.map(({ name }) => ({
        domain: 'payments',
        cluster: name,
        namespaces: [BENCH_NAMESPACE],
      })),
    },
  };
}
