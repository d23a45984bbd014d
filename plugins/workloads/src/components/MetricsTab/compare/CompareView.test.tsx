import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { metricsApiRef } from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryMetricsApi,
  metricsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { MetricsTab } from '../MetricsTab';

const DAY = 86_400_000;
// Three days ago in the world: whole minutes, as links have them.
const NOW = Math.floor(Date.now() / 60_000) * 60_000;
const RELEASED = new Date(NOW - 3 * DAY).toISOString();

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};

function Url() {
  return (
    <output aria-label="url">{decodeURIComponent(useLocation().search)}</output>
  );
}

function show(
  query: string,
  change: (api: InMemoryMetricsApi) => void = () => {},
) {
  const api = new InMemoryMetricsApi(metricsWorld(NOW));
  change(api);
  renderInTestApp(
    <EntityProvider entity={entity}>
      <MetricsTab />
      <Url />
    </EntityProvider>,
    { apis: [[metricsApiRef, api]], initialRouteEntries: [`/?${query}`] },
  );
  return api;
}

const around = `service=orders&env=prod-sh%2Fpayments-prod&compare=${RELEASED}`;
const url = () => screen.getByRole('status', { name: 'url' }).textContent;
const table = async () =>
  within(await screen.findByRole('table', { name: 'Compare' }));
/** The cells of a line: first and second side, change, result. */
async function line(name: string): Promise<(string | null)[]> {
  const header = (await table()).getByRole('rowheader', { name });
  return within(header.closest('tr')!)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
}

describe('the comparison of the Metrics tab', () => {
  it('says measure by measure what a release changed, beside what is usual', async () => {
    const api = show(around);
    expect(await line('Latency p95')).toEqual([
      expect.stringMatching(/^1\d\d ms$/),
      expect.stringMatching(/^1\d\d ms$/),
      '+49%',
      'worse',
    ]);
    expect((await line('Errors'))[3]).toBe('worse');
    expect((await line('Requests'))[3]).toBe('as usual');
    expect((await line('Memory, fullest pod'))[3]).toBe('at its limit');
    expect(await line('Out of memory')).toEqual(['0', '2', '0 → 2', 'new']);
    expect(
      (await table()).getByRole('columnheader', { name: 'before, 7.6.2' }),
    ).toBeVisible();
    // Both sides are as long, and of the same hours of the day.
    const [before, after, usual] = api.queries.filter(
      ({ panel, step }) => panel === 'latency' && step !== undefined,
    );
    expect(usual).toBeUndefined();
    expect(Date.parse(after.from) - Date.parse(before.from)).toBe(
      DAY + before.step! * 1000,
    );
    expect(Date.parse(before.to) - Date.parse(before.from)).toBe(DAY);
    expect(after).toMatchObject({
      workload: 'orders',
      environments: ['prod-sh/payments-prod'],
      step: before.step,
    });
  });

  it('draws the line that is chosen, and keeps it in the URL', async () => {
    show(around);
    await userEvent.click(
      (await table()).getByRole('button', { name: 'Errors' }),
    );
    expect(
      screen.getByRole('heading', {
        name: 'Errors: the 24 h after laid over the 24 h before',
      }),
    ).toBeVisible();
    expect(url()).toContain('panel=errors');
    await userEvent.click(screen.getByRole('button', { name: '3 days' }));
    expect(url()).toContain('side=P3D');
  });

  it('opens on the last release from the panels, and goes back to them', async () => {
    show('range=PT1H');
    await userEvent.click(
      await screen.findByRole('button', { name: /^Compare/ }),
    );
    await userEvent.click(
      await screen.findByRole('menuitemradio', {
        name: 'before and after a release',
      }),
    );
    await waitFor(() => expect(url()).toContain(`compare=${RELEASED}`));
    expect(url()).toContain('service=orders&env=prod-sh/payments-prod');
    await table();
    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the panels' }),
    );
    expect(await screen.findByRole('region', { name: 'CPU' })).toBeVisible();
    expect(url()).not.toContain('compare');
  });

  it('is where the sentence over the panels leads that says what stands out', async () => {
    show('service=orders&range=P7D');
    expect(await screen.findByText(/^Slower since 7\.6\.3, /)).toBeVisible();
    const sentence = screen.getByText(/^: p95 latency \+49%, errors ×3/);
    expect(sentence).toHaveTextContent('killed 3 times for its memory');
    expect(sentence).toHaveTextContent('Requests as usual.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Compare before and after' }),
    );
    expect((await line('Latency p95'))[3]).toBe('worse');
    expect(url()).toContain(
      `service=orders&env=prod-sh/payments-prod&compare=${RELEASED}`,
    );
  });

  it('lays a pod over another after both are chosen', async () => {
    show('service=orders&range=PT6H&compare=pods');
    expect(
      await screen.findByRole('region', {
        name: 'Choose what to lay over what',
      }),
    ).toBeVisible();
    for (const [side, pod] of [
      ['First', 'sh·4xk2p'],
      ['Second', 'sh·t8m4c'],
    ]) {
      await userEvent.click(
        await screen.findByRole('button', { name: new RegExp(`^${side}`) }),
      );
      await userEvent.click(
        await screen.findByRole('menuitemradio', { name: pod }),
      );
    }
    expect((await line('Memory, fullest pod'))[3]).not.toBe('not known');
    expect(
      (await table()).getByRole('columnheader', { name: 't8m4c' }),
    ).toBeVisible();
    expect(url()).toContain('a=orders-4xk2p&b=orders-t8m4c');
  });

  it('asks each environment by itself, and says where one has nothing', async () => {
    const api = show(
      'range=PT6H&compare=environments&a=dev-1/payments-dev&b=prod-sh/payments-prod',
    );
    expect((await line('CPU a pod'))[0]).toBe('–');
    expect((await line('CPU a pod'))[3]).toBe('not known');
    expect(api.queries.filter(({ panel }) => panel === 'cpu')).toMatchObject([
      { environments: ['dev-1/payments-dev'] },
      { environments: ['prod-sh/payments-prod'] },
    ]);
  });

  it('shows what was answered where a panel was not, and says which', async () => {
    show('service=orders&compare=week', api => {
      const answer = api.queryMetrics.bind(api);
      api.queryMetrics = (ref, query) =>
        query.panel === 'memory'
          ? Promise.reject(new Error('too slow'))
          : answer(ref, query);
    });
    expect((await line('Latency p95'))[3]).toBe('worse');
    expect(screen.getByText('not answered: Memory')).toBeVisible();
    expect(
      (await table()).queryByRole('rowheader', { name: /Memory/ }),
    ).toBeNull();
  });

  it('says that nothing was released', async () => {
    show(`compare=${RELEASED}`, api => {
      api.queryMetricMarks = async () => ({
        items: [],
        warnings: [],
        clusters: [],
      });
    });
    expect(
      await screen.findByRole('region', {
        name: 'No release in the last 30 days',
      }),
    ).toBeVisible();
  });
});
