import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ForwardedError, isError, NotFoundError } from '@backstage/errors';
import { WorkloadsClient } from '@domaindeck/backstage-plugin-workloads-common';
import { EnvironmentSource } from './types';

/**
 * Asks the `workloads` backend as the caller, so that what may be viewed is decided in one place, under whatever policy
 * the portal has.
 */
export class WorkloadsEnvironmentSource implements EnvironmentSource {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch: typeof fetch;
  }): WorkloadsEnvironmentSource {
    return new WorkloadsEnvironmentSource(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch: typeof fetch;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#fetch = options.fetch;
  }

  async viewable(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'workloads',
    });
    const client = new WorkloadsClient({
      discoveryApi: this.#discovery,
      fetchApi: {
        fetch: (url, init) =>
          this.#fetch(url, {
            ...init,
            headers: { authorization: `Bearer ${token}` },
          }),
      },
    });
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
      if (isAbsent(error)) {
        throw new NotFoundError(`There is no "${entityRef}"`);
      }
      throw new ForwardedError('The environments could not be read', error);
    }
  }
}

function isAbsent(error: unknown): boolean {
  return (
    isError(error) &&
    typeof error.cause === 'object' &&
    error.cause !== null &&
    'name' in error.cause &&
    error.cause.name === 'NotFoundError'
  );
}
