import { podOf, blocks } from '../__testUtils__/shopCase';
import { at } from '../../objects';
import {
  codes,
  loadBaseline,
  manifest,
  planInput,
  planOf,
} from '../__testUtils__/planCase';
import { planEnvironment } from '../planEnvironment';

describe('names, versions and size', () => {
  it('are refused when they are taken or too large', () => {
    const taken = planOf('voting', ['vote'], {
      input: { takenNames: ['night-fares', 'night-fares-2'] },
    });
    expect(taken.plan.warnings[0]).toMatchObject({
      code: 'name-taken',
      wayOut: { action: 'rename', value: 'night-fares-3' },
    });
    const namespaces = { 'payments-night-fares': undefined };
    expect(
      blocks(planOf('voting', ['vote'], { cluster: { namespaces } })),
    ).toEqual(['namespace-taken']);
    expect(
      blocks(
        planOf('voting', ['vote'], {
          cluster: { namespaces: { 'payments-night-fares': 'e1' } },
        }),
      ),
    ).toEqual([]);
    expect(
      blocks(planOf('voting', ['vote'], { specification: { size: 'XL' } })),
    ).toContain('size-over-limit');
    expect(
      blocks(
        planOf('voting', ['vote'], {
          specification: { configOverrides: { nobody: {} } },
        }),
      ),
    ).toEqual(['override-unused']);
  });

  it('take a version, settings, and fit what they ask for', () => {
    const result = planOf(
      'streaming',
      [
        {
          name: 'order-api',
          version: '2.5.0',
          env: { DB_URL: 'x', POD: null, NEW: 'y' },
        },
      ],
      { specification: { size: 'S' } },
    );
    const pod = podOf(result, 'Deployment', 'order-api');
    const [sidecar, main] = pod.containers;
    expect(sidecar.image).toBe('registry.example/stream/cache:1');
    expect(main.image).toBe('registry.example:5000/stream/order-api:2.5.0');
    expect(pod.initContainers![0]).toMatchObject({
      image: 'registry.example:5000/stream/order-api:2.5.0',
      env: [{ name: 'DB_URL', value: 'x' }],
    });
    expect(main.env!.map(one => one.name)).toEqual([
      'DB_URL',
      'DB_PASSWORD',
      'KAFKA_BOOTSTRAP_SERVERS',
      'PRICING_URL',
      'LIMIT',
      'NEW',
    ]);
    expect(codes(result)).toContain('resources-clamped order-api');
    // No room for a second pod: the old one goes first.
    expect(
      at(manifest(result, 'Deployment', 'order-api'), 'spec', 'strategy'),
    ).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
    });
    expect(pod).toMatchObject({
      nodeSelector: { pool: 'apps', 'kubernetes.io/arch': 'amd64' },
      affinity: { nodeAffinity: {} },
    });
    expect(pod.affinity).not.toHaveProperty('podAffinity');
    const elsewhere = podOf(
      planOf('streaming', ['order-api'], { cluster: { dropPlacement: true } }),
      'Deployment',
      'order-api',
    );
    expect(elsewhere.nodeSelector).toEqual({ 'kubernetes.io/arch': 'amd64' });
    expect(elsewhere).not.toHaveProperty('tolerations');
    expect(elsewhere.volumes!.map(one => one.name)).toEqual([
      'all',
      'scratch',
      'vault',
    ]);
  });

  it('take rights along within the namespace only', () => {
    const result = planOf('streaming', ['order-api']);
    expect(manifest(result, 'RoleBinding', 'read-config').subjects).toEqual([
      {
        kind: 'ServiceAccount',
        name: 'order-api',
        namespace: 'payments-night-fares',
      },
    ]);
    expect(manifest(result, 'ServiceAccount', 'order-api')).toMatchObject({
      imagePullSecrets: [{ name: 'registry' }],
    });
    expect(manifest(result, 'ServiceAccount', 'order-api')).not.toHaveProperty(
      'secrets',
    );
    expect(
      result.manifests.some(one => one.object.metadata.name === 'admin'),
    ).toBe(false);
    expect(codes(result)).toEqual(
      expect.arrayContaining([
        'cluster-role',
        'cloud-identity order-api',
        'custom-resource order-api',
      ]),
    );
    const fence = manifest(result, 'NetworkPolicy', 'domaindeck-fence').spec!;
    expect(fence).toMatchObject({ policyTypes: ['Ingress'] });
    expect(fence).not.toHaveProperty('egress');
  });

  it('want no rights that OpenShift gives in every namespace', () => {
    const baseline = loadBaseline('web-shop');
    const bound = (role: string) => {
      const binding = {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: role, namespace: baseline.namespace },
        roleRef: { kind: 'ClusterRole', name: role },
        subjects: [
          {
            kind: 'Group',
            name: `system:serviceaccounts:${baseline.namespace}`,
          },
        ],
      };
      const objects = [...baseline.objects, binding];
      return codes(
        planEnvironment(
          planInput({ ...baseline, objects }, [{ name: 'frontend' }]),
        ),
      );
    };
    expect(bound('system:image-puller')).not.toContain('cluster-role');
    expect(bound('view')).toContain('cluster-role');
  });

  it('have room for the data too', () => {
    const sizes = [
      { name: 'S', cores: 2, memory: 2 ** 32, storage: 5 * 2 ** 30, pods: 9 },
    ];
    const policy = { sizes, maxLifeMs: 14 * 86_400_000 };
    // Kafka tells its own full name, which has to lead here.
    const changes = {
      specification: { size: 'S', rewriteAddresses: true },
      input: { policy },
    };
    expect(blocks(planOf('streaming', ['kafka'], changes))).toEqual([]);
    const two = [{ name: 'kafka', replicas: 2 }];
    expect(blocks(planOf('streaming', two, changes))).toEqual([
      'size-too-small',
    ]);
    expect(
      blocks(planOf('streaming', ['kafka', 'order-api'], changes)),
    ).toEqual(['size-too-small']);
  });
});
