import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { authKeys, readAuthMetadata, TOKEN_FILE } from './authMetadata';
import { parseConfigValue } from './parseConfigValue';

const KEY = 'workloads.clusters';

const settingsSchema = z.record(
  z.string(),
  z.strictObject({
    tier: z.string().min(1).optional(),
    title: z.string().min(1).optional(),
    tags: z.array(z.string().min(1)).optional(),
    restricted: z.boolean().optional(),
    selfService: z.boolean().optional(),
    auth: z
      .strictObject({
        ...authKeys,
        serviceAccountTokenFile: z.string().min(1).optional(),
      })
      .optional(),
  }),
);

/** Our own keys of one cluster. */
export interface ClusterSettings {
  readonly tier?: string;
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly restricted?: boolean;
  readonly selfService?: boolean;
  /** Stands in for the metadata of the `kubernetes:` entry as a whole. */
  readonly authMetadata?: Readonly<Record<string, string>>;
}

/**
 * Reads `workloads.clusters`.
 *
 * @param known - names of the clusters that exist
 * @throws InputError naming the key, on an unknown cluster, an unknown key or a wrong type.
 */
export function readClusterSettings(
  config: Config,
  known: readonly string[],
): ReadonlyMap<string, ClusterSettings> {
  const settings = parseConfigValue(
    settingsSchema,
    config.getOptional(KEY) ?? {},
    KEY,
  );
  return new Map(
    Object.entries(settings).map(([name, { auth, ...own }]) => {
      const key = `${KEY}.${name}`;
      if (!known.includes(name)) {
        throw new InputError(
          `Wrong configuration: ${key} names no cluster of kubernetes.clusterLocatorMethods; known are ${
            known.join(', ') || 'none'
          }`,
        );
      }
      const authMetadata = auth && readAuthMetadata(auth);
      if (auth && !authMetadata) {
        throw new InputError(
          `Wrong configuration: ${key}.auth.authProvider is missing; set it, for example to serviceAccount`,
        );
      }
      const file = auth?.serviceAccountTokenFile;
      return [
        name,
        {
          ...own,
          authMetadata: file
            ? { ...authMetadata, [TOKEN_FILE]: file }
            : authMetadata,
        },
      ];
    }),
  );
}
