import { Turns } from './Turns';

describe('Turns', () => {
  const { signal } = new AbortController();

  it('lets so many work at a time, in the order in which they came, whatever becomes of them', async () => {
    const turns = Turns.create(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    let most = 0;
    let running = 0;
    const results = Promise.allSettled(
      [0, 1, 2, 3, 4].map(item =>
        turns.take(async () => {
          begun.push(item);
          running += 1;
          most = Math.max(most, running);
          await new Promise<void>(resolve => ends.push(resolve));
          running -= 1;
          if (item === 1) {
            throw new Error('no');
          }
          return item;
        }, signal),
      ),
    );
    while (begun.length < 5 || ends.length > 0) {
      ends.shift()?.();
      await new Promise(resolve => setImmediate(resolve));
    }
    const settled = await results;
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
    await expect(turns.take(async () => 'free', signal)).resolves.toBe('free');
  });

  it('does not work for who has given up, and serves the next', async () => {
    const turns = Turns.create(1);
    let end = () => {};
    const first = turns.take(
      () =>
        new Promise<void>(resolve => {
          end = resolve;
        }),
      signal,
    );
    const leaving = new AbortController();
    const work = jest.fn(async () => 'done');
    const left = turns.take(work, leaving.signal).catch(String);
    const next = turns.take(async () => 'next', signal);
    leaving.abort(new Error('gone'));
    end();
    await first;
    expect(await left).toBe('Error: gone');
    expect(await next).toBe('next');
    expect(work).not.toHaveBeenCalled();
  });
});
