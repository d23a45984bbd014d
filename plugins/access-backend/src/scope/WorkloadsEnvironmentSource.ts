import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ForwardedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { WorkloadsClient } from '@domaindeck/backstage-plugin-workloads-common';
import { pluginApis } from '@domaindeck/backstage-plugin-workloads-node';
import { EnvironmentSource } from './types';

/** What {@link WorkloadsEnvironmentSource} asks with. */
export interface WorkloadsEnvironmentOptions {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  readonly fetch: typeof fetch;
}

/**
 * Asks the `workloads` backend as the caller, so that what may be viewed is decided in one place, under whatever policy
 * the portal has.
 */
export class WorkloadsEnvironmentSource implements EnvironmentSource {
  readonly #options: WorkloadsEnvironmentOptions;

  static create(
    options: WorkloadsEnvironmentOptions,
  ): WorkloadsEnvironmentSource {
    return new WorkloadsEnvironmentSource(options);
  }

  private constructor(options: WorkloadsEnvironmentOptions) {
    this.#options = options;
  }

  async viewable(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const client = new WorkloadsClient(
      pluginApis({
        ...this.#options,
        plugin: 'workloads',
        onBehalfOf: credentials,
      }),
    );
    try {
      const { items, clusters } = await client.getEnvironments(entityRef);
      const found = new Map<string, string[]>(
        clusters.map(({ name }) => [name, []]),
      );
      for (const { cluster, namespace } of items) {
        found.set(cluster, [...(found.get(cluster) ?? []), namespace]);
      }
      return found;
    } catch (error) {
      if (ResponseError.is(error) && error.cause.name === 'NotFoundError') {
        throw new NotFoundError(`There is no "${entityRef}"`);
      }
      throw new ForwardedError('The environments could not be read', error);
    }
  }
}
