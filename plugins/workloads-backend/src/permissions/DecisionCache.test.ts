import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { DecisionCache } from './DecisionCache';

describe('DecisionCache', () => {
  let clock: FakeClock;
  let cache: DecisionCache<number>;
  let asked: number;
  const ask = async () => {
    asked += 1;
    return asked;
  };

  beforeEach(() => {
    clock = FakeClock.create();
    cache = DecisionCache.create(clock);
    asked = 0;
  });

  it('asks once until the answer is too old for the one who wants it', async () => {
    expect(await cache.get('a', 30_000, ask)).toBe(1);
    expect(await cache.get('b', 30_000, ask)).toBe(2);
    clock.advance(30_000);
    expect(await cache.get('a', 30_000, ask)).toBe(1);
    expect(await cache.get('a', 1_000, ask)).toBe(3);
    expect(await cache.get('a', 30_000, ask)).toBe(3);
    clock.advance(30_001);
    expect(await cache.get('a', 30_000, ask)).toBe(4);
  });

  it('asks once for all who ask at the same time, and counts the age from the question', async () => {
    let answer: (value: number) => void = () => undefined;
    const slow = () =>
      new Promise<number>(resolve => {
        asked += 1;
        answer = resolve;
      });
    const both = [cache.get('a', 1_000, slow), cache.get('a', 1_000, slow)];
    clock.advance(1_001);
    answer(7);
    expect(await Promise.all(both)).toEqual([7, 7]);
    expect(asked).toBe(1);
    expect(await cache.get('a', 1_000, ask)).toBe(2);
  });

  it('does not give an answer that was asked for before everything was forgotten', async () => {
    let answer: (value: number) => void = () => undefined;
    const waiting = cache.get(
      'a',
      30_000,
      () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    cache.clear();
    answer(99);
    expect(await waiting).toBe(99);
    expect(await cache.get('a', 30_000, ask)).toBe(1);
  });

  it('forgets failures, but not an answer that came after them', async () => {
    const failing = () => Promise.reject(new Error('no answer'));
    await expect(cache.get('a', 30_000, failing)).rejects.toThrow('no answer');
    expect(await cache.get('a', 30_000, ask)).toBe(1);

    let fail: (error: Error) => void = () => undefined;
    const late = cache.get(
      'b',
      30_000,
      () =>
        new Promise((_resolve, reject) => {
          fail = reject;
        }),
    );
    clock.advance(2_000);
    expect(await cache.get('b', 1_000, ask)).toBe(2);
    fail(new Error('too late'));
    await expect(late).rejects.toThrow('too late');
    expect(await cache.get('b', 30_000, ask)).toBe(2);
  });

  it('trusts no answer from the future and keeps the latest ten thousand', async () => {
    await cache.get('a', 30_000, ask);
    clock.advance(-60_000);
    expect(await cache.get('a', 30_000, ask)).toBe(2);
    for (let index = 0; index < 10_000; index += 1) {
      await cache.get(`key ${index}`, 30_000, ask);
    }
    expect(await cache.get('key 0', 30_000, ask)).toBe(3);
    expect(await cache.get('a', 30_000, ask)).toBe(10_003);
  });
});
