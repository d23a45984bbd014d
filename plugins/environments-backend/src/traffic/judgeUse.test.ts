import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { judgeUse } from './judgeUse';
import { trafficOf } from './trafficOf';

const MINUTE = 60_000;
const FROM = Date.UTC(2026, 10, 30, 9);
/** An hour, which is asked for until five minutes beyond. */
const SPAN = { from: FROM, to: FROM + 60 * MINUTE };

type Value = number | null;

/** Of a question from the begin of the span on, with a value each minute. */
function answer(
  series: readonly (readonly Value[])[],
  more: Partial<MetricsAnswer> = {},
): MetricsAnswer {
  return {
    panel: 'requests',
    unit: 'perSecond',
    from: new Date(FROM).toISOString(),
    to: new Date(FROM + 65 * MINUTE).toISOString(),
    step: 60,
    series: series.map((values, index) => ({
      cluster: 'dev-1',
      namespace: 'fare-rules',
      pod: `gateway-${index}`,
      measure: 'requests',
      values: [...values],
    })),
    sources: [{ cluster: 'dev-1', state: 'stored', name: 'prometheus' }],
    warnings: [],
    clusters: [],
    ...more,
  };
}

/** 66 values, other ones from some minute on. */
function minutes(...parts: readonly (readonly [number, Value])[]): Value[] {
  return Array.from(
    { length: 66 },
    (_, minute) => parts.findLast(([since]) => since <= minute)?.[1] ?? null,
  );
}

function useOf(...series: readonly (readonly Value[])[]) {
  const traffic = trafficOf(answer(series));
  return traffic.told ? judgeUse(traffic, SPAN) : traffic.code;
}

describe('judgeUse', () => {
  it('calls unused what was measured all the time and had no request', () => {
    expect(useOf(minutes([0, 0]))).toBe('unused');
    // Stores have not seen the last minutes yet, nor those to come.
    expect(useOf(minutes([0, 0], [56, null]))).toBe('unused');
    // A pod that took over from another one.
    expect(useOf(minutes([0, 0], [20, null]), minutes([20, 0]))).toBe('unused');
  });

  it('calls used what had a single request, whoever answered it and also beyond the span', () => {
    expect(useOf(minutes([0, 0], [30, 0.01], [31, 0]))).toBe('used');
    expect(useOf(minutes([0, 0]), minutes([59, 0.2]))).toBe('used');
    expect(useOf(minutes([0, 0], [64, 0.1]))).toBe('used');
    expect(useOf(minutes([0, null], [30, 0.01], [31, null]))).toBe('used');
  });

  it.each([
    ['at the begin', minutes([1, 0])],
    ['in between', minutes([0, 0], [30, null], [31, 0])],
    ['since some time', minutes([0, 0], [50, null])],
  ])('does not know what was not measured %s', (_, gap) => {
    expect(useOf(gap)).toBe('unknown');
  });

  it('does not take the silence of one pod for that of another one', () => {
    const gap = minutes([0, 0], [30, null], [31, 0]);
    expect(useOf(minutes([0, 0]), gap)).toBe('unknown');
    expect(useOf(minutes([0, 0], [30, 0.1], [31, 0]), gap)).toBe('used');
  });

  it('does not know a span that the answer does not cover, or that is too short', () => {
    const traffic = trafficOf(answer([minutes([0, 0])]));
    if (!traffic.told) {
      throw new Error('nothing is told');
    }
    const before = { ...SPAN, from: FROM - MINUTE };
    const after = { ...SPAN, to: FROM + 90 * MINUTE };
    const short = { ...SPAN, to: FROM + 5 * MINUTE };
    for (const span of [before, after, short]) {
      expect(judgeUse(traffic, span)).toBe('unknown');
    }
  });
});

describe('trafficOf', () => {
  const none = minutes();

  it('takes no data for no requests', () => {
    expect(trafficOf(answer([]))).toEqual({
      told: false,
      code: 'no-requests',
      source: 'prometheus',
    });
    expect(trafficOf(answer([none]))).toMatchObject({ code: 'no-requests' });
    expect(
      trafficOf(answer([], { sources: [{ cluster: 'dev-1', state: 'none' }] })),
    ).toEqual({ told: false, code: 'no-source' });
  });

  it('trusts no source that failed, or that says that something is missing', () => {
    const failing = {
      cluster: 'dev-1',
      state: 'failing' as const,
      name: 'prometheus',
      reason: 'It does not answer',
    };
    expect(trafficOf(answer([], { sources: [failing] }))).toEqual({
      told: false,
      code: 'source-failing',
      source: 'prometheus',
      reason: 'It does not answer',
    });
    for (const code of ['partial', 'truncated'] as const) {
      const warnings = [{ cluster: 'dev-1', code, message: 'half of it' }];
      expect(trafficOf(answer([minutes([0, 0])], { warnings }))).toMatchObject({
        code: 'source-failing',
        reason: 'half of it',
      });
    }
  });
});
