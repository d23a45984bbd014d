import { join } from 'node:path';
import { stringify } from 'yaml';
import { ClusterAccess } from '../clusters/TestClusters';
import { kubernetesConfig } from '../clusters/kubernetesConfig';
import { REPOSITORY } from '../repository';

const DOMAINS = ['payments', 'rides', 'maps'];

/** What an adopter writes into the config of a stock portal: its clusters, and which namespaces a domain lives in. */
export function stockConfig(
  clusters: readonly ClusterAccess[],
  ports: { app: number; backend: number },
): string {
  const appUrl = `http://localhost:${ports.app}`;
  return stringify({
    app: { baseUrl: appUrl },
    backend: {
      baseUrl: `http://localhost:${ports.backend}`,
      listen: { port: ports.backend },
      cors: { origin: appUrl },
    },
    integrations: { github: [] },
    kubernetes: kubernetesConfig(clusters),
    workloads: {
      clusters: {
        'prod-sh': { tier: 'production' },
        'dev-1': { tier: 'development', selfService: true },
      },
      bindings: DOMAINS.slice(0, 2).flatMap(domain =>
        [
          ['prod-sh', 'prod'],
          ['dev-1', 'dev'],
        ].map(([cluster, ending]) => ({
          domain,
          cluster,
          namespaces: [`${domain}-${ending}`],
        })),
      ),
    },
    catalog: {
      rules: [
        {
          allow: ['Location', 'Domain', 'System', 'Component', 'Group', 'User'],
        },
      ],
      locations: [
        {
          type: 'file',
          target: join(REPOSITORY, 'examples/catalog/all.yaml'),
        },
      ],
    },
  });
}
