import { ContainerImage } from '@domaindeck/backstage-plugin-workloads-common';
import { isTagTelling, shortDigest } from './image';

/**
 * The version that a set of containers runs: the tag of the container that bears one of the names, in their order, else
 * of the first container; the short digest where the tag is missing or `latest`.
 *
 * @param names - how the component or workload is called, the most telling first
 * @returns the empty text when there is no image at all
 */
export function versionOf(
  images: readonly ContainerImage[],
  names: readonly (string | undefined)[],
): string {
  const named = names
    .map(name => images.find(image => name && image.container === name))
    .find(image => image !== undefined);
  const { tag, digest } = named ?? images[0] ?? {};
  if (isTagTelling(tag)) {
    return tag;
  }
  return digest ? shortDigest(digest) : tag ?? (images.length ? 'latest' : '');
}

/** The labels that say which component a workload is, before its own name. */
export function namesOf(
  labels: Readonly<Record<string, string>>,
  name: string,
): readonly (string | undefined)[] {
  return [
    labels['backstage.io/kubernetes-id'],
    labels['app.kubernetes.io/name'],
    name,
  ];
}
