import {
  durationMs,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { checkExtend, dueNotice, missedNotices } from './checkExtend';
import { checkLimits } from './checkLimits';
import { DEFAULT_SIZES } from './sizes';

const DAY = 86_400_000;

const specification: Specification = {
  name: 'night-fares',
  domain: 'domain:default/payments',
  cluster: 'dev-1',
  size: 'M',
  expiresIn: 'P3D',
  services: [{ name: 'pricing' }],
};

describe('limits', () => {
  const limits = {
    specification,
    sizes: DEFAULT_SIZES,
    maxLifeMs: 14 * DAY,
    quota: { person: { used: 2, limit: 3 }, domain: { used: 0 } },
  };

  it('leave room to the last place and no further', () => {
    expect(checkLimits(limits)).toEqual([]);
    const full = checkLimits({
      ...limits,
      quota: {
        person: { used: 3, limit: 3 },
        group: { used: 5, limit: 5 },
        domain: { used: 20, limit: 20 },
      },
    });
    expect(
      full.map(one => [one.code, one.severity, one.wayOut?.action]),
    ).toEqual([
      ['quota-person', 'block', 'end-environment'],
      ['quota-group', 'block', 'end-environment'],
      ['quota-domain', 'block', 'end-environment'],
    ]);
    expect(full[0].message).toBe('You have 3 of 3 environments.');
  });

  it('refuse a size that is not given and a life that is too long', () => {
    const refused = checkLimits({
      ...limits,
      allowedSizes: ['S'],
      specification: { ...specification, expiresIn: 'P15D' },
    });
    expect(refused.map(one => [one.code, one.wayOut?.value])).toEqual([
      ['size-over-limit', 'S'],
      ['life-over-limit', 'P14D'],
    ]);
    expect(
      checkLimits({
        ...limits,
        specification: { ...specification, expiresIn: 'P14D' },
      }),
    ).toEqual([]);
  });

  it('hold extending to the maximum life from the beginning, but for what is pinned', () => {
    const environment = { createdAt: 0, maxLifeMs: 14 * DAY };
    expect(checkExtend(environment, 14 * DAY, DAY)).toBeUndefined();
    expect(checkExtend(environment, 14 * DAY + 1, DAY)).toBe('over-limit');
    expect(
      checkExtend({ ...environment, pinned: true }, 20 * DAY, DAY),
    ).toBeUndefined();
    expect(checkExtend(environment, DAY, DAY)).toBe('past');
    expect(checkExtend(environment, Number.NaN, DAY)).toBe('past');
  });

  it('give one notice at a time, each once', () => {
    const notices = [durationMs('PT24H')!, durationMs('PT1H')!];
    const [day, hour] = notices;
    expect(dueNotice(2 * DAY, 0, notices, [])).toBeUndefined();
    expect(dueNotice(2 * DAY, DAY, notices, [])).toBe(day);
    expect(dueNotice(2 * DAY, DAY + 1, notices, [day])).toBeUndefined();
    expect(dueNotice(2 * DAY, 2 * DAY - hour, notices, [day])).toBe(hour);
    // The worker slept through the first one.
    expect(dueNotice(2 * DAY, 2 * DAY - hour, notices, [])).toBe(hour);
    expect(dueNotice(2 * DAY, 2 * DAY - 1, notices, [hour])).toBeUndefined();
    expect(dueNotice(2 * DAY, 2 * DAY, notices, [])).toBeUndefined();
  });

  it('give no notice that says what was just asked for', () => {
    const notices = [durationMs('PT24H')!, durationMs('PT1H')!];
    const [day, hour] = notices;
    expect(missedNotices(2 * DAY, 0, notices)).toEqual([]);
    expect(missedNotices(DAY, 0, notices)).toEqual([day]);
    expect(dueNotice(DAY, 1, notices, [day])).toBeUndefined();
    expect(dueNotice(DAY, DAY - hour, notices, [day])).toBe(hour);
    expect(missedNotices(hour / 2, 0, notices)).toEqual([day, hour]);
  });
});
