import {
  Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  durationToMilliseconds,
  JsonObject,
  JsonValue,
} from '@backstage/types';
import {
  durationMs,
  Size,
} from '@domaindeck/backstage-plugin-environments-common';
import { parseQuantity } from '../objects';
import { DEFAULT_LIVES, DEFAULT_SIZES, Prices } from '../policy';
import { readClusterOptions } from './readClusterOptions';
import { readRegistries } from './readRegistries';
import { DomainOptions, EnvironmentsOptions } from './types';

const DAY_MS = 86_400_000;
const MAX_LIFE_MS = 14 * DAY_MS;
const NOTICES_MS = [DAY_MS, DAY_MS / 24];

const KEYS = [
  'sizes',
  'limits',
  'lives',
  'maxLife',
  'notices',
  // Is read by the module that sends them.
  'notifications',
  'zone',
  'hostTemplate',
  'prices',
  'domains',
  'clusters',
  'registries',
  'secretKey',
];

/**
 * Reads and checks `environments:`.
 *
 * @param clusters - names of the clusters that there are
 * @throws InputError naming the key that is wrong
 */
export function readEnvironmentsOptions(
  root: Config,
  clusters: readonly string[],
): EnvironmentsOptions {
  const config = root.getOptionalConfig('environments');
  for (const key of config?.keys() ?? []) {
    if (!KEYS.includes(key)) {
      throw wrong(
        key,
        `is not a known key; known are ${KEYS.map(
          one => `environments.${one}`,
        ).join(', ')}`,
      );
    }
  }
  const sizes = readSizes(config);
  const permissionsEnabled =
    root.getOptionalBoolean('permission.enabled') ?? false;
  return {
    sizes,
    limits: {
      person: readCount(config, 'limits.person'),
      group: readCount(config, 'limits.group'),
      domain: readCount(config, 'limits.domain'),
    },
    lives: readLives(config),
    maxLifeMs: readDuration(config, 'maxLife') ?? MAX_LIFE_MS,
    noticesMs: readNotices(config),
    prices: readPrices(config),
    domains: readDomains(config, sizes),
    registries: readRegistries(config, wrong),
    secretKey: config?.getOptionalString('secretKey'),
    permissionsEnabled,
    changesAllowed:
      permissionsEnabled ||
      (root.getOptionalBoolean(
        'access.dangerouslyAllowActionsWithoutPermissions',
      ) ??
        false),
    clusterOptions: readClusterOptions(config, clusters),
  };
}

function wrong(key: string, words: string): InputError {
  return new InputError(`Wrong configuration: environments.${key} ${words}`);
}

function readSizes(config: Config | undefined): readonly Size[] {
  const entries = config?.getOptionalConfigArray('sizes');
  if (!entries) {
    return DEFAULT_SIZES;
  }
  const sizes = entries.map((entry, index): Size => {
    const bytes = (key: string) => {
      const value = entry.get(key);
      const parsed = parseQuantity(
        typeof value === 'number' ? value : String(value),
      );
      if (parsed === undefined || !(parsed > 0)) {
        throw wrong(
          `sizes[${index}].${key}`,
          `"${String(value)}" is no amount such as 8Gi`,
        );
      }
      return parsed;
    };
    const title = entry.getOptionalString('title');
    const cores = entry.getNumber('cores');
    if (!(cores > 0)) {
      throw wrong(`sizes[${index}].cores`, `"${cores}" is no number of cores`);
    }
    return {
      name: entry.getString('name'),
      ...(title ? { title } : {}),
      cores,
      memory: bytes('memory'),
      storage: bytes('storage'),
      pods: entry.getNumber('pods'),
    };
  });
  if (sizes.length === 0) {
    throw wrong('sizes', 'is empty; leave it out for S, M and L');
  }
  return sizes;
}

function readCount(
  config: Config | undefined,
  key: string,
  parent?: string,
): number | undefined {
  const count = config?.getOptionalNumber(key);
  if (count !== undefined && !(Number.isInteger(count) && count >= 0)) {
    throw wrong(pathOf(parent, key), `"${count}" is no count`);
  }
  return count;
}

function readLives(config: Config | undefined): readonly string[] {
  const lives = config?.getOptionalStringArray('lives') ?? DEFAULT_LIVES;
  lives.forEach((life, index) => {
    if (durationMs(life) === undefined) {
      throw wrong(
        `lives[${index}]`,
        `"${life}" is no duration such as PT8H or P3D`,
      );
    }
  });
  return [...lives].sort(
    (one, other) => (durationMs(one) ?? 0) - (durationMs(other) ?? 0),
  );
}

function readNotices(config: Config | undefined): readonly number[] {
  const entries = config?.getOptional<JsonValue[]>('notices');
  const notices =
    entries?.map(
      (notice, index) =>
        readDuration(
          new ConfigReader({ before: notice }),
          'before',
          `notices[${index}]`,
        ) ?? 0,
    ) ?? NOTICES_MS;
  return [...notices].sort((one, other) => other - one);
}

/** Every form that Backstage takes, and ISO 8601. */
function readDuration(
  config: Config | undefined,
  key: string,
  parent?: string,
): number | undefined {
  if (!config?.has(key)) {
    return undefined;
  }
  try {
    return durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch {
    throw wrong(
      pathOf(parent, key),
      'is no duration such as P14D or { days: 14 }',
    );
  }
}

function pathOf(parent: string | undefined, key: string): string {
  return parent === undefined ? key : `${parent}.${key}`;
}

function readPrices(config: Config | undefined): Prices | undefined {
  const prices = config?.getOptionalConfig('prices');
  return (
    prices && {
      currency: prices.getString('currency'),
      coreHour: prices.getNumber('coreHour'),
      gibHour: prices.getNumber('gibHour'),
    }
  );
}

function readDomains(
  config: Config | undefined,
  sizes: readonly Size[],
): Record<string, DomainOptions> {
  // Refs are no keys that the config takes, so each entry is read by itself.
  const domains = config?.getOptional<JsonObject>('domains') ?? {};
  return Object.fromEntries(
    Object.entries(domains).map(([ref, value]): [string, DomainOptions] => {
      const key = `domains["${ref}"]`;
      const entry = new ConfigReader(value as JsonObject, key);
      const allowed = entry.getOptionalStringArray('sizes');
      const unknown = allowed?.find(
        name => !sizes.some(size => size.name === name),
      );
      if (unknown !== undefined) {
        throw wrong(
          `${key}.sizes`,
          `"${unknown}" is no size; there are ${sizes
            .map(size => size.name)
            .join(', ')}`,
        );
      }
      return [
        domainRefOf(ref, key),
        {
          limit: readCount(entry, 'limit', key),
          maxLifeMs: readDuration(entry, 'maxLife', key),
          copyableSecrets: entry.getOptionalStringArray('copyableSecrets'),
          sizes: allowed,
        },
      ];
    }),
  );
}

function domainRefOf(ref: string, key: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind: 'domain',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw wrong(key, 'is no reference such as domain:default/payments');
  }
}
