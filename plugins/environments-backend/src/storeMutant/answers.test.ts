import { openStores, storeDatabases } from './__testUtils__/openStores';
import { DatabaseEnvironmentStore } from './DatabaseEnvironmentStore';

const databases = storeDatabases();
const HOUR = 3_600_000;
const CONFLICT = { name: 'ConflictError' };

describe.each(databases.eachSupportedId())('answers, %s', id => {
  let store: DatabaseEnvironmentStore;
  let other: DatabaseEnvironmentStore;
  let now: number;

  beforeEach(async () => {
    now = Date.UTC(2026, 11, 1);
    ({ store, other } = await openStores(databases, id, () => now));
  });

  const answer = (text: string) => jest.fn(async () => text);

  it('answers the same request once within a day', async () => {
    const first = answer('{"id":"a"}');
    const second = answer('{"id":"b"}');
    expect(await store.once('ann k', 'create a', first)).toBe('{"id":"a"}');
    now += 24 * HOUR;
    expect(await other.once('ann k', 'create a', second)).toBe('{"id":"a"}');
    await expect(other.once('ann k', 'create b', second)).rejects.toMatchObject(
      CONFLICT,
    );
    expect(second).not.toHaveBeenCalled();
    expect(await store.once('bob k', 'create b', second)).toBe('{"id":"b"}');
    now += 1;
    expect(await store.once('ann k', 'create b', answer('new'))).toBe('new');
  });

  it('lets one of twenty answer who come at the same moment', async () => {
    let finish = () => {};
    let refused = 0;
    const slow = jest.fn(
      () =>
        new Promise<string>(resolve => {
          finish = () => resolve('done');
        }),
    );
    const asked = Array.from({ length: 20 }, (_, n) =>
      (n % 2 ? store : other).once('k', 'r', slow).catch(error => {
        // The others have been told before the first one is done.
        refused += 1;
        if (refused === 19) {
          finish();
        }
        return error.name;
      }),
    );
    const answers = await Promise.all(asked);
    expect(answers.sort()).toEqual([
      ...Array.from({ length: 19 }, () => 'ConflictError'),
      'done',
    ]);
    expect(slow).toHaveBeenCalledTimes(1);
    expect(await store.once('k', 'r', answer('again'))).toBe('done');
  });

  it('lets a request that failed be tried again, and works with the store meanwhile', async () => {
    await expect(
      store.once('k', 'r', async () => {
        await store.heads();
        throw new Error('no room');
      }),
    ).rejects.toThrow('no room');
    expect(await other.once('k', 'other', answer('yes'))).toBe('yes');
  });

  it('does not wait for whoever died while answering', async () => {
    let finish = (_: string) => {};
    let died = () => {};
    const death = new Promise<void>(resolve => {
      died = resolve;
    });
    const begun = store.once(
      'k',
      'r',
      () =>
        new Promise<string>(resolve => {
          finish = resolve;
          died();
        }),
    );
    await death;
    now += 120_000;
    await expect(other.once('k', 'r', answer('early'))).rejects.toMatchObject(
      CONFLICT,
    );
    now += 1;
    expect(await other.once('k', 'r', answer('taken over'))).toBe('taken over');
    // It was only slow: it gets its own answer, and everybody else the one that was kept.
    finish('late');
    expect(await begun).toBe('late');
    expect(await store.once('k', 'r', answer('third'))).toBe('taken over');
  });

  it('forgets old answers with old environments', async () => {
    await store.once('old', 'r', answer('1'));
    now += 23 * HOUR;
    await store.once('young', 'r', answer('2'));
    now += 2 * HOUR;
    await store.prune(HOUR);
    expect(await store.once('young', 'r', answer('3'))).toBe('2');
    expect(await store.once('old', 'another', answer('4'))).toBe('4');
  });
});
