import { NotFoundError } from '@backstage/errors';

/**
 * The one answer for an entity that does not exist, that the caller may not see in the catalog, or of which the caller
 * may view no environment.
 */
export function entityNotFound(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no "${entityRef}" whose workloads you may view`,
  );
}

/** The one answer for anything in a namespace that does not exist or that the caller may not view. */
export function placeNotFound(
  cluster: string,
  namespace: string,
  what?: string,
): NotFoundError {
  const place = `namespace "${namespace}" of cluster "${cluster}"`;
  return new NotFoundError(
    what === undefined
      ? `There is no ${place} that you may view`
      : `There is no ${what} in ${place} that you may view`,
  );
}

/** The one answer for a cluster that does not exist or in which the caller views nothing. */
export function clusterNotFound(cluster: string): NotFoundError {
  return new NotFoundError(
    `There is no cluster "${cluster}" that you may view`,
  );
}
