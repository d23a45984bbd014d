import { Baseline, Relations } from '../clone';
import { KubernetesObject } from '../objects';

/**
 * A baseline of many services, each with what a service of a company has: files of settings that name others, a secret,
 * an account, an Ingress, a policy. Every service calls the next three.
 */
export function largeBaseline(count: number): {
  baseline: Baseline;
  relations: Relations;
} {
  const names = Array.from({ length: count }, (_, index) => `service-${index}`);
  return {
    baseline: {
      cluster: 'dev-1',
      namespace: 'shop',
      objects: names.flatMap((name, index) => objectsOf(name, index, names)),
    },
    relations: {
      known: true,
      edges: names.flatMap((from, index) =>
        calleesOf(index, names).map(to => ({
          from,
          to,
          kind: 'calls' as const,
        })),
      ),
    },
  };
}

function calleesOf(index: number, names: readonly string[]): string[] {
  return [1, 2, 3].map(step => names[(index + step) % names.length]);
}

function objectsOf(
  name: string,
  index: number,
  names: readonly string[],
): KubernetesObject[] {
  const metadata = { name, namespace: 'shop', labels: { app: name } };
  const callees = calleesOf(index, names);
  const file = Array.from(
    { length: 100 },
    (_, line) => `option-${line}: http://${callees[line % 3]}.shop.svc:8080`,
  ).join('\n');
  const objects = [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name } },
          spec: {
            serviceAccountName: name,
            containers: [
              {
                name,
                image: `registry.example/shop/${name}:1.${index}.0`,
                envFrom: [{ secretRef: { name } }],
                env: callees.map(to => ({
                  name: `${to
                    .replace('-', '_')
                    .toLocaleUpperCase('en-US')}_URL`,
                  value: `http://${to}:8080`,
                })),
                resources: {
                  requests: { cpu: '100m', memory: '256Mi' },
                  limits: { memory: '512Mi' },
                },
              },
            ],
            volumes: [{ name: 'settings', configMap: { name } }],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: { app: name }, ports: [{ name: 'http', port: 8080 }] },
    },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: { 'application.yaml': file, 'rules.yaml': file },
    },
    { apiVersion: 'v1', kind: 'Secret', metadata, data: { PASSWORD: '' } },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: {
        podSelector: { matchLabels: { app: name } },
        ingress: [{ from: [{ podSelector: {} }] }],
      },
    },
    ...(index % 10 === 0
      ? [
          {
            apiVersion: 'networking.k8s.io/v1',
            kind: 'Ingress',
            metadata,
            spec: {
              rules: [
                {
                  host: `${name}.example`,
                  http: {
                    paths: [
                      {
                        path: '/',
                        pathType: 'Prefix',
                        backend: { service: { name, port: { name: 'http' } } },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ]
      : []),
  ];
  return objects as KubernetesObject[];
}
