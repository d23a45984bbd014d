import { act, screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ClockProvider } from '@domaindeck/backstage-plugin-workloads-react';
import { ManualClock } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { accessApiRef } from '../../../accessApiRef';
import {
  AccessWorld,
  InMemoryAccessApi,
  paymentsAccess,
} from '../../../testUtils';
import { AccessTab } from '../AccessTab';

export const START = '2026-11-23T14:09:00Z';

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
  spec: { owner: 'payments-platform' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/payments-platform' },
  ],
};

const tester: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'tester-two', namespace: 'default' },
  spec: { profile: { displayName: 'Tester Two' }, memberOf: ['quality'] },
};

function Url() {
  const { search } = useLocation();
  return <output aria-label="url">{decodeURIComponent(search)}</output>;
}

/** Shows the tab of the payments domain to somebody. */
export function showAccess(
  options: {
    as?: string;
    world?: Partial<AccessWorld>;
    url?: string;
    language?: 'zh';
    api?: InMemoryAccessApi;
  } = {},
) {
  const clock = ManualClock.at(START);
  const api =
    options.api ??
    InMemoryAccessApi.create(
      paymentsAccess({
        caller: `user:default/${options.as ?? 'dev-one'}`,
        ...options.world,
      }),
      () => clock.now(),
    );
  renderInTestApp(
    <ClockProvider clock={clock}>
      <EntityProvider entity={payments}>
        <AccessTab />
        <Url />
      </EntityProvider>
    </ClockProvider>,
    {
      apis: [
        [accessApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [tester] })],
        mockApis.config({
          data: { permission: { enabled: true } },
        }),
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
  return { api, pass: (ms: number) => act(() => clock.advance(ms)) };
}

/** The query of the page's address. */
export function urlOf(): string | null {
  return screen.getByRole('status', { name: 'url' }).textContent;
}
