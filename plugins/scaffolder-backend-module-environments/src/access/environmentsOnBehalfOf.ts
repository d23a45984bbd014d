import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  EnvironmentsApi,
  EnvironmentsClient,
} from '@domaindeck/backstage-plugin-environments-common';
import { pluginApis } from '@domaindeck/backstage-plugin-workloads-node';

/** The `environments` backend as somebody sees it. */
export type EnvironmentsOf = (
  credentials: BackstageCredentials,
) => EnvironmentsApi;

/**
 * Asks the `environments` backend in the name of whoever started a task: that person's rights and limits hold, and the
 * record names the person. A token is taken for each request, because a task may wait longer than one lives.
 */
export function environmentsOnBehalfOf(options: {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  readonly fetch: typeof globalThis.fetch;
}): EnvironmentsOf {
  return credentials =>
    new EnvironmentsClient(
      pluginApis({
        ...options,
        plugin: 'environments',
        onBehalfOf: credentials,
      }),
    );
}
