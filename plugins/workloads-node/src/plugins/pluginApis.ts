import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';

/** What {@link pluginApis} needs. */
export interface PluginApisOptions {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  readonly fetch: typeof globalThis.fetch;
  /** The id of the plugin that is asked. */
  readonly plugin: string;
  /** In whose name; without it in the own name of the plugin that asks. */
  readonly onBehalfOf?: BackstageCredentials;
}

/**
 * What a client of another backend plugin asks with. A token is taken for each request, because work may go on for longer
 * than one lives.
 */
export function pluginApis(options: PluginApisOptions): {
  discoveryApi: DiscoveryService;
  fetchApi: { fetch: typeof globalThis.fetch };
} {
  const { auth, discovery, plugin } = options;
  return {
    discoveryApi: discovery,
    fetchApi: {
      fetch: async (url, init) => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf:
            options.onBehalfOf ?? (await auth.getOwnServiceCredentials()),
          targetPluginId: plugin,
        });
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${token}`);
        return options.fetch(url, { ...init, headers });
      },
    },
  };
}
