import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { ClusterLogsConfig } from '../logs/LogHistorySource';
import { ClusterMetricsConfig } from '../metrics/MetricSource';
import { Impersonation } from '../types';
import { authKeys, readAuthMetadata, TOKEN_FILE } from './authMetadata';
import { parseConfigValue } from './parseConfigValue';

const KEY = 'workloads.clusters';

const OWNER_REF = /^(?:group|user):[\w.-]+\/[\w.-]+$/;
const OWNER_REF_HINT =
  'is not the ref of a group or user of the catalog; write it as group:<namespace>/<name>';

const GROUP_REF = /^group:[\w.-]+\/[\w.-]+$/;
const GROUP_REF_HINT =
  'is not the ref of a catalog group; write it as group:<namespace>/<name>';

// What begins so belongs to the cluster itself: administrators, nodes, controllers.
const name = z
  .string()
  .regex(
    /^(?!\s*system:)[\x21-\x7e]+$/i,
    'is not a name that the portal may act as: it has letters, digits and signs without spaces, and does not begin with "system:"',
  );

const impersonationSchema = z.strictObject({
  userPrefix: name.optional(),
  groups: z.record(z.string().regex(GROUP_REF, GROUP_REF_HINT), name),
});

const settingsSchema = z.record(
  z.string(),
  z.strictObject({
    tier: z.string().min(1).optional(),
    title: z.string().min(1).optional(),
    owner: z.string().regex(OWNER_REF, OWNER_REF_HINT).optional(),
    tags: z.array(z.string().min(1)).optional(),
    restricted: z.boolean().optional(),
    selfService: z.boolean().optional(),
    auth: z
      .strictObject({
        ...authKeys,
        serviceAccountTokenFile: z.string().min(1).optional(),
      })
      .optional(),
    impersonate: impersonationSchema.optional(),
    // The rest belongs to the module that knows the type.
    logs: z.looseObject({ type: z.string().min(1) }).optional(),
    metrics: z.looseObject({ type: z.string().min(1) }).optional(),
  }),
);

function readImpersonation(
  given: z.infer<typeof impersonationSchema>,
): Impersonation {
  return {
    userPrefix: given.userPrefix ?? '',
    // Refs are told apart without regard to case.
    groups: Object.fromEntries(
      Object.entries(given.groups).map(([ref, group]) => [
        ref.toLocaleLowerCase('en-US'),
        group,
      ]),
    ),
  };
}

/** Our own keys of one cluster. */
export interface ClusterSettings {
  readonly tier?: string;
  readonly title?: string;
  readonly owner?: string;
  readonly tags?: readonly string[];
  readonly restricted?: boolean;
  readonly selfService?: boolean;
  /** Stands in for the metadata of the `kubernetes:` entry as a whole. */
  readonly authMetadata?: Readonly<Record<string, string>>;
  readonly impersonate?: Impersonation;
  readonly logs?: ClusterLogsConfig;
  readonly metrics?: ClusterMetricsConfig;
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
    Object.entries(settings).map(([cluster, { auth, impersonate, ...own }]) => {
      const key = `${KEY}.${cluster}`;
      if (!known.includes(cluster)) {
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
        cluster,
        {
          ...own,
          ...(impersonate
            ? { impersonate: readImpersonation(impersonate) }
            : {}),
          authMetadata: file
            ? { ...authMetadata, [TOKEN_FILE]: file }
            : authMetadata,
        },
      ];
    }),
  );
}
