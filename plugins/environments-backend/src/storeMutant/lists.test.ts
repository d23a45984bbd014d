import { openStores, storeDatabases } from './__testUtils__/openStores';
import { filterByHand } from './__testUtils__/filterByHand';
import { storedEnvironment } from './__testUtils__/storedEnvironment';
import { DatabaseEnvironmentStore } from './DatabaseEnvironmentStore';
import { ListQuery, RecordFilter, StoredEnvironment } from './types';

const DAY = 86_400_000;
const START = Date.UTC(2026, 11, 1);
const ANN = 'user:default/ann';
const BOB = 'user:default/bob';
const RIDES = 'domain:default/rides';

/** Always the same numbers from 0 up to a bound (Lehmer). */
function dice(seed: number): (bound: number) => number {
  let state = seed;
  return bound => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

function anyFilter(roll: (bound: number) => number, depth = 0): RecordFilter {
  const parts = () =>
    Array.from({ length: roll(4) }, () => anyFilter(roll, depth + 1));
  const some = (values: readonly string[]) =>
    values.filter(() => roll(3) === 0);
  switch (roll(depth > 3 ? 3 : 6)) {
    case 0:
      return { collaborators: some([ANN, BOB, 'group:default/other']) };
    case 1:
      return { field: 'owner', values: some(['group:default/a', 'none']) };
    case 2:
      return roll(2) === 0
        ? { field: 'creator', values: some([ANN, BOB]) }
        : { field: 'cluster', values: some(['dev-1', 'dev-2']) };
    case 3:
      return { not: anyFilter(roll, depth + 1) };
    case 4:
      return { allOf: parts() };
    default:
      return { anyOf: parts() };
  }
}

const databases = storeDatabases();

describe.each(databases.eachSupportedId())('lists, %s', id => {
  let store: DatabaseEnvironmentStore;

  beforeEach(async () => {
    ({ store } = await openStores(databases, id, () => START));
  });

  const create = async (
    name: string,
    days: number,
    more: Partial<StoredEnvironment> = {},
  ) => {
    const made = storedEnvironment(name, {
      expiresAt: START + days * DAY,
      ...more,
    });
    expect(await store.create(made, {}, {})).toMatchObject({ id: name });
    return made;
  };
  const change = async (
    name: string,
    fields: Partial<Omit<StoredEnvironment, 'id' | 'createdAt'>>,
  ) => {
    const { version } = (await store.find(name))!;
    expect(await store.write(name, { version }, { fields })).toBeDefined();
  };
  const ids = async (query: Omit<ListQuery, 'limit'>) => {
    const { items, total } = await store.list({ ...query, limit: 500 });
    expect(total).toBe(items.length);
    return items.map(one => one.id);
  };

  it('lists what has the least life left first, and what has no end last', async () => {
    await create('b', 2);
    await create('pinned', 1, { pinned: true });
    await create('c', 3);
    await create('a', 2);
    await create('gone', 1, { state: 'gone' });
    expect(await ids({})).toEqual(['a', 'b', 'c', 'pinned']);
    expect(await ids({ states: ['gone'] })).toEqual(['gone']);
    await change('c', { expiresAt: START });
    await change('a', { state: 'asleep' });
    expect(await ids({ states: ['requested', 'gone'] })).toEqual([
      'c',
      'gone',
      'b',
      'pinned',
    ]);
    expect(await ids({ states: [] })).toEqual([]);
  });

  it('narrows by domain, person and text', async () => {
    const services = (...names: string[]) => ({
      ...storedEnvironment('x').specification,
      services: names.map(name => ({ name })),
    });
    await create('tax-new', 1, { collaborators: [BOB] });
    await create('fix_7', 2, {
      creator: BOB,
      specification: services('gateway', 'user-service'),
    });
    await create('fixa7', 3, { domain: RIDES, creator: 'user:x/carl' });
    expect(await ids({ domain: RIDES })).toEqual(['fixa7']);
    expect(await ids({ person: BOB })).toEqual(['tax-new', 'fix_7']);
    expect(await ids({ person: ANN })).toEqual(['tax-new']);
    expect(await ids({ person: BOB, domain: RIDES })).toEqual([]);
    expect(await ids({ text: 'TAX' })).toEqual(['tax-new']);
    expect(await ids({ text: 'x_7' })).toEqual(['fix_7']);
    expect(await ids({ text: '%' })).toEqual([]);
    expect(await ids({ text: '\\' })).toEqual([]);
    expect(await ids({ text: 'atewa' })).toEqual(['fix_7']);
    expect(await ids({ text: 'Carl' })).toEqual(['fixa7']);
    // Every creator is a user; whoever types it means the service.
    expect(await ids({ text: 'user' })).toEqual(['fix_7']);
    expect(await ids({ text: 'user:default/Bob' })).toEqual(['fix_7']);
    await change('fix_7', { specification: services('cart') });
    expect(await ids({ text: 'gateway' })).toEqual([]);
    expect(await ids({ text: 'cart' })).toEqual(['fix_7']);
    await change('tax-new', { collaborators: [ANN, ANN] });
    expect(await ids({ person: BOB })).toEqual(['fix_7']);
  });

  it('refuses a text that no database holds', async () => {
    await create('a', 1);
    const found = store.list({ text: 'a\u0000', limit: 5 });
    await expect(found).rejects.toMatchObject({ name: 'InputError' });
  });

  it('applies any tree of conditions as it is meant', async () => {
    const roll = dice(20_261_201);
    const made = [];
    for (let n = 0; n < 40; n += 1) {
      made.push(
        await create(`e${n}`, n, {
          creator: roll(2) ? ANN : BOB,
          cluster: roll(2) ? 'dev-1' : 'dev-2',
          owner: [undefined, 'group:default/a', 'group:default/b'][roll(3)],
          collaborators: [ANN, BOB, 'group:default/other'].filter(() =>
            roll(2),
          ),
        }),
      );
    }
    const sizes = new Set<number>();
    for (let n = 0; n < 200; n += 1) {
      const filter = anyFilter(roll);
      const wanted = made
        .filter(one => filterByHand(filter, one))
        .map(one => one.id);
      expect([filter, await ids({ filter })]).toEqual([filter, wanted]);
      sizes.add(wanted.length);
    }
    // A generator that only gave all or nothing would have shown nothing.
    expect(sizes.size).toBeGreaterThan(10);
  });

  it('fills pages whoever asks, and goes on where it was', async () => {
    for (let n = 0; n < 30; n += 1) {
      await create(`e${10 + n}`, Math.floor(n / 4), {
        creator: n % 3 ? ANN : BOB,
      });
    }
    const filter: RecordFilter = { field: 'creator', values: [ANN] };
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list({ filter, limit: 7, cursor });
      expect(page.total).toBe(20);
      found.push(...page.items.map(one => one.id));
      expect(page.items).toHaveLength(cursor && !page.nextCursor ? 6 : 7);
      cursor = page.nextCursor;
    } while (cursor);
    expect(found).toEqual(await ids({ filter }));
    expect(found).toHaveLength(20);
  });

  it('survives changes between two pages', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await create(name, 1);
    }
    await create('p', 1, { pinned: true });
    const { nextCursor } = await store.list({ limit: 2 });
    await change('b', { state: 'gone' });
    await change('c', { expiresAt: START + 9 * DAY });
    await create('aa', 0);
    await create('dd', 1);
    const next = await store.list({ limit: 4, cursor: nextCursor });
    expect(next.items.map(one => one.id)).toEqual(['d', 'dd', 'e', 'c']);
    const last = await store.list({ limit: 4, cursor: next.nextCursor });
    expect(last.items.map(one => one.id)).toEqual(['p']);
    expect(last.nextCursor).toBeUndefined();
    for (const cursor of ['x', 'bnVsbA', '']) {
      await expect(store.list({ limit: 2, cursor })).rejects.toMatchObject({
        name: 'InputError',
      });
    }
  });

  it('tells what happened in the order in which it did, by pages and since an entry', async () => {
    await create('a', 1);
    await create('b', 1);
    const entry = (message: string) => ({
      kind: 'step' as const,
      message,
      parts: {},
    });
    await change('b', {});
    await Promise.all(
      ['x', 'y', 'z'].map(async message => {
        const claim = await store.claim(message, 60_000);
        await store.write('a', { version: 1 }, { history: [entry(message)] });
        return claim;
      }),
    );
    const { version } = (await store.find('a'))!;
    expect(version).toBe(2);
    await store.write('b', { version: 2 }, { history: [entry('other')] });
    await store.write(
      'a',
      { version },
      { history: ['1', '2', '3', '4'].map(entry) },
    );
    const all = await store.historySince('a', undefined);
    expect(all.map(one => one.message)).toEqual([
      expect.stringMatching(/^[xyz]$/),
      '1',
      '2',
      '3',
      '4',
    ]);
    const numbers = all.map(one => Number(one.id));
    expect(numbers).toEqual([...numbers].sort((one, two) => one - two));
    expect(await store.historySince('a', all[2].id)).toEqual(all.slice(3));
    expect(await store.historySince('a', all[4].id)).toEqual([]);
    const first = await store.history('a', { limit: 2 });
    expect(first).toMatchObject({
      items: [all[4], all[3]],
      total: 5,
      nextCursor: all[3].id,
    });
    const cursor = first.nextCursor;
    // What comes in between moves nothing.
    await store.write('a', { version: 3 }, { history: [entry('5')] });
    const second = await store.history('a', { limit: 3, cursor });
    expect(second.items).toEqual([all[2], all[1], all[0]]);
    expect(second.nextCursor).toBeUndefined();
    for (const bad of ['x', '-1', '1.5', '99999999999999999999']) {
      await expect(store.historySince('a', bad)).rejects.toMatchObject({
        name: 'InputError',
      });
    }
  });
});
