import { histogramShape } from './histogramShape';

const counts = (info: number) => ({ error: 0, warn: 0, info, debug: 0 });

describe('histogramShape', () => {
  it.each([
    [0, 2],
    [3, 4],
    [47, 60],
    [600, 600],
    [601, 1_000],
  ])('puts a round number above %i lines: %i', (most, top) => {
    const shape = histogramShape(
      {
        from: '2026-11-24T13:47:00Z',
        to: '2026-11-24T14:02:00Z',
        buckets: [{ at: '2026-11-24T13:47:00Z', counts: counts(most) }],
      },
      1_000,
    );
    expect(shape.top).toBe(top);
  });

  it('writes round times, 100 px apart at least', () => {
    const range = {
      from: '2026-11-24T13:47:20Z',
      to: '2026-11-24T14:02:20Z',
      buckets: [],
    };
    const at = (width: number) =>
      histogramShape(range, width).labels.map(ms =>
        new Date(ms).toISOString().slice(11, 16),
      );
    expect(at(600)).toEqual(['13:48', '13:51', '13:54', '13:57', '14:00']);
    expect(at(150)).toEqual(['14:00']);
  });
});
