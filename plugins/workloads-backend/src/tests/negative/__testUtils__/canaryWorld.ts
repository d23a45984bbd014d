import { KubernetesObject, World } from '@domaindeck/demo-clusters';

/** Where each object of {@link canaryWorld} is read, below a namespace's `objects/`. */
export const CANARY_OBJECTS: readonly string[] = [
  'core/v1/secrets/bank',
  'core/v1/secrets/sh.helm.release.v1.pricing.v1',
  'core/v1/configmaps/settings',
  'apps/v1/deployments/pricing',
];

/** A cluster in which every kind of object holds a secret, as people and tools leave them there. */
export function canaryWorld(name: string, canary: string): World {
  const now = new Date().toISOString();
  const encoded = Buffer.from(canary).toString('base64');
  const holding = (object: KubernetesObject): KubernetesObject => ({
    ...object,
    metadata: {
      namespace: 'payments',
      ...object.metadata,
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
          data: { password: encoded },
          stringData: { password: canary },
        }),
        'example.com/deploy-token': canary,
        ...object.metadata.annotations,
      },
    },
  });
  return {
    name,
    kubernetesVersion: 'v1.36.3',
    nodes: 1,
    manifests: [
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: 'payments',
          labels: { 'domaindeck.io/domain': 'payments' },
          annotations: { 'example.com/cluster-token': canary },
        },
      },
      holding({
        apiVersion: 'v1',
        kind: 'Secret',
        data: { password: encoded },
        metadata: { name: 'bank' },
      }),
      holding({
        apiVersion: 'v1',
        kind: 'Secret',
        type: 'helm.sh/release.v1',
        data: { release: encoded },
        metadata: {
          name: 'sh.helm.release.v1.pricing.v1',
          labels: { owner: 'helm' },
        },
      }),
      holding({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        data: {
          DB_PASSWORD: canary,
          'application.yaml': `db:\n  user: app\n  password: ${canary}\n`,
        },
        metadata: { name: 'settings' },
      }),
      holding({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        spec: {
          replicas: 1,
          selector: { matchLabels: { app: 'pricing' } },
          template: {
            metadata: {
              labels: { app: 'pricing' },
              annotations: { 'example.com/sidecar-token': canary },
            },
            spec: {
              containers: [
                {
                  name: 'pricing',
                  image: 'registry.example.com/payments/pricing:1.0.0',
                  args: [`--api-key=${canary}`],
                  env: [
                    { name: 'DB_PASSWORD', value: canary },
                    { name: 'DB_URL', value: `postgres://a:${canary}@db/x` },
                  ],
                },
              ],
            },
          },
        },
        metadata: {
          name: 'pricing',
          labels: { 'app.kubernetes.io/name': 'pricing' },
          annotations: {
            'kubernetes.io/change-cause': `kubectl set env deploy/pricing DB_PASSWORD=${canary}`,
          },
        },
      }),
      holding({
        apiVersion: 'v1',
        kind: 'Event',
        type: 'Warning',
        reason: 'Unhealthy',
        message: `Readiness probe failed: cannot reach postgres://a:${canary}@db/x`,
        involvedObject: {
          kind: 'Deployment',
          namespace: 'payments',
          name: 'pricing',
        },
        firstTimestamp: now,
        lastTimestamp: now,
        metadata: { name: 'pricing.1' },
      }),
    ],
  };
}

/** Lets the running pod tell its secret as it dies. */
export const dyingWords = (canary: string) => ({
  status: {
    containerStatuses: [
      {
        name: 'pricing',
        ready: false,
        restartCount: 3,
        image: 'registry.example.com/payments/pricing:1.0.0',
        imageID: '',
        state: {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: `exec failed: --api-key=${canary}`,
          },
        },
        lastState: {
          terminated: {
            exitCode: 1,
            reason: 'Error',
            message: `FATAL password=${canary} was refused`,
            startedAt: '2026-11-23T14:00:00Z',
            finishedAt: '2026-11-23T14:01:00Z',
          },
        },
      },
    ],
  },
});
