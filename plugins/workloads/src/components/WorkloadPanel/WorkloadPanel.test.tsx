import { useState } from 'react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  Workload,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  ClockProvider,
  useWorkloads,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryWorkloadsApi,
  ManualClock,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import {
  aPod,
  at,
  pricing,
  pricingAtPartner,
  pricingInDevelopment,
  pricingWorld,
} from './tests/pricingWorld';
import { WorkloadPanel } from './WorkloadPanel';

const ENTITY = 'domain:default/payments';

/** A page with a live list and the panel beside it, as the tab has them. */
function LivePage(props: {
  start: WorkloadIdentity | undefined;
  problems: readonly WorkloadIdentity[];
}) {
  const { state } = useWorkloads(ENTITY);
  const [open, setOpen] = useState(props.start);
  return (
    <>
      <button type="button" onClick={() => setOpen(pricing)}>
        open pricing
      </button>
      {state.phase === 'ready' && open && (
        <WorkloadPanel
          entityRef={ENTITY}
          {...state.data}
          open={open}
          onOpen={setOpen}
          problems={props.problems}
        />
      )}
    </>
  );
}

function show(options: {
  api: InMemoryWorkloadsApi;
  start?: WorkloadIdentity;
  problems?: readonly WorkloadIdentity[];
  language?: 'zh';
}) {
  const { api, start, problems = [pricing], language } = options;
  const clock = ManualClock.at(at(14, 9));
  renderInTestApp(
    <ClockProvider clock={clock}>
      <LivePage start={start} problems={problems} />
    </ClockProvider>,
    {
      apis: [[workloadsApiRef, api]],
      ...(language && {
        config: {
          app: {
            baseUrl: 'http://localhost:3000',
            extensions: [
              {
                'api:app/app-language': {
                  config: {
                    defaultLanguage: language,
                    availableLanguages: ['en', language],
                  },
                },
              },
            ],
          },
          backend: { baseUrl: 'http://localhost:7007' },
        },
      }),
    },
  );
  return { clock };
}

const panel = (name: string | RegExp) =>
  screen.findByRole('complementary', { name });
const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('WorkloadPanel', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('says in words what is wrong, since when, after which release, and who still answers', async () => {
    show({ api: InMemoryWorkloadsApi.create(pricingWorld()), start: pricing });
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
    show({ api: InMemoryWorkloadsApi.create(pricingWorld()), start: pricing });
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
    show({ api: InMemoryWorkloadsApi.create(pricingWorld()), start: pricing });
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
    show({ api: InMemoryWorkloadsApi.create(pricingWorld()), start: pricing });
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
    const { clock } = show({ api, start: pricing });
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

  it('says so when what is open is deleted, and keeps the way to the other environments', async () => {
    const api = InMemoryWorkloadsApi.create(pricingWorld());
    const { clock } = show({ api, start: pricing });
    await section('Pods');
    api.push({ type: 'delete', id: pricing.id });
    await act(() => clock.advance(100));

    expect(
      await screen.findByRole('heading', {
        name: 'pricing is no longer in production',
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /development/ }));
    expect(await panel('pricing in development')).toBeVisible();
  });

  it('says so when a link leads to what is not there', async () => {
    show({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: { ...pricing, cluster: 'test-1', namespace: 'payments-test' },
    });
    expect(
      await screen.findByRole('heading', {
        name: 'pricing is not in testing',
      }),
    ).toBeVisible();
  });

  it('shows a silent cluster as the last known state with the time of the next try', async () => {
    show({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: pricingAtPartner,
    });
    const aside = within(await panel('pricing in partner'));
    expect(aside.getByText('Last known state, as of 14:02')).toBeVisible();
    expect(
      aside.getByText('partner-kl does not answer. Next try 14:10.'),
    ).toBeVisible();
  });

  it('says through whom events can be read when the reader may not, and shows the rest', async () => {
    const api = InMemoryWorkloadsApi.create(pricingWorld());
    api.fail(
      'getEvents',
      new NotAllowedError(
        'You may not read events in production. The role viewer has it; ask payments-platform',
      ),
    );
    show({ api, start: pricing });
    const events = await section('Events');
    expect(
      await events.findByText('You may not read the events here'),
    ).toBeVisible();
    expect(events.getByText(/ask payments-platform/)).toBeVisible();
    expect(events.queryByRole('button')).not.toBeInTheDocument();
    expect(await section('Releases')).toBeDefined();
  });

  it('offers to try again when details cannot be read', async () => {
    const api = InMemoryWorkloadsApi.create(pricingWorld());
    api.fail(
      'getWorkload',
      new ServiceUnavailableError('prod-sh took too long'),
    );
    show({ api, start: pricing });
    expect(
      await screen.findByText('Releases and checks cannot be read now'),
    ).toBeVisible();
    api.mend('getWorkload');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await section('Releases')).toBeDefined();
  });

  it('shows the live object as YAML, and Escape closes that alone', async () => {
    show({ api: InMemoryWorkloadsApi.create(pricingWorld()), start: pricing });
    await section('Releases');
    await userEvent.click(screen.getByRole('button', { name: 'YAML' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'YAML of pricing',
    });
    expect(
      await within(dialog).findByText(/kind: Deployment/),
    ).toHaveTextContent('spec: replicas: 3');
    expect(
      within(dialog).getByText(/Read from prod-sh at 14:09/),
    ).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(await panel('pricing in production')).toBeVisible();
  });

  it('says why the object cannot be read', async () => {
    const api = InMemoryWorkloadsApi.create(pricingWorld());
    api.fail(
      'getObject',
      new ServiceUnavailableError('prod-sh does not answer'),
    );
    show({ api, start: pricing });
    await section('Releases');
    await userEvent.click(screen.getByRole('button', { name: 'YAML' }));
    expect(
      await screen.findByText('The object cannot be read now'),
    ).toBeVisible();
    expect(screen.getByText('prod-sh does not answer')).toBeVisible();
  });

  it('copies problem, version, last event and link as plain text', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    show({ api: InMemoryWorkloadsApi.create(pricingWorld()), start: pricing });
    await section('Releases');
    await section('Events');
    await user.click(screen.getByRole('button', { name: 'Copy for chat' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(write).toHaveBeenCalledWith(
      [
        'pricing in production (prod-sh / payments-prod)',
        '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
        'Since 13:48, 4 min after release 5.2.1, before it ran 5.2.0. 6 restarts. The other 2 pods answer.',
        'Version 5.2.1, released 13:44',
        'Last event 14:08, x2kqp: Waiting before the next start of app',
        'http://localhost/',
      ].join('\n'),
    );
  });

  it('takes the focus when it is opened by hand and gives it back on Escape', async () => {
    show({ api: InMemoryWorkloadsApi.create(pricingWorld()) });
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
    show({
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
    show({
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
    show({
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
