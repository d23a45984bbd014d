import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { registryHost } from '../objects';
import { RegistryOptions } from './types';

/** A host as images name it. */
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;

/** Where images without a host lie; neither name is the one that images have. */
const DOCKER = {
  host: 'docker.io',
  url: 'https://registry-1.docker.io',
  tokenUrl: 'https://auth.docker.io',
};

/** Makes the error about a key below `environments`. */
type Wrong = (key: string, words: string) => InputError;

/**
 * Reads `environments.registries`.
 *
 * @throws InputError naming the key that is wrong; its message holds no credential
 */
export function readRegistries(
  config: Config | undefined,
  wrong: Wrong,
): RegistryOptions[] {
  const registries = (config?.getOptionalConfigArray('registries') ?? []).map(
    (entry, index) => registryOf(entry, `registries[${index}]`, wrong),
  );
  registries.forEach(({ host }, index) => {
    if (registries.findIndex(one => one.host === host) !== index) {
      throw wrong(`registries[${index}].host`, `"${host}" is there twice`);
    }
  });
  return registries;
}

function registryOf(entry: Config, key: string, wrong: Wrong): RegistryOptions {
  const host = hostOf(entry.getString('host'), `${key}.host`, wrong);
  const isDocker = host === DOCKER.host;
  const url =
    entry.getOptionalString('url') ??
    (isDocker ? DOCKER.url : `https://${host}`);
  const tokenUrl =
    entry.getOptionalString('tokenUrl') ??
    (isDocker ? DOCKER.tokenUrl : undefined);
  const username = entry.getOptionalString('username');
  const password = entry.getOptionalString('password');
  if (username !== undefined && password === undefined) {
    throw wrong(`${key}.password`, 'is missing beside the username');
  }
  const branchTags = patternOf(entry, key, wrong);
  return {
    host,
    url: urlOf(url, `${key}.url`, wrong),
    ...(tokenUrl
      ? { tokenUrl: urlOf(tokenUrl, `${key}.tokenUrl`, wrong) }
      : {}),
    redirectHosts: (entry.getOptionalStringArray('redirectHosts') ?? []).map(
      (one, index) => hostOf(one, `${key}.redirectHosts[${index}]`, wrong),
    ),
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(branchTags ? { branchTags } : {}),
  };
}

function hostOf(text: string, key: string, wrong: Wrong): string {
  const host = registryHost(text);
  if (!HOST.test(host)) {
    throw wrong(key, `"${text}" is no host such as registry.example.com:5000`);
  }
  return host;
}

function urlOf(text: string, key: string, wrong: Wrong): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw wrong(key, 'is no address such as https://registry.example.com');
  }
  if (url.username || url.password) {
    throw wrong(key, 'holds credentials; give them as username and password');
  }
  if (url.search || url.hash) {
    throw wrong(key, 'ends with a query, which no registry has');
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function patternOf(
  entry: Config,
  parent: string,
  wrong: Wrong,
): RegExp | undefined {
  const key = `${parent}.branchTags`;
  const text = entry.getOptionalString('branchTags');
  if (text === undefined) {
    return undefined;
  }
  if (!text.includes('(?<branch>')) {
    throw wrong(key, 'has no group (?<branch>...)');
  }
  try {
    return new RegExp(text);
  } catch {
    throw wrong(key, 'is no regular expression');
  }
}
