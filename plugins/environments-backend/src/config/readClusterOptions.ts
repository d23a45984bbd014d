import { Config, ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { AddressFacts } from '../clone';
import { ClusterOptions } from './types';

/**
 * Reads `environments.clusters` with what holds for all of them.
 *
 * @param clusters - names of the clusters that there are
 * @throws InputError naming the key that is wrong
 */
export function readClusterOptions(
  config: Config | undefined,
  clusters: readonly string[],
): (cluster: string) => ClusterOptions {
  // Names of clusters are no keys that the config takes, so each entry is read by itself.
  const entries = config?.getOptional<JsonObject>('clusters') ?? {};
  const unknown = Object.keys(entries).find(name => !clusters.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `Wrong configuration: environments.clusters.${unknown} is no cluster of the kubernetes: section`,
    );
  }
  const found = new Map(
    clusters.map(name => [
      name,
      optionsOf(
        config,
        new ConfigReader(
          entries[name] as JsonObject | undefined,
          `environments.clusters.${name}`,
        ),
      ),
    ]),
  );
  return cluster => found.get(cluster) ?? {};
}

function optionsOf(config: Config | undefined, entry: Config): ClusterOptions {
  const clusterDomain = entry.getOptionalString('clusterDomain');
  const ingressNamespaces = entry.getOptionalStringArray('ingressNamespaces');
  const dropPlacement = entry.getOptionalBoolean('dropPlacement');
  const team = entry.getOptionalConfig('team');
  const address = addressOf(config, entry);
  return {
    ...(clusterDomain ? { clusterDomain } : {}),
    ...(ingressNamespaces ? { ingressNamespaces } : {}),
    ...(dropPlacement === undefined ? {} : { dropPlacement }),
    ...(address ? { address } : {}),
    ...(team
      ? {
          team: {
            clusterRole: team.getString('clusterRole'),
            groups: team.getOptionalStringArray('groups') ?? [],
            users: team.getOptionalStringArray('users') ?? [],
          },
        }
      : {}),
  };
}

function addressOf(
  config: Config | undefined,
  entry: Config,
): AddressFacts | undefined {
  const zone =
    entry.getOptionalString('zone') ?? config?.getOptionalString('zone');
  if (!zone) {
    return undefined;
  }
  const hostTemplate = config?.getOptionalString('hostTemplate');
  const scheme = oneOf(entry, 'scheme', ['http', 'https'] as const);
  const kind = oneOf(entry, 'route', ['Ingress', 'HTTPRoute'] as const);
  const ingressClassName = entry.getOptionalString('ingressClassName');
  const tlsSecretName = entry.getOptionalString('tlsSecretName');
  const gateway = entry.getOptionalConfig('gateway');
  const sectionName = gateway?.getOptionalString('sectionName');
  return {
    zone,
    ...(hostTemplate ? { hostTemplate } : {}),
    ...(scheme ? { scheme } : {}),
    ...(kind ? { kind } : {}),
    ...(ingressClassName ? { ingressClassName } : {}),
    ...(tlsSecretName ? { tlsSecretName } : {}),
    ...(gateway
      ? {
          gateway: {
            namespace: gateway.getString('namespace'),
            name: gateway.getString('name'),
            ...(sectionName ? { sectionName } : {}),
          },
        }
      : {}),
  };
}

function oneOf<T extends string>(
  entry: Config,
  key: string,
  values: readonly T[],
): T | undefined {
  const value = entry.getOptionalString(key);
  const found = values.find(one => one === value);
  if (value !== undefined && found === undefined) {
    throw new InputError(
      `Wrong configuration: environments.clusters.*.${key} "${value}" is none of ${values.join(
        ', ',
      )}`,
    );
  }
  return found;
}
