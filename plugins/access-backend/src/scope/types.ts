import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RightsEnvironment } from '@domaindeck/backstage-plugin-access-common';

/** Knows which environments a caller may view. */
export interface EnvironmentSource {
  /**
   * The namespaces, by cluster, of an entity's domain that the caller may view; a cluster without any is one that is
   * silent and may hold some.
   *
   * @throws NotFoundError when the caller may view none, or there is no such entity
   */
  viewable(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** A domain as a caller may see it. */
export interface DomainView {
  readonly entityRef: string;
  readonly domainRef: string;
  readonly environments: readonly RightsEnvironment[];
}
