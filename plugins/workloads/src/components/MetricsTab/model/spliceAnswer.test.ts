import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { spliceAnswer, tailFrom } from './spliceAnswer';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 1, 13);

/** A value a minute from so many minutes after one o'clock on. */
function answerOf(
  from: number,
  series: Record<string, (number | null)[]>,
  more: Partial<MetricsAnswer> = {},
): MetricsAnswer {
  const length = Math.max(...Object.values(series).map(one => one.length));
  return {
    panel: 'cpu',
    unit: 'cores',
    from: new Date(START + from * MINUTE).toISOString(),
    to: new Date(START + (from + length - 1) * MINUTE).toISOString(),
    step: 60,
    series: Object.entries(series).map(([pod, values]) => ({
      cluster: 'dev-1',
      namespace: 'demo',
      pod,
      measure: 'usage',
      values,
    })),
    sources: [],
    warnings: [],
    clusters: [],
    ...more,
  };
}
const at = (minute: number) => START + minute * MINUTE;

describe('tailFrom', () => {
  const answer = answerOf(0, { a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });

  it('asks for the last two steps again and what came after', () => {
    expect(tailFrom(answer, { from: at(1), to: at(10) })).toBe(at(7));
  });

  it('asks for all where that is as little, or more is wanted than is there', () => {
    expect(tailFrom(answer, { from: at(6), to: at(15) })).toBeUndefined();
    expect(tailFrom(answer, { from: at(-1), to: at(8) })).toBeUndefined();
    expect(tailFrom(answer, { from: at(0), to: at(5) })).toBeUndefined();
  });

  it('asks for all where something may be missing', () => {
    const partial = answerOf(
      0,
      { a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
      {
        warnings: [{ cluster: 'dev-1', code: 'partial', message: 'one store' }],
      },
    );
    expect(tailFrom(partial, { from: at(1), to: at(10) })).toBeUndefined();
  });
});

describe('spliceAnswer', () => {
  it('takes the new end, cuts the old beginning, and keeps what is said of the source now', () => {
    const spliced = spliceAnswer(
      answerOf(0, { a: [1, 2, 3, 4, 5] }),
      answerOf(
        3,
        { a: [40, 50, 60] },
        { sources: [{ cluster: 'dev-1', state: 'stored' }] },
      ),
      at(1) + 7_000,
    );
    expect(spliced).toMatchObject({
      from: new Date(at(1)).toISOString(),
      to: new Date(at(5)).toISOString(),
      sources: [{ state: 'stored' }],
      series: [{ pod: 'a', values: [2, 3, 40, 50, 60] }],
    });
  });

  it('lets pods come and go', () => {
    const spliced = spliceAnswer(
      answerOf(0, { gone: [1, null, null, null], old: [1, 1, 1, 1] }),
      answerOf(3, { fresh: [7, 8] }),
      at(1),
    );
    expect(spliced.series.map(({ pod, values }) => [pod, values])).toEqual([
      ['old', [1, 1, null, null]],
      ['fresh', [null, null, 7, 8]],
    ]);
  });
});
