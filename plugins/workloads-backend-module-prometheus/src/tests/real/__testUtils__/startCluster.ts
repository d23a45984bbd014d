import { DemoCluster, startDemoCluster } from '@domaindeck/demo-clusters';

/** Ten minutes of a cluster with a namespace for each of the domains `payments` and `rides`; it stands still from then on. */
export async function startCluster(name: string): Promise<DemoCluster> {
  let now = Date.now() - 600_000;
  const namespace = (of: string, domain: string) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: of, labels: { 'domaindeck.io/domain': domain } },
  });
  const cluster = await startDemoCluster({
    world: {
      name,
      kubernetesVersion: 'v1.36.3',
      nodes: 1,
      manifests: [
        namespace('pay', 'payments'),
        namespace('rides', 'rides'),
        deployment('pay', 'pricing', 2),
        deployment('rides', 'matching', 1),
      ],
    },
    // A cluster of its own names for its pods.
    seed: name.length,
    clock: () => now,
    live: false,
  });
  for (let second = 0; second < 600; second += 1) {
    now += 1_000;
    cluster.tick();
  }
  return cluster;
}

function deployment(namespace: string, name: string, replicas: number) {
  const labels = { 'app.kubernetes.io/name': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'app',
              image: `r.example.com/${name}:1.0.0`,
              resources: { requests: { cpu: '500m', memory: '1Gi' } },
            },
          ],
        },
      },
    },
  };
}
