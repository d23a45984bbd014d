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
      clusters: { 'prod-sh': { tier: 'production' } },
      bindings: DOMAINS.slice(0, 2).map(domain => ({
        domain,
        cluster: 'prod-sh',
        namespaces: [`${domain}-prod`],
      })),
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
