import { act, screen, within } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { Entity } from '@backstage/catalog-model';
import { StorageApi, storageApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ClockProvider,
  EndedRightsApi,
  endedRightsApiRef,
  metricsApiRef,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryMetricsApi,
  InMemoryWorkloadsApi,
  InMemoryWorld,
  ManualClock,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { WorkloadsTab } from '../WorkloadsTab';

/** The moment at which every test begins. */
export const START = '2026-11-23T14:09:00Z';
/** What the fake backend holds unless told. */
export const world = paymentsWorld(Date.parse(START));
/** The entity whose page this is unless told. */
export const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
  spec: { owner: 'payments-platform' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/payments-platform' },
  ],
};

const NOTHING = { environments: [], workloads: [], sources: [], series: {} };

function Url() {
  const { search } = useLocation();
  return <output aria-label="url">{decodeURIComponent(search)}</output>;
}

/** Shows the tab; `pass` moves the clock on. */
export function showTab(
  options: {
    world?: InMemoryWorld;
    url?: string;
    entity?: Entity;
    language?: 'zh';
    api?: InMemoryWorkloadsApi;
    /** Nothing is measured unless told. */
    metrics?: InMemoryMetricsApi;
    storage?: StorageApi;
    /** What keeps the rights, in a portal that has such a thing. */
    endedRights?: EndedRightsApi;
  } = {},
) {
  const { url: path = '/', entity = payments, language } = options;
  const { metrics = new InMemoryMetricsApi(NOTHING) } = options;
  const { storage = mockApis.storage(), endedRights } = options;
  const api =
    options.api ?? InMemoryWorkloadsApi.create({ ...world, ...options.world });
  const clock = ManualClock.at(START);
  renderInTestApp(
    <ClockProvider clock={clock}>
      <EntityProvider entity={entity}>
        <WorkloadsTab />
        <Url />
      </EntityProvider>
    </ClockProvider>,
    {
      apis: [
        [workloadsApiRef, api],
        [metricsApiRef, metrics],
        [storageApiRef, storage],
        ...(endedRights ? [[endedRightsApiRef, endedRights] as const] : []),
        mockApis.permission({ authorize: AuthorizeResult.DENY }),
      ],
      initialRouteEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      config: {
        app: {
          baseUrl: 'http://localhost:3000',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: language ?? 'en',
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
  const pass = (ms: number) => act(() => clock.advance(ms));
  return { api, pass };
}

/** Waits for the matrix. */
export const matrix = () =>
  screen.findByRole('table', { name: 'Services by environment' });
/** The services of the rows that are drawn. */
export const rowNames = async () =>
  within(await matrix())
    .getAllByRole('rowheader')
    .map(header => within(header).getByRole('link').textContent);
/** The query of the URL, decoded. */
export const url = () =>
  screen.getByRole('status', { name: 'url' }).textContent;
/** Waits for a cell by its whole name. */
export const cell = (name: RegExp | string) =>
  screen.findByRole('link', { name });
/** One of the world. */
export const workload = (id: string) => world.workloads.find(w => w.id === id)!;
