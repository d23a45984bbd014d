import { LogOrigin } from '@domaindeck/backstage-plugin-workloads-common';

/** Names a container in its cluster. A store may not know the uid of a pod. */
export function containerKey(
  origin: Pick<LogOrigin, 'namespace' | 'pod' | 'container'>,
): string {
  return `${origin.namespace}/${origin.pod}/${origin.container}`;
}

/**
 * Oldest first. For stable sorting: lines of one time stay as they were found, which has to be the same for each page of
 * a search.
 */
export function byTime(
  a: { readonly at: string },
  b: { readonly at: string },
): number {
  if (a.at === b.at) {
    return 0;
  }
  return a.at < b.at ? -1 : 1;
}
