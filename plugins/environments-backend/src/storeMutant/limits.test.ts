import { openStores, storeDatabases } from './__testUtils__/openStores';
import { storedEnvironment } from './__testUtils__/storedEnvironment';
import { DatabaseEnvironmentStore } from './DatabaseEnvironmentStore';
import { StoredEnvironment } from './types';

const ANN = 'user:default/ann';
const TEAM = 'group:default/team-payments';
const PAYMENTS = 'domain:default/payments';

const databases = storeDatabases();

describe.each(databases.eachSupportedId())('names and limits, %s', id => {
  let store: DatabaseEnvironmentStore;
  let other: DatabaseEnvironmentStore;

  beforeEach(async () => {
    ({ store, other } = await openStores(databases, id));
  });

  const create = (
    name: string,
    more: Partial<StoredEnvironment> = {},
    limits = {},
  ) => store.create(storedEnvironment(name, more), {}, limits);
  const end = async (name: string) => {
    const { version = 0 } = (await store.find(name)) ?? {};
    return store.write(name, { version }, { fields: { state: 'gone' } });
  };

  it('knows names and namespaces that are taken, and frees those of what is gone', async () => {
    await create('a');
    expect(await create('b', { name: 'a' })).toEqual({
      refused: 'name-taken',
    });
    expect(await create('b', { namespace: 'payments-a' })).toEqual({
      refused: 'namespace-taken',
    });
    const elsewhere = { name: 'a', namespace: 'payments-a' };
    expect(await create('b', { ...elsewhere, cluster: 'dev-2' })).toMatchObject(
      { id: 'b' },
    );
    expect(
      await create('c', { name: 'a', domain: 'domain:default/rides' }),
    ).toEqual({ refused: 'namespace-taken' });
    await end('a');
    expect(await create('d', elsewhere)).toMatchObject({ id: 'd' });
    await expect(
      store.write(
        'b',
        { version: 1 },
        { fields: { cluster: 'dev-1', name: 'free' } },
      ),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    await expect(create('d', { name: 'e' })).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('gives a name once when several ask at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? store : other).create(
          storedEnvironment(`e${n}`, { name: 'mine' }),
          {},
          {},
        ),
      ),
    );
    const refused = answers.filter(answer => 'refused' in answer);
    expect(refused).toEqual(
      Array.from({ length: 19 }, () => ({ refused: 'name-taken' })),
    );
  });

  it.each(['person', 'group', 'domain'] as const)(
    'holds the limit of a %s when several ask at the same moment',
    async whose => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? store : other).create(
            storedEnvironment(`e${n}`),
            {},
            { [whose]: 3 },
          ),
        ),
      );
      expect(answers.filter(answer => 'id' in answer)).toHaveLength(3);
      expect(answers.filter(answer => 'refused' in answer)).toEqual(
        Array.from({ length: 17 }, () => ({
          refused: `quota-${whose}`,
          used: 3,
          limit: 3,
        })),
      );
      const [held] = answers.flatMap(one => ('id' in one ? [one.id] : []));
      await end(held);
      expect(await create('more', {}, { [whose]: 3 })).toMatchObject({
        id: 'more',
      });
    },
  );

  it('counts by person, group and domain without those that are gone', async () => {
    await create('a');
    await create('b', { creator: 'user:default/bob' });
    await create('c', { owner: undefined });
    await create('d', { domain: 'domain:default/rides' });
    await create('e');
    await end('e');
    expect(
      await store.counts({ person: ANN, group: TEAM, domain: PAYMENTS }),
    ).toEqual({ person: 3, group: 3, domain: 3 });
    expect(
      await store.counts({ person: 'user:default/x', domain: PAYMENTS }),
    ).toEqual({ person: 0, group: 0, domain: 3 });
    // A limit of groups says nothing of what belongs to none.
    expect(await create('f', { owner: undefined }, { group: 0 })).toMatchObject(
      { id: 'f' },
    );
  });
});
