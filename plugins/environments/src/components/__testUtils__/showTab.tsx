import { act, screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  ClockProvider,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryWorkloadsApi,
  ManualClock,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { environmentsApiRef } from '../../environmentsApiRef';
import {
  EnvironmentsWorld,
  InMemoryEnvironmentsApi,
  paymentsEnvironments,
} from '../../testUtils';
import { EnvironmentsTab } from '../EnvironmentsTab';
import { TabPathsProvider } from '../parts/TabPaths';

export const START = '2026-11-24T14:10:00Z';

export const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
  spec: { owner: 'payments-platform' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/payments-platform' },
  ],
};

function Url() {
  const { pathname, search } = useLocation();
  return (
    <output aria-label="url">{decodeURIComponent(pathname + search)}</output>
  );
}

/** Shows the Environments tab of the payments domain to somebody. */
export function showTab(
  options: {
    as?: string;
    role?: EnvironmentsWorld['role'];
    world?: Partial<EnvironmentsWorld>;
    url?: string;
    language?: 'zh';
    /** An operator, who may inspect clusters. */
    inspects?: boolean;
    api?: InMemoryEnvironmentsApi;
    workloads?: InMemoryWorkloadsApi;
    /** Spoils something before anything is asked. */
    prepare?: (api: InMemoryEnvironmentsApi) => void;
  } = {},
) {
  const clock = ManualClock.at(START);
  const caller = `user:default/${options.as ?? 'dev-one'}`;
  const api =
    options.api ??
    InMemoryEnvironmentsApi.create(
      paymentsEnvironments(Date.parse(START), {
        caller,
        role: options.role ?? 'developer',
        ...options.world,
      }),
      () => clock.now(),
    );
  const workloads =
    options.workloads ??
    InMemoryWorkloadsApi.create(paymentsWorld(Date.parse(START)));
  options.prepare?.(api);
  const rendered = renderInTestApp(
    <ClockProvider clock={clock}>
      <EntityProvider entity={payments}>
        <TabPathsProvider
          paths={{
            workloads: '/workloads',
            logs: '/logs',
            metrics: '/metrics',
          }}
        >
          <EnvironmentsTab />
        </TabPathsProvider>
        <Url />
      </EntityProvider>
    </ClockProvider>,
    {
      apis: [
        [environmentsApiRef, api],
        [workloadsApiRef, workloads],
        [catalogApiRef, catalogApiMock({ entities: [payments] })],
        mockApis.identity({ userEntityRef: caller }),
        mockApis.permission({
          authorize: options.inspects
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        }),
        mockApis.config({ data: { permission: { enabled: true } } }),
      ],
      initialRouteEntries: [options.url ?? '/'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
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
        permission: { enabled: true },
      },
    },
  );
  return {
    api,
    workloads,
    clock,
    unmount: rendered.unmount,
    pass: (ms: number) => act(() => clock.advance(ms)),
  };
}

/** Shows the tab and lets time pass until the first answers are there. */
export async function openTab(options: Parameters<typeof showTab>[0] = {}) {
  const shown = showTab(options);
  await screen.findByRole('status', { name: 'url' });
  for (let i = 0; i < 50 && screen.queryByRole('progressbar'); i++) {
    await shown.pass(100);
  }
  return shown;
}

/** The page's address. */
export function urlOf(): string | null {
  // Behind an open dialog it is hidden from readers, though not from us.
  return screen.getByRole('status', { name: 'url', hidden: true }).textContent;
}
