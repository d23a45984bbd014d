import { nextRun } from './cronSchedule';

const at = (text: string) => Date.parse(`${text}:00Z`);

describe('nextRun', () => {
  it.each([
    ['*/30 * * * *', '2026-11-23T10:00', '2026-11-23T10:30'],
    ['*/30 * * * *', '2026-11-23T10:31', '2026-11-23T11:00'],
    ['5 2 * * *', '2026-11-23T02:05', '2026-11-24T02:05'],
    ['0 9-17/4 * * 1-5', '2026-11-20T17:00', '2026-11-23T09:00'],
    ['0 0 1,15 * *', '2026-11-15T00:00', '2026-12-01T00:00'],
    ['0 0 * * 7', '2026-11-23T00:00', '2026-11-29T00:00'],
    ['0 0 29 2 *', '2027-03-01T00:00', '2028-02-29T00:00'],
  ])('%s after %s is %s', (schedule, after, expected) => {
    expect(nextRun(schedule, at(after))).toBe(at(expected));
  });

  it.each(['0 0 30 2 *', 'hourly', '* * * *', '0 0 * * mon'])(
    '%s never comes',
    schedule => {
      expect(nextRun(schedule, at('2026-11-23T00:00'))).toBeUndefined();
    },
  );
});
