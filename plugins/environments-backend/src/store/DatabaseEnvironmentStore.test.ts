import { createTestStore } from './__testUtils__/createTestStore';
import { storedEnvironment } from './__testUtils__/storedEnvironment';

describe('smoke', () => {
  it('works', async () => {
    const { store, stop } = await createTestStore();
    const made = await store.create(
      storedEnvironment('a'),
      { history: [{ kind: 'created', message: 'x', parts: {} }], steps: [] },
      {},
    );
    expect(made).toMatchObject({ version: 1, wish: 1 });
    expect(await store.find('a')).toEqual(made);
    const claimed = await store.claim('w', 1000);
    expect(claimed).toBeUndefined();
    const written = await store.write(
      'a',
      { version: 1 },
      { fields: { pinned: true } },
      true,
    );
    expect(written).toMatchObject({ version: 2, wish: 2, pinned: true });
    const again = await store.claim('w', 1000);
    expect(again).toMatchObject({ environment: { id: 'a' } });
    expect(await store.heartbeat(again!.lease, 1000)).toBe('held');
    expect(await store.list({ limit: 1, text: 'PRIC' })).toMatchObject({
      total: 1,
    });
    expect(await store.heads()).toEqual(new Map([['a', 2]]));
    expect(await store.once('k', 'r', async () => 'x')).toBe('x');
    expect(await store.once('k', 'r', async () => 'y')).toBe('x');
    expect(await store.history('a', { limit: 5 })).toMatchObject({ total: 1 });
    expect(await store.prune(0)).toBe(0);
    await store.addDuration('c', 'create', 2);
    expect(await store.durations('c', 'create')).toEqual([2]);
    await stop();
  });
});
