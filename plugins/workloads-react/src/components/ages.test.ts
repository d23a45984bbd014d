import { ageOf } from './ageOf';
import { bytesText } from './factsOf';
import { clockTime, fullTime } from './times';

describe('ageOf', () => {
  it.each([
    [-300_000, { unit: 'now' }],
    [NaN, { unit: 'now' }],
    [59_999, { unit: 'now' }],
    [60_000, { unit: 'minutes', count: 1 }],
    [3_599_999, { unit: 'minutes', count: 59 }],
    [3_600_000, { unit: 'hours', count: 1 }],
    [86_399_999, { unit: 'hours', count: 23 }],
    [31 * 86_400_000, { unit: 'days', count: 31 }],
  ])('%d ms', (ms, age) => {
    expect(ageOf(ms)).toEqual(age);
  });
});

describe('clockTime', () => {
  const now = new Date(2026, 10, 23, 14, 9).getTime();

  it('leaves the day out today and names it otherwise', () => {
    const today = new Date(2026, 10, 23, 13, 48).toISOString();
    const before = new Date(2026, 10, 21, 13, 48).toISOString();
    expect(clockTime(today, now)).toBe('13:48');
    expect(clockTime(before, now)).toBe('11-21 13:48');
    expect(fullTime(today)).toMatch(/^2026-11-23 13:48:00 \S+/);
  });

  it('shows what is not a time as it is', () => {
    expect(clockTime('soon', now)).toBe('soon');
    expect(fullTime('soon')).toBe('soon');
  });
});

describe('bytesText', () => {
  it.each([
    [512, '512 B'],
    [536870912, '512 MiB'],
    [1610612736, '1.5 GiB'],
  ])('%d', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});
