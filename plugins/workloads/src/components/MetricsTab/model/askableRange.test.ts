import { askableRange } from './askableRange';

const NOW = Date.UTC(2026, 10, 23, 14);
const DAY = 86_400_000;
const ago = (ms: number) => new Date(NOW - ms).toISOString();

describe('askableRange', () => {
  it.each([
    ['as it is', [2 * DAY, DAY], [2 * DAY, DAY]],
    ['up to now', [DAY, -DAY], [DAY, 0]],
    ['30 days at most', [40 * DAY, 0], [30 * DAY, 0]],
    ['a minute at least', [5_000, 0], [60_000, 0]],
    ['a minute where it lies before now', [-DAY, -2 * DAY], [60_000, 0]],
  ])('is %s', (_, [from, to], [first, last]) => {
    expect(askableRange(NOW - from, NOW - to, NOW)).toEqual({
      kind: 'fixed',
      from: ago(first),
      to: ago(last),
    });
  });
});
