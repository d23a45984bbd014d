import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { containersOf, rightSize } from './rightSize';

const MIB = 2 ** 20;
const STEP = 600;

function answer(
  panel: MetricsAnswer['panel'],
  series: [string, string, string, (number | null)[]][],
): MetricsAnswer {
  return {
    panel,
    unit: 'count',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-01T16:30:00.000Z',
    step: STEP,
    series: series.map(([pod, container, measure, values]) => ({
      cluster: 'dev-1',
      namespace: 'demo',
      pod,
      container,
      measure,
      values,
    })),
    sources: [],
    warnings: [],
    clusters: [],
  };
}

/** From 1 to 100, so that each percentile is its own number. */
const HUNDRED = Array.from({ length: 100 }, (_, index) => index + 1);
const flat = (value: number) => new Array<number>(100).fill(value);

describe('rightSize', () => {
  it('suggests what is needed 95 % of the time and some room, and tells what is spare in all pods', () => {
    const used = HUNDRED.map(one => one / 100);
    const cpu = answer('cpu', [
      ['a', 'app', 'usage', used],
      ['b', 'app', 'usage', used],
      ['a', 'app', 'request', flat(2)],
      ['b', 'app', 'request', flat(2)],
      ['a', 'proxy', 'usage', flat(9)],
    ]);
    const size = rightSize({ cpu }, 'app');
    expect(size.pods).toBe(2);
    expect(size.span).toBe(100 * STEP * 1000);
    expect(size.cpu).toMatchObject({ p50: 0.5, p95: 0.95, max: 1, request: 2 });
    // 0.95 + 5 % is 0.9975.
    expect(size.cpu!.suggested).toEqual({ request: 1, trial: false });
    expect(size.cpu!.spare).toBeCloseTo(2, 9);
    expect(size.cpu!.limit).toBeUndefined();
    expect(size.memory).toBeUndefined();
  });

  it('rounds memory up to 64 MiB, and lacks what is not asked for', () => {
    const memory = answer('memory', [
      ['a', 'app', 'usage', HUNDRED.map(one => one * 5 * MIB)],
      ['a', 'app', 'request', flat(256 * MIB)],
      ['a', 'app', 'limit', flat(900 * MIB)],
    ]);
    const { memory: size } = rightSize({ memory }, 'app');
    // 475 + 10 % is 522.5.
    expect(size!.suggested).toEqual({ request: 576 * MIB, trial: false });
    expect(size!.spare).toBe(-320 * MIB);
  });

  it('raises a limit that throttles, and leaves alone one that does not', () => {
    const cpu = answer('cpu', [
      ['a', 'app', 'usage', flat(0.5)],
      ['a', 'app', 'limit', flat(1)],
    ]);
    const throttled = (share: number) =>
      rightSize(
        {
          cpu,
          throttling: answer('throttling', [
            ['a', 'app', 'throttled', flat(share)],
          ]),
        },
        'app',
      ).cpu!;
    expect(throttled(0.04).suggested.limit).toBeCloseTo(1.5, 9);
    expect(throttled(0.04).hit).toBeCloseTo(0.04, 9);
    expect(throttled(0.001).suggested.limit).toBeUndefined();
    // It asks for nothing, so that nothing is spare.
    expect(throttled(0).spare).toBeUndefined();
  });

  it('claims no saving of what was killed at its limit, and suggests a trial', () => {
    const memory = answer('memory', [
      ['a', 'app', 'usage', flat(300 * MIB)],
      ['a', 'app', 'request', flat(512 * MIB)],
      ['a', 'app', 'limit', flat(768 * MIB)],
    ]);
    const restarts = answer('restarts', [
      ['a', 'app', 'restarts', [0, 1, 1, 2]],
      ['a', 'app', 'oom', [0, 1, 1, 1]],
      ['a', 'proxy', 'restarts', [0, 5]],
      ['a', 'proxy', 'oom', [0, 1]],
    ]);
    const { memory: size } = rightSize({ memory, restarts }, 'app');
    expect(size).toMatchObject({
      hit: 2,
      suggested: { request: 768 * MIB, limit: 1_024 * MIB, trial: true },
      spare: -256 * MIB,
    });
  });

  it('counts the pods that are there, and the time of which something is known', () => {
    const gone = flat(1).map((one, index) => (index < 40 ? one : null));
    const late = flat(1).map((one, index) => (index < 50 ? null : one));
    const cpu = answer('cpu', [
      ['gone', 'app', 'usage', gone],
      ['late', 'app', 'usage', late],
    ]);
    expect(rightSize({ cpu }, 'app')).toMatchObject({
      pods: 1,
      span: 100 * STEP * 1000,
    });
    expect(rightSize({ cpu }, 'none')).toEqual({ pods: 0, span: 0 });
    expect(rightSize({}, 'app')).toMatchObject({ pods: 0, span: 0 });
  });
});

describe('containersOf', () => {
  it('names the one first that needs most memory', () => {
    const memory = answer('memory', [
      ['a', 'proxy', 'usage', [5]],
      ['a', 'app', 'usage', [null, 50]],
      ['a', 'quiet', 'limit', [99]],
    ]);
    const cpu = answer('cpu', [['a', 'job', 'usage', [1]]]);
    expect(containersOf({ memory, cpu })).toEqual(['app', 'proxy', 'job']);
    expect(containersOf({})).toEqual([]);
  });
});
