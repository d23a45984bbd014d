import { EnvironmentNews } from '@domaindeck/backstage-plugin-environments-common';

/** News of an environment of payments that Dev One made, Tester Two works on, and that ends on 4 November 2026. */
export function environmentNews(
  news: Omit<Partial<EnvironmentNews>, 'environment'> & {
    environment?: Partial<EnvironmentNews['environment']>;
  } = {},
): EnvironmentNews {
  return {
    what: 'ready',
    ...news,
    environment: {
      id: 'e-1',
      name: 'night-fares',
      domain: 'domain:default/payments',
      cluster: 'dev-1',
      namespace: 'payments-night-fares',
      state: 'ready',
      operation: 'create',
      creator: 'user:default/dev-one',
      owner: 'group:default/checkout-engineering',
      collaborators: ['user:default/tester-two'],
      expiresAt: Date.UTC(2026, 10, 4, 9),
      ...news.environment,
    },
  };
}
