import { ClusterConnection } from '@domaindeck/backstage-plugin-workloads-node';
import {
  clusterDefinition,
  FakeAnswer,
  FakeClock,
  FakeClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { SampledUsageSource } from './SampledUsageSource';

const STEP = 15_000;

describe('the use that a cluster tells', () => {
  let clock: FakeClock;
  let answers: Record<string, FakeAnswer>;
  let source: SampledUsageSource;

  const usage = () => ({
    body: {
      items: [
        {
          metadata: { name: 'web-0' },
          timestamp: clock.now().toISOString(),
          containers: [{ name: 'web', usage: { cpu: '1', memory: '1Ki' } }],
        },
      ],
    },
  });
  const query = (...namespaces: string[]) => {
    const to = Math.floor(clock.now().getTime() / STEP) * STEP;
    return source.query({
      panel: 'cpu',
      scopes: namespaces.map(namespace => ({ namespace, pods: ['web-0'] })),
      from: to - 10 * STEP,
      to,
      step: STEP,
      signal: new AbortController().signal,
    });
  };
  const settle = () => new Promise(resolve => setImmediate(resolve));

  beforeEach(() => {
    clock = FakeClock.create();
    answers = { good: usage(), other: usage() };
    source = SampledUsageSource.create({
      clock,
      connection: FakeClusterConnection.create(clusterDefinition(), request => {
        const namespace = /namespaces\/([^/]+)\//.exec(request)?.[1] ?? '';
        return answers[namespace] ?? { status: 403 };
      }),
    });
  });
  afterEach(() => source.stop());

  it('is still told from before when the cluster fails, and says so', async () => {
    expect((await query('good')).partial).toEqual([]);
    answers.good = { status: 500 };
    clock.advance(STEP);
    await settle();
    const { series, partial } = await query('good');
    expect(series).toHaveLength(1);
    expect(series[0].values.slice(-2)).toEqual([1, 1]);
    expect(partial).toEqual([
      expect.stringMatching(/^good: .*cannot be read.*answered with 500/),
    ]);
    expect(await source.panels(['good'])).toEqual(['cpu', 'memory']);
    answers.good = usage();
    clock.advance(STEP);
    await settle();
    expect((await query('good')).partial).toEqual([]);
  });

  it('fails no longer than an hour after the last sample', async () => {
    await query('good');
    answers.good = { status: 500 };
    clock.advance(3_600_001);
    await settle();
    await expect(query('good')).rejects.toThrow(/answered with 500/);
  });

  it('of one namespace stands when that of another is not known', async () => {
    const { series, partial } = await query('good', 'closed');
    expect(series.map(({ namespace }) => namespace)).toEqual(['good']);
    expect(partial).toEqual([
      expect.stringMatching(/^closed: .*lacks the right/),
    ]);
    expect(await source.panels(['good', 'closed'])).toHaveLength(2);
    await expect(query('closed')).rejects.toThrow(/lacks the right/);
    await expect(source.panels(['closed'])).rejects.toThrow(/lacks the right/);
  });

  it('leaves out pods that are somebody else’s', async () => {
    const to = clock.now().getTime();
    const { series } = await source.query({
      panel: 'cpu',
      scopes: [
        { namespace: 'good', pods: ['web-[0-9]+'], exceptPods: ['web-0'] },
        { namespace: 'other', pods: ['web-[0-9]+'] },
      ],
      from: to - STEP,
      to,
      step: STEP,
      signal: new AbortController().signal,
    });
    expect(series.map(({ namespace }) => namespace)).toEqual(['other']);
  });

  it('is waited for no longer than 10 s, and the question is called off', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const silent: Pick<ClusterConnection, 'get'> = {
      get: (_path, options) => {
        signals.push(options?.signal);
        return new Promise(() => {});
      },
    };
    source = SampledUsageSource.create({
      clock,
      connection: Object.assign(
        FakeClusterConnection.create(clusterDefinition(), () => ({})),
        silent,
      ),
    });
    const waiting = query('good');
    await settle();
    clock.advance(9_999);
    expect(signals.map(signal => signal?.aborted)).toEqual([false]);
    clock.advance(1);
    await expect(waiting).rejects.toThrow(/has not answered within 10 s/);
    expect(signals.map(signal => signal?.aborted)).toEqual([true]);
  });
});
