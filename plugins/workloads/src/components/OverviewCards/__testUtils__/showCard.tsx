import { act } from '@testing-library/react';
import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ClockProvider,
  metricsApiRef,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryMetricsApi,
  InMemoryWorkloadsApi,
  ManualClock,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';

const START = '2026-11-23T14:09:00Z';
const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};

/** Where the tab of the domain's workloads is. */
export const TAB = '/catalog/default/domain/payments/workloads';

/** What the cards tell of unless told otherwise. */
export const world = paymentsWorld(Date.parse(START));

/**
 * Shows a card of the domain to somebody who may inspect no cluster.
 *
 * @returns the workloads that it reads, and `pass`, which lets so many milliseconds go by
 */
export function showCard(
  card: JSX.Element,
  options: {
    api?: InMemoryWorkloadsApi;
    /** What the Usage card needs, the others not. */
    metrics?: InMemoryMetricsApi;
    language?: 'zh';
  } = {},
) {
  const { api = InMemoryWorkloadsApi.create(world), metrics } = options;
  const clock = ManualClock.at(START);
  renderInTestApp(
    <ClockProvider clock={clock}>
      <EntityProvider entity={payments}>{card}</EntityProvider>
    </ClockProvider>,
    {
      apis: [
        [workloadsApiRef, api],
        ...(metrics ? [[metricsApiRef, metrics] as const] : []),
        mockApis.permission({ authorize: AuthorizeResult.DENY }),
      ],
      config: {
        app: {
          baseUrl: 'http://localhost:3000',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: options.language ?? 'en',
                  availableLanguages: ['en', 'zh'],
                },
              },
            },
          ],
        },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    },
  );
  return { api, pass: (ms: number) => act(() => clock.advance(ms)) };
}
