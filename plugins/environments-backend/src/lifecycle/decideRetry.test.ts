import { decideRetry } from './decideRetry';

describe('decideRetry', () => {
  it('waits longer each time, up to a bound, spread by chance and never less than asked for', () => {
    const delay = (attempt: number, random: number, retryAfterMs?: number) => {
      const decision = decideRetry(
        { status: 429, message: 'slow', retryAfterMs },
        attempt,
        random,
      );
      return decision.retry ? decision.delayMs : -1;
    };
    expect([1, 2, 3, 4].map(attempt => delay(attempt, 1))).toEqual([
      500, 1000, 2000, 4000,
    ]);
    expect(delay(1, 0)).toBe(250);
    expect(delay(20, 1)).toBe(30_000);
    expect(delay(1, 0, 9_000)).toBe(9_000);
    expect(delay(25, 0)).toBe(-1);
  });

  it('waits for a quota that is not counted yet', () => {
    const message =
      'pods "a" is forbidden: status unknown for quota: size, resources: pods';
    expect(decideRetry({ status: 403, message }, 1, 0)).toMatchObject({
      retry: true,
      reason: { code: 'waiting', message },
    });
  });

  it.each([
    [undefined, true, 'unreachable'],
    [409, true, 'waiting'],
    [500, true, 'waiting'],
    [503, true, 'waiting'],
    [400, false, 'refused'],
    [401, false, 'refused'],
    [403, false, 'refused'],
    [404, false, 'refused'],
    [422, false, 'refused'],
  ])('takes %s as passing: %s', (status, retry, code) => {
    expect(
      decideRetry({ status, message: 'word for word' }, 1, 0.5),
    ).toMatchObject({
      retry,
      reason: { code, message: 'word for word' },
    });
  });

  it('stops at a quota and keeps its words', () => {
    const message =
      'pods "x" is forbidden: exceeded quota: domaindeck-size, requested: pods=1, used: pods=20, limited: pods=20';
    expect(decideRetry({ status: 403, message }, 1, 0)).toEqual({
      retry: false,
      reason: { code: 'quota', message },
    });
  });
});
