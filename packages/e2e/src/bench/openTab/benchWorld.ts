import { KubernetesObject } from '@domaindeck/demo-clusters';

/** The service whose tab is opened. */
export const BENCH_SERVICE = 'pricing';
/** Its namespace, in every cluster. */
export const BENCH_NAMESPACE = 'payments-bench';
/** Pods of the service in each cluster. */
export const BENCH_PODS = 20;

function container(name: string, image: string) {
  return {
    name,
    image,
    env: Array.from({ length: 14 }, (_, index) => ({
      name: `SETTING_${index}`,
      value: `value-of-setting-${index}`,
    })),
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    resources: {
      requests: { cpu: '100m', memory: '128Mi' },
      limits: { cpu: '500m', memory: '512Mi' },
    },
    readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
    livenessProbe: { httpGet: { path: '/live', port: 8080 } },
    volumeMounts: ['config', 'secret', 'scratch'].map(volume => ({
      name: volume,
      mountPath: `/etc/${volume}`,
    })),
  };
}

/**
 * One service with 20 ordinary pods: two containers with 14 environment variables each, probes and three volumes.
 */
export function benchManifests(): KubernetesObject[] {
  const labels = {
    'app.kubernetes.io/name': BENCH_SERVICE,
    'backstage.io/kubernetes-id': BENCH_SERVICE,
  };
  const metadata = { name: BENCH_SERVICE, namespace: BENCH_NAMESPACE, labels };
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: BENCH_NAMESPACE },
    },
    // What its pods mount; without them they would wait for ever.
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { a: 'b' } },
    { apiVersion: 'v1', kind: 'Secret', metadata, stringData: { a: 'b' } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: BENCH_PODS,
        selector: { matchLabels: { 'app.kubernetes.io/name': BENCH_SERVICE } },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              container(
                BENCH_SERVICE,
                'registry.example.com/payments/pricing:5.2.1',
              ),
              container('proxy', 'registry.example.com/platform/proxy:1.30.2'),
            ],
            volumes: [
              { name: 'config', configMap: { name: BENCH_SERVICE } },
              { name: 'secret', secret: { secretName: BENCH_SERVICE } },
              { name: 'scratch', emptyDir: {} },
            ],
          },
        },
      },
    },
  ];
}
