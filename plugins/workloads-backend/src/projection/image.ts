import { ContainerImage } from '@domaindeck/backstage-plugin-workloads-common';

/** An image reference taken apart. */
export interface ImageReference {
  /** Registry and path without tag and digest. */
  readonly repository: string;
  readonly tag?: string;
  /** With its algorithm: `sha256:…`. */
  readonly digest?: string;
}

/** Takes `registry:5000/path/name:tag@sha256:…` apart; never throws. */
export function parseImage(image: string): ImageReference {
  const at = image.indexOf('@');
  const named = at < 0 ? image : image.slice(0, at);
  const digest = at < 0 ? '' : image.slice(at + 1);
  // A colon before the last slash belongs to the registry's port.
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  return {
    repository: colon < 0 ? named : named.slice(0, colon),
    tag: colon < 0 ? undefined : named.slice(colon + 1) || undefined,
    digest: /^[\w+.-]+:[0-9a-f]{32,}$/i.test(digest) ? digest : undefined,
  };
}

/** Whether the tag says which build runs; `latest` and none do not. */
export function isTagTelling(tag: string | undefined): tag is string {
  return tag !== undefined && tag !== 'latest';
}

/** The image of a container as the model holds it. */
export function containerImage(
  container: string,
  image: string,
): ContainerImage {
  const { tag, digest } = parseImage(image);
  return {
    container,
    image,
    ...(tag && { tag }),
    ...(digest && { digest }),
  };
}

/** An image as people say it: the last part of its path, with tag or short digest (`risk:3.1.0-rc.2`). */
export function shortImage(image: string): string {
  const { repository, tag, digest } = parseImage(image);
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  if (tag) {
    return `${name}:${tag}`;
  }
  return digest ? `${name}@${shortDigest(digest)}` : name;
}

/** Twelve characters of a digest, as container tools print it. */
export function shortDigest(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1, digest.indexOf(':') + 13);
}
