import { parseImage } from './images';

/** Where an image lies, by the rules of the distribution specification. */
export interface ImageLocation {
  /** Host of the registry, with the port if it has one. */
  readonly host: string;
  /** Name of the repository within it. */
  readonly path: string;
  /** Tag or digest; `latest` where the image says neither. */
  readonly reference: string;
}

/** What an image without a host means, and its older name. */
const DOCKER = 'docker.io';
const DOCKER_OLD = 'index.docker.io';

/** Names of repositories as registries take them, which is also what keeps them from being anything else in an address. */
const PATH =
  /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const MAX_PATH = 255;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-fA-F0-9]{32,128}$/;

/**
 * Finds out where an image lies: the first part of its name is a host only when it looks like one, what has none is of
 * `docker.io`, and a single name there is one of `library/`.
 *
 * @returns undefined for what is no image
 */
export function locateImage(image: string): ImageLocation | undefined {
  const { repository, tag, digest } = parseImage(image);
  const slash = repository.indexOf('/');
  const first = slash < 0 ? '' : repository.slice(0, slash);
  const hasHost = /[.:]/.test(first) || first === 'localhost';
  const host = hasHost ? registryHost(first) : DOCKER;
  const rest = hasHost ? repository.slice(slash + 1) : repository;
  const path =
    host === DOCKER && !rest.includes('/') ? `library/${rest}` : rest;
  const reference = digest ?? tag ?? 'latest';
  const isReference = digest === undefined ? TAG : DIGEST;
  return PATH.test(path) &&
    path.length <= MAX_PATH &&
    isReference.test(reference)
    ? { host, path, reference }
    : undefined;
}

/** The name under which a registry is known. */
export function registryHost(host: string): string {
  const name = host.toLowerCase();
  return name === DOCKER_OLD ? DOCKER : name;
}
