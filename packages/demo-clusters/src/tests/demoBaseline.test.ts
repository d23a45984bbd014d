import { resolve } from 'node:path';
import { DemoCluster } from '../cluster/DemoCluster';
import { DemoWorld, startDemoWorld } from '../cluster/startDemoWorld';
import { KubernetesObject } from '../model/KubernetesObject';
import { ContainerSpec, ReplicatedWorkload } from '../player/objects';

const EXAMPLES = resolve(__dirname, '../../../../examples/kubernetes');
const NOW = Date.parse('2026-11-23T14:09:00Z');
const NAMESPACE = 'payments-dev';

/** What self-service environments of the demo are cloned from: enough that every trap of a plan can be shown. */
describe('the baseline of the demo', () => {
  let world: DemoWorld;
  let cluster: DemoCluster;

  beforeAll(async () => {
    world = await startDemoWorld({
      examples: EXAMPLES,
      clock: () => NOW,
      live: false,
    });
    cluster = world.cluster('dev-1');
  });

  afterAll(() => world.stop());

  const workloads = (kind: string) =>
    cluster.list('apps/v1', kind, NAMESPACE) as ReplicatedWorkload[];
  const containers = (): ContainerSpec[] =>
    [...workloads('Deployment'), ...workloads('StatefulSet')].flatMap(
      ({ spec }) => [...spec.template.spec.containers],
    );
  const names = (found: readonly KubernetesObject[]) =>
    found.map(({ metadata }) => metadata.name);

  it('calls its own Services by the addresses in its settings', () => {
    const services = names(cluster.list('v1', 'Service', NAMESPACE));
    const called = containers()
      .flatMap(({ env = [] }) => env)
      .map(({ value = '' }) => /^\w+:\/\/([a-z-]+)(:|\/|$)/.exec(value)?.[1])
      .filter(host => host !== undefined);
    expect([...new Set(called)].sort()).toEqual([
      'ledger',
      'messages',
      'orders',
      'pricing',
      'refunds',
      'risk',
    ]);
    expect(services).toEqual(expect.arrayContaining(called));
  });

  it('has every ConfigMap and Secret that it reads, one of them for environments', () => {
    const wanted = containers().flatMap(({ env = [], envFrom = [] }) => [
      ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
      ...envFrom.map(({ configMapRef }) => configMapRef?.name),
    ]);
    const held = [
      ...cluster.list('v1', 'Secret', NAMESPACE),
      ...cluster.list('v1', 'ConfigMap', NAMESPACE),
    ];
    expect(names(held)).toEqual(
      expect.arrayContaining(wanted.filter(name => name !== undefined)),
    );
    const copyable = held.filter(
      ({ metadata }) => metadata.labels?.['domaindeck.io/copyable'] === 'true',
    );
    expect(names(copyable)).toEqual(['fares-db']);
    expect(names(cluster.list('v1', 'Secret', NAMESPACE))).toContain(
      'refunds-bank',
    );
  });

  it('has a database with a volume and a way in from outside', () => {
    const [volume] = cluster.list('v1', 'PersistentVolumeClaim', NAMESPACE);
    expect(volume).toMatchObject({
      metadata: { name: 'data-fares-db-0' },
      status: { phase: 'Bound', capacity: { storage: '10Gi' } },
    });
    const [ingress] = cluster.list(
      'networking.k8s.io/v1',
      'Ingress',
      NAMESPACE,
    );
    expect(ingress.spec).toMatchObject({
      rules: [{ host: 'payments.dev.example' }],
    });
  });
});
