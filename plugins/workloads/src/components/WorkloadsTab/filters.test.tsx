import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis } from '@backstage/frontend-test-utils';
import { Change } from '@domaindeck/backstage-plugin-workloads-common';
import { InMemoryWorkloadsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import {
  cell,
  matrix,
  rowNames,
  showTab,
  url,
  workload,
  world,
} from './__testUtils__/showTab';

describe('the filters of the Workloads tab', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('filters, and writes what it shows into the URL', async () => {
    showTab({ url: '/?from=now-1h' });
    await matrix();
    await userEvent.click(
      screen.getByRole('button', { name: 'Only problems 2' }),
    );
    expect(await rowNames()).toEqual(['pricing', 'risk']);
    await userEvent.keyboard('/');
    await userEvent.keyboard('ris');
    expect(await rowNames()).toEqual(['risk']);
    expect(url()).toBe('?from=now-1h&q=ris&problems=1');
    expect(
      screen.getByRole('heading', { name: /^1 of 8 services/ }),
    ).toBeVisible();

    await userEvent.keyboard('kk');
    expect(
      await screen.findByRole('heading', {
        name: 'No service matches “riskk”',
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'risk' }));
    expect(await rowNames()).toEqual(['risk']);
    await userEvent.clear(screen.getByRole('searchbox'));
    expect(url()).toBe('?from=now-1h&problems=1');
  });

  it('compares with another environment when told', async () => {
    showTab();
    await matrix();
    expect(
      within(await cell(/^risk in testing/)).getByTitle(
        '1 ahead of the reference',
      ),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Options of testing' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitemradio', {
        name: 'Compare versions with this environment',
      }),
    );
    await waitFor(() => expect(url()).toBe('?ref=test-1/payments-test'));
    expect(
      within(await cell(/^risk in production/)).getByTitle(
        '1 behind the reference',
      ),
    ).toBeVisible();
  });

  describe('on what changed', () => {
    const released: Change = {
      id: 'orders-7.8.0',
      type: 'release',
      form: 'image',
      at: '2026-11-23T13:09:00Z',
      environment: 'dev-1/payments-dev',
      cluster: 'dev-1',
      namespace: 'payments-dev',
      tier: 'development',
      workload: 'dev-1/payments-dev/Deployment/orders',
      object: { kind: 'Deployment', name: 'orders' },
      outcome: 'succeeded',
      from: '7.7.0',
      to: '7.8.0',
      images: [],
    };
    const scaled: Change = {
      id: 'gateway-6',
      type: 'scaling',
      at: '2026-11-22T09:00:00Z',
      environment: 'prod-sh/payments-prod',
      cluster: 'prod-sh',
      namespace: 'payments-prod',
      tier: 'production',
      workload: 'prod-sh/payments-prod/Deployment/gateway',
      object: { kind: 'Deployment', name: 'gateway' },
      outcome: 'succeeded',
      from: 3,
      to: 6,
    };
    const old: Change = { ...released, id: 'old', at: '2026-11-21T09:00:00Z' };
    const changes = [released, scaled, old];

    const choose = async (name: RegExp | string) => {
      await userEvent.click(screen.getByRole('button', { name: /^Changed/ }));
      await userEvent.click(await screen.findByRole('menuitemradio', { name }));
    };

    it('shows what changed since yesterday, and how', async () => {
      showTab({ world: { changes } });
      await matrix();
      await choose('since yesterday');
      await waitFor(async () =>
        expect(await rowNames()).toEqual(['gateway', 'orders']),
      );
      expect(url()).toBe('?changed=yesterday');
      expect(
        await cell(
          'orders in development, Running, from 7.7.0, 7.8.0, 2 of 2 ready',
        ),
      ).toBeVisible();
      expect(
        await cell(/^gateway in production.*scaled from 3 to 6/),
      ).toBeVisible();
      expect(
        screen.getByRole('heading', { name: /^2 of 8 services/ }),
      ).toBeVisible();
      await choose('Any time');
      expect(await rowNames()).toHaveLength(8);
    });

    it('shows what changed since the last look, which a reload does not end', async () => {
      const storage = mockApis.storage();
      await storage
        .forBucket('domaindeck.looks')
        .set('domain:default/payments', { seen: '2026-11-23T12:00:00Z' });
      const { pass } = showTab({ world: { changes }, storage });
      await matrix();
      await choose(/since my last look/);
      await waitFor(async () => expect(await rowNames()).toEqual(['orders']));
      await pass(60_000);
      expect(
        storage
          .forBucket('domaindeck.looks')
          .snapshot('domain:default/payments').value,
      ).toEqual({
        seen: '2026-11-23T14:10:00.000Z',
        before: '2026-11-23T12:00:00Z',
      });
      expect(await rowNames()).toEqual(['orders']);
    });

    it('offers no last look on the first one', async () => {
      showTab({ url: '/?changed=look', world: { changes } });
      expect(await rowNames()).toHaveLength(8);
      await userEvent.click(
        screen.getByRole('button', { name: 'Changed Any time' }),
      );
      expect(await screen.findAllByRole('menuitemradio')).toHaveLength(2);
    });

    it('hides nothing while it cannot be told, and says so', async () => {
      const api = InMemoryWorkloadsApi.create({ ...world, changes });
      api.fail('getChanges', new Error('connection reset'));
      showTab({ url: '/?changed=yesterday', api });
      const note = await screen.findByRole('note');
      expect(note).toHaveTextContent(
        'What changed cannot be read now; everything is shown',
      );
      expect(await rowNames()).toHaveLength(8);
      api.mend('getChanges');
      await userEvent.click(
        within(note).getByRole('button', { name: 'Try now' }),
      );
      await waitFor(async () =>
        expect(await rowNames()).toEqual(['gateway', 'orders']),
      );
      expect(note).not.toBeInTheDocument();
    });

    it('learns of a change while it filters', async () => {
      const { api, pass } = showTab({
        url: '/?changed=yesterday&view=list&group=none',
        world: { changes },
      });
      await screen.findByRole('table', { name: 'Workloads' });
      await waitFor(() =>
        expect(screen.getAllByRole('row')).toHaveLength(1 + 2),
      );
      const risk = workload('dev-1/payments-dev/Deployment/risk');
      api.set({
        changes: [
          {
            ...released,
            id: 'risk-3.2.0',
            at: '2026-11-23T14:09:01Z',
            workload: risk.id,
          },
          ...changes,
        ],
      });
      api.push({
        type: 'upsert',
        item: { ...risk, version: '3.2.0', changedAt: '2026-11-23T14:09:01Z' },
      });
      await pass(100);
      expect(await screen.findByRole('link', { name: 'risk' })).toBeVisible();
    });
  });
});
