import { compareWindows, Window } from './compareWindows';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 23, 14, 7, 31);
const shown = { from: NOW - HOUR, to: NOW };
const text = ({ from, to }: Window) =>
  [from, to].map(at => new Date(at).toISOString().slice(8, 16)).join(' - ');

describe('compareWindows', () => {
  it('takes as long before a release as after it, at the same hours', () => {
    const windows = compareWindows(
      { kind: 'release', at: '2026-11-19T11:22:00.000Z', side: 'PT24H' },
      shown,
      NOW,
    )!;
    expect(windows.step).toBe(300);
    expect(text(windows.before)).toBe('18T11:20 - 19T11:20');
    expect(text(windows.after)).toBe('19T11:25 - 20T11:25');
    expect(text(windows.usual!)).toBe('11T11:25 - 18T11:25');
  });

  it('takes as many hours as there are while the side is not over', () => {
    const { before, after } = compareWindows(
      { kind: 'release', at: '2026-11-23T11:00:00.000Z', side: 'PT24H' },
      shown,
      NOW,
    )!;
    expect(text(after)).toBe('23T11:01 - 23T14:07');
    expect(text(before)).toBe('22T11:00 - 22T14:06');
  });

  it('cuts the minutes since a release finer than a day', () => {
    const { after, step } = compareWindows(
      { kind: 'release', at: '2026-11-23T13:45:00.000Z', side: 'PT24H' },
      shown,
      NOW,
    )!;
    expect(step).toBe(15);
    expect(after.to - after.from).toBe(22.25 * 60_000);
  });

  it('is nothing for a release that was just made, or is still to come', () => {
    const at = (moment: number) =>
      compareWindows(
        {
          kind: 'release',
          at: new Date(moment).toISOString(),
          side: 'PT1H',
        },
        shown,
        NOW,
      );
    expect(at(NOW - 5_000)).toBeUndefined();
    expect(at(NOW + DAY)).toBeUndefined();
  });

  it('lays a week over a week', () => {
    const { before, after, step } = compareWindows(
      { kind: 'week' },
      shown,
      NOW,
    )!;
    expect(step).toBe(3_600);
    expect(text(before)).toBe('09T14:00 - 16T14:00');
    expect(text(after)).toBe('16T14:00 - 23T14:00');
  });

  it('compares what is not the time in the time that is shown', () => {
    const { before, after, usual, step } = compareWindows(
      { kind: 'pods', a: 'x', b: 'y' },
      shown,
      NOW,
    )!;
    expect(step).toBe(15);
    expect(before).toEqual(after);
    expect(text(after)).toBe('23T13:07 - 23T14:07');
    expect(usual).toBeUndefined();
  });
});
