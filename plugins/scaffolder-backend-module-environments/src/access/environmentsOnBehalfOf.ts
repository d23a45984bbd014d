import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  EnvironmentsApi,
  EnvironmentsClient,
} from '@domaindeck/backstage-plugin-environments-common';

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
  const { auth, discovery } = options;
  return credentials =>
    new EnvironmentsClient({
      discoveryApi: discovery,
      fetchApi: {
        fetch: async (url, init) => {
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: credentials,
            targetPluginId: 'environments',
          });
          const headers = new Headers(init?.headers);
          headers.set('authorization', `Bearer ${token}`);
          return options.fetch(url, { ...init, headers });
        },
      },
    });
}
