import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { authKeys, readAuthMetadata } from './authMetadata';
import { parseConfigValue } from './parseConfigValue';

const KEY = 'kubernetes.clusterLocatorMethods';

// Loose: the keys that only the stock tab reads (dashboards, custom resources) are not ours to judge.
const clusterSchema = z.looseObject({
  name: z.string().min(1),
  title: z.string().optional(),
  url: z.string().min(1),
  skipTLSVerify: z.boolean().optional(),
  caData: z.string().optional(),
  caFile: z.string().optional(),
  ...authKeys,
});

const locatorsSchema = z.array(
  z.looseObject({ type: z.string().min(1), clusters: z.unknown().optional() }),
);

/** A cluster of the stock `kubernetes:` config, before our own keys join it. */
export interface LocatedCluster {
  readonly name: string;
  readonly title?: string;
  readonly url: string;
  readonly skipTLSVerify: boolean;
  readonly caData?: string;
  readonly caFile?: string;
  readonly authMetadata: Readonly<Record<string, string>>;
}

/**
 * A way of finding clusters that the stock tab knows and we do not.
 * @public
 */
export interface UnreadLocator {
  /** Such as `kubernetes.clusterLocatorMethods[1]`. */
  readonly configKey: string;
  /** Such as `gke`. */
  readonly type: string;
  /** What is so and what to do, in one sentence. */
  readonly message: string;
}

function readClusters(key: string, value: unknown): LocatedCluster[] {
  const clusters = parseConfigValue(
    z.array(clusterSchema),
    value ?? [],
    `${key}.clusters`,
  );
  return clusters.map((cluster, index) => {
    const authMetadata = readAuthMetadata(cluster);
    if (!authMetadata) {
      throw new InputError(
        `Wrong configuration: ${key}.clusters[${index}].authProvider is missing for cluster "${cluster.name}"; set it, for example to serviceAccount`,
      );
    }
    return {
      name: cluster.name,
      title: cluster.title,
      // The path of a request starts with a slash of its own.
      url: cluster.url.replace(/\/+$/, ''),
      skipTLSVerify: cluster.skipTLSVerify ?? false,
      caData: cluster.caData,
      caFile: cluster.caFile,
      authMetadata,
    };
  });
}

/**
 * Reads `kubernetes.clusterLocatorMethods`. Only the type `config` is read: upstream exports neither its catalog nor
 * its GKE locator.
 *
 * @throws InputError naming the key, when a cluster is incomplete or named twice.
 */
export function readLocatedClusters(config: Config): {
  readonly clusters: readonly LocatedCluster[];
  readonly unread: readonly UnreadLocator[];
} {
  const locators = parseConfigValue(
    locatorsSchema,
    config.getOptional(KEY) ?? [],
    KEY,
  );
  const clusters: LocatedCluster[] = [];
  const unread: UnreadLocator[] = [];
  const firstSeen = new Map<string, string>();
  locators.forEach((locator, index) => {
    const key = `${KEY}[${index}]`;
    if (locator.type !== 'config') {
      unread.push({
        configKey: key,
        type: locator.type,
        message: `${key} finds clusters by "${locator.type}", which DomainDeck does not read; list those clusters under a locator of type config too`,
      });
      return;
    }
    readClusters(key, locator.clusters).forEach((cluster, position) => {
      const here = `${key}.clusters[${position}].name`;
      const before = firstSeen.get(cluster.name);
      if (before) {
        throw new InputError(
          `Wrong configuration: ${here} is "${cluster.name}", and so is ${before}; give each cluster a name of its own`,
        );
      }
      firstSeen.set(cluster.name, here);
      clusters.push(cluster);
    });
  });
  return { clusters, unread };
}
