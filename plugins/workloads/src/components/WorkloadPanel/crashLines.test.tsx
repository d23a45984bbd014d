import { screen, within } from '@testing-library/react';
import { NotAllowedError } from '@backstage/errors';
import { logTimeOf } from '@domaindeck/backstage-plugin-workloads-common';
import {
  InMemoryLogsApi,
  InMemoryWorkloadsApi,
  logsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { at, pricing, pricingWorld } from './__testUtils__/pricingWorld';
import { showPanel } from './__testUtils__/showPanel';

const POD = 'pricing-7c9d5f-x2kqp';
const WORDS = [
  ['info', 'level=info msg="fare cache loading"'],
  ['error', 'java.lang.OutOfMemoryError: Java heap space'],
  ['error', '    at pricing.cache.FareCache.load(FareCache.java:118)'],
  ['error', '    at pricing.cache.FareCache.refresh(FareCache.java:74)'],
  ['error', '    at pricing.Scheduler.tick(Scheduler.java:41)'],
  ['error', '    at pricing.Main.run(Main.java:7)'],
] as const;

function lastWords(): InMemoryLogsApi {
  const { sources } = logsWorld(Date.parse(at(14, 9)));
  return InMemoryLogsApi.create({
    sources,
    lines: WORDS.map(([level, text], index) => ({
      origin: {
        cluster: 'prod-sh',
        namespace: 'payments-prod',
        pod: POD,
        container: 'app',
        workload: pricing.id,
      },
      previous: true,
      at: logTimeOf(Date.parse(at(14, 8, 11)) + index),
      text,
      level,
    })),
  });
}

const show = (logs?: InMemoryLogsApi) =>
  showPanel({
    api: InMemoryWorkloadsApi.create(pricingWorld()),
    start: pricing,
    logs,
  });

describe('the last words in the panel', () => {
  it('quotes the line that explains the crash, though others came after it', async () => {
    const logs = lastWords();
    show(logs);
    const region = within(
      await screen.findByRole('region', {
        name: 'Last lines before the crash',
      }),
    );
    expect(region.getByText('Its log says: out of memory.')).toBeVisible();
    const lines = region.getAllByRole('listitem');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toHaveTextContent('java.lang.OutOfMemoryError');
    expect(lines[3]).toHaveTextContent('pricing.Main.run');
    expect(logs.asked().map(({ request }) => request)).toEqual([
      expect.objectContaining({ previous: true, follow: false, tail: 200 }),
    ]);
    const door = region.getByRole('link', { name: 'Open previous log' });
    expect(door.getAttribute('href')).toBe(
      `/logs?service=pricing&env=prod-sh%2Fpayments-prod&pod=${POD}&container=app&previous=1`,
    );
  });

  it('has a door to the logs of the workload since its trouble began', async () => {
    show();
    const door = await screen.findByRole('link', { name: 'Logs' });
    const query = new URLSearchParams(door.getAttribute('href')?.slice(6));
    expect(query.get('service')).toBe('pricing');
    expect(query.get('env')).toBe('prod-sh/payments-prod');
    expect(query.get('range')).toBe('PT1H');
  });

  it('says nothing to who may not read logs', async () => {
    const logs = lastWords();
    logs.fail('streamLogs', new NotAllowedError('not these logs'));
    show(logs);
    expect(await screen.findByRole('link', { name: 'Logs' })).toBeVisible();
    expect(
      screen.queryByRole('region', { name: 'Last lines before the crash' }),
    ).not.toBeInTheDocument();
    expect(logs.asked()).toHaveLength(1);
  });
});
