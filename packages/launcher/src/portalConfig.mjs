import { writeFileSync } from 'node:fs';

/**
 * Writes the config that only this run knows: ports, and the addresses and tokens of the clusters. JSON is YAML.
 *
 * @param clusters - `{name, url, token, caData?}` each
 * @param registry - `{host, url}` of a registry of images; undefined for none
 */
export function writePortalConfig(
  file,
  { appPort, backendPort, clusters, registry },
) {
  const appUrl = `http://localhost:${appPort}`;
  const config = {
    app: { baseUrl: appUrl },
    backend: {
      baseUrl: `http://localhost:${backendPort}`,
      listen: { port: backendPort },
      cors: { origin: appUrl },
    },
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url, token, caData }) => ({
            name,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
            ...(caData ? { caData } : {}),
          })),
        },
      ],
    },
    ...(registry ? { environments: { registries: [registry] } } : {}),
  };
  writeFileSync(file, `${JSON.stringify(config, undefined, 2)}\n`, {
    mode: 0o600,
  });
}
