import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { InMemoryWorkloadsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import {
  aPod,
  pricing,
  pricingInDevelopment,
  pricingWorld,
} from './__testUtils__/pricingWorld';
import { panel, section, showPanel } from './__testUtils__/showPanel';

describe('WorkloadPanel', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('says in words what is wrong, since when, after which release, and who still answers', async () => {
    showPanel({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: pricing,
    });
    const aside = within(await panel('pricing in production'));

    expect(
      await aside.findByText(
        '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
      ),
    ).toBeVisible();
    expect(
      await aside.findByText(
        'Since 13:48, 4 min after release 5.2.1, before it ran 5.2.0. 6 restarts. The other 2 pods answer.',
      ),
    ).toBeVisible();
    expect(aside.getByText('Problem 1 of 1')).toBeVisible();
    expect(aside.getByText(/Deployment in/)).toHaveTextContent(
      'Deployment in prod-sh / payments-prod · system checkout',
    );
  });

  it('opens the sick pod by itself with its containers, how they stand and how they ended', async () => {
    showPanel({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: pricing,
    });
    const pods = await section('Pods');
    const rows = pods.getAllByRole('row').map(row => row.textContent);

    expect(rows).toEqual([
      'NameStateRestartsAge',
      'pricing-7c9d5f-x2kqpCrashing, retry in 31 s624 min',
      'appEnded with exit 137, out of memory',
      'proxy besideRunning',
      'schema-check at startFinished',
      'pricing-7c9d5f-8mfdtRunning024 min',
      'pricing-7c9d5f-q7rznRunning024 min',
    ]);
    await userEvent.click(
      pods.getByRole('button', {
        name: 'Show containers of pricing-7c9d5f-x2kqp',
      }),
    );
    expect(pods.queryByText('schema-check')).not.toBeInTheDocument();
  });

  it('shows releases with what they changed, checks in words, the autoscaler, and events', async () => {
    showPanel({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: pricing,
    });
    const releases = await section('Releases');
    expect(releases.getAllByRole('listitem').map(i => i.textContent)).toEqual([
      'Release 5.2.1 now25 minapp 5.2.0 → 5.2.1 · 3 of 3 pods updated, 2 ready',
      'Release 5.2.0 9 dapp 5.2.0, proxy 1.30.4',
    ]);
    const checks = await section('Checks');
    expect(checks.getAllByRole('listitem').map(i => i.textContent)).toEqual([
      'FailingEnough pods ready2 of 3, 1 more needed13:48',
      'RunningRollout finishedall pods run 5.2.1',
      'RunningAutomatic scalingsteady at 3, between 2 and 6; CPU 31 % of 70 %',
    ]);
    const events = await section('Events');
    expect(events.getAllByRole('listitem').map(i => i.textContent)).toEqual([
      '14:08:51Warningx2kqpWaiting before the next start of app14 times',
      '13:44:31NormalDeploymentpricing-7c9d5f grown to 3',
    ]);
    await userEvent.click(
      events.getByRole('button', { name: 'Warnings only' }),
    );
    expect(events.getAllByRole('listitem')).toHaveLength(1);
  });

  it('leads to the same service in another environment with one click', async () => {
    showPanel({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: pricing,
    });
    const bar = within(
      await screen.findByRole('navigation', {
        name: 'The same service in another environment',
      }),
    );
    expect(bar.getAllByRole('button').map(b => b.textContent)).toEqual([
      'Runningdevelopment5.3.0',
      'Not heretestingNot here',
      'Failingproduction5.2.1',
      'Not answering, retryingpartnerseen 14:02',
    ]);
    expect(bar.getByRole('button', { name: /testing/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await userEvent.click(bar.getByRole('button', { name: /development/ }));
    expect(
      within(await panel('pricing in development')).getByText(
        '2 of 2 pods run 5.3.0 since 10:02',
      ),
    ).toBeVisible();
    expect(bar.getByRole('button', { name: /development/ })).toHaveAttribute(
      'aria-current',
      'true',
    );
  });

  it('follows a change without losing what the reader opened, and asks for details again', async () => {
    const api = InMemoryWorkloadsApi.create(pricingWorld());
    const { clock } = showPanel({ api, start: pricing });
    const pods = await section('Pods');
    await userEvent.click(
      pods.getByRole('button', {
        name: 'Show containers of pricing-7c9d5f-8mfdt',
      }),
    );
    await section('Releases');
    const asked = () => api.calls().filter(c => c === 'getWorkload').length;
    const before = asked();

    const well: Workload = {
      ...pricing,
      health: 'healthy',
      problems: [],
      replicas: { desired: 3, ready: 3, updated: 3, available: 3 },
      pods: pricing.pods.map(pod => ({
        ...pod,
        phase: 'Running',
        ready: true,
      })),
    };
    api.push({ type: 'upsert', item: well });
    await act(() => clock.advance(100));

    expect(
      await screen.findByText('3 of 3 pods run 5.2.1 since 13:44'),
    ).toBeVisible();
    // The pod that had opened itself stays open and first, the one the reader opened as well.
    const rows = pods.getAllByRole('row').map(row => row.textContent);
    expect(rows[1]).toContain('x2kqp');
    expect(rows.filter(row => row?.startsWith('app'))).toHaveLength(2);
    // Releases never left the screen for the second question.
    expect(screen.getByRole('region', { name: 'Releases' })).toBeVisible();
    await waitFor(() => expect(asked()).toBe(before + 1));
  });

  it('takes the focus when it is opened by hand and gives it back on Escape', async () => {
    showPanel({ api: InMemoryWorkloadsApi.create(pricingWorld()) });
    const opener = await screen.findByRole('button', { name: 'open pricing' });
    await userEvent.click(opener);
    await panel('pricing in production');
    expect(screen.getByRole('heading', { name: 'pricing' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('complementary')).not.toBeInTheDocument(),
    );
    expect(opener).toHaveFocus();
  });

  it('goes from problem to problem', async () => {
    showPanel({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: pricing,
      problems: [pricing, pricingInDevelopment],
    });
    await panel('pricing in production');
    await userEvent.click(screen.getByRole('button', { name: 'Next problem' }));
    expect(await panel('pricing in development')).toBeVisible();
    expect(screen.getByText('Problem 2 of 2')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next problem' }));
    expect(await panel('pricing in production')).toBeVisible();
  });

  it('groups more than 20 pods by state, worst first', async () => {
    const pods = Array.from({ length: 29 }, (_, i) => aPod(`pricing-9-${i}`));
    const many: Workload = {
      ...pricing,
      replicas: { desired: 30, ready: 29, updated: 30, available: 29 },
      pods: [...pods, pricing.pods[2]],
    };
    showPanel({
      api: InMemoryWorkloadsApi.create({
        ...pricingWorld(),
        workloads: [many],
      }),
      start: pricing,
    });
    const table = await section('Pods');
    expect(table.getAllByRole('row').map(row => row.textContent)).toEqual([
      'NameStateRestartsAge',
      '1 podCrashing, starts again soon6',
      '29 podsRunning0',
    ]);
    await userEvent.click(
      table.getByRole('button', { name: 'Show these pods: Running' }),
    );
    expect(table.getAllByRole('row')).toHaveLength(32);
  });

  it('speaks Chinese', async () => {
    showPanel({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: pricing,
      language: 'zh',
    });
    expect(await panel('生产 中的 pricing')).toBeVisible();
    expect(
      await screen.findByText(
        '自 13:48 起，即发布 5.2.1 后 4 分钟，此前为 5.2.0。重启 6 次。其余 2 个 Pod 正常响应。',
      ),
    ).toBeVisible();
    expect(await section('检查')).toBeDefined();
    expect(screen.getByText('等待再次启动 app')).toBeVisible();
    expect(document.body.textContent).not.toMatch(/\{\{/);
  });
});
