import { KubernetesObject } from '../objects';
import { faultsOf } from './__testUtils__/faultsOf';
import { planInput } from './__testUtils__/planCase';
import {
  configMap,
  deployment,
  object,
  service,
} from './__testUtils__/shapes/build';
import { planEnvironment } from './planEnvironment';
import { serviceOptions } from './serviceOptions';
import { Baseline } from './types';

const baselineOf = (objects: readonly unknown[]): Baseline => ({
  cluster: 'dev-1',
  namespace: 'shop',
  objects: objects as KubernetesObject[],
});

const UNKNOWN = { known: false, edges: [] };

describe('a baseline out of the ordinary', () => {
  it('may hold what nobody expects, and half of what is expected', () => {
    const remains = [
      object('example.com/v1', 'Whatever', 'x', { spec: 5 }),
      object('v1', 'Service', 'empty'),
      object('v1', 'Service', 'nulls', {
        spec: { selector: null, ports: null },
      }),
      object('v1', 'ConfigMap', 'bare'),
      object('v1', 'ConfigMap', 'binary', { binaryData: { a: 'AAAA' } }),
      object('v1', 'Secret', 'bare', { data: null }),
      object('v1', 'ServiceAccount', 'bare', { imagePullSecrets: null }),
      object('v1', 'PersistentVolumeClaim', 'bare'),
      object('apps/v1', 'Deployment', 'no-spec'),
      object('apps/v1', 'Deployment', 'no-containers', {
        spec: { template: { spec: { containers: null } } },
      }),
      object('apps/v1', 'Deployment', 'nothing-inside', {
        spec: { template: { spec: { containers: [] } } },
      }),
      object('batch/v1', 'CronJob', 'no-template', { spec: {} }),
      object('networking.k8s.io/v1', 'Ingress', 'bare', {
        spec: { rules: [null, {}, { http: { paths: [{}] } }] },
      }),
      object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'bare', {
        spec: { rules: [{ backendRefs: [null, { name: 'app' }] }] },
      }),
      object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'bare', {
        subjects: null,
      }),
      object('rbac.authorization.k8s.io/v1', 'Role', 'bare', { rules: null }),
      deployment('app', 'r/app:1', {
        env: { EMPTY: '' },
        pod: {
          serviceAccountName: 'bare',
          initContainers: null,
          volumes: [
            { name: 'a', configMap: { name: 'binary' } },
            { name: 'b', configMap: { name: 'bare' } },
            { name: 'c', persistentVolumeClaim: { claimName: 'bare' } },
            { name: 'd', secret: { secretName: 'bare' } },
            { name: 'e', projected: { sources: null } },
          ],
        },
        container: { envFrom: [{ secretRef: {} }, {}], args: null, env: null },
        metadata: { labels: null, annotations: null },
      }),
      service('app', [80]),
    ];
    const baseline = baselineOf(remains);
    expect(
      serviceOptions(baseline, UNKNOWN)
        .services.filter(one => one.cloneable)
        .map(one => one.name),
    ).toEqual(['app']);
    const result = planEnvironment(planInput(baseline, [{ name: 'app' }]));
    expect(result.plan.creatable).toBe(true);
    expect(faultsOf(baseline, result)).toEqual([]);
  });

  it('is planned in time with three hundred services and files as large as a cluster takes', () => {
    const line = 'upstream.address = http://service-7.shop.svc:80/path-of-it\n';
    const objects = [
      ...Array.from({ length: 300 }, (_, index) => index).flatMap(index => [
        deployment(`service-${index}`, 'r/service:1', {
          env: {
            NEXT: `http://service-${(index + 1) % 300}.shop:80`,
            KAFKA_BROKERS: 'kafka-0.kafka:9092',
          },
          pod: {
            volumes: [
              {
                name: 'c',
                configMap: { name: index % 10 ? `file-${index}` : 'huge' },
              },
            ],
          },
        }),
        service(`service-${index}`, [80]),
        configMap(`file-${index}`, { 'a.properties': line.repeat(50) }),
      ]),
      configMap('huge', { 'a.properties': line.repeat(15_000) }),
    ];
    const baseline = baselineOf(objects);
    const names = serviceOptions(baseline, UNKNOWN).services;
    expect(names).toHaveLength(300);
    const start = process.cpuUsage();
    const result = planEnvironment(
      planInput(
        baseline,
        names.map(one => ({ name: one.name })),
        { specification: { rewriteAddresses: true } },
      ),
    );
    const { user } = process.cpuUsage(start);
    expect(result.plan.services).toHaveLength(300);
    // Seconds; a machine under load has no others.
    expect(user / 1e6).toBeLessThan(20);
  });
});
