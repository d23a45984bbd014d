import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Step } from '@domaindeck/backstage-plugin-environments-common';
import { Knex } from 'knex';
import { openStores, storeDatabases } from './__testUtils__/openStores';
import { storedEnvironment } from './__testUtils__/storedEnvironment';
import { DatabaseEnvironmentStore } from './DatabaseEnvironmentStore';
import { PlanMaterial } from './types';

const MIGRATIONS = {
  directory: resolvePackagePath(
    '@domaindeck/backstage-plugin-environments-backend',
    'migrations',
  ),
};
const TABLES = [
  'environments',
  'environment_creations',
  'environment_collaborators',
  'environment_steps',
  'environment_materials',
  'environment_history',
  'environment_durations',
  'environment_answers',
  'environment_keys',
];
const DAY = 86_400_000;
const ANN = 'user:default/ann';

const step: Step = {
  operation: 'create',
  step: 'plan',
  position: 1,
  state: 'done',
  attempt: 1,
  objects: [],
};
const material: PlanMaterial = {
  snapshot: { objects: [], services: { pricing: ['http 80'] } },
  desired: [],
  waves: [['pricing'], ['gateway']],
  secrets: { 'pricing-db': 'a1b2' },
};
/** Every field that may be absent is there. */
const full = storedEnvironment('full', {
  namespaceUid: 'u-1',
  state: 'failed',
  operation: 'update',
  collaborators: ['user:default/zoe', 'group:default/other'],
  generation: 7,
  updatedAt: Date.UTC(2026, 11, 2),
  readyAt: Date.UTC(2026, 11, 1, 10),
  pinned: true,
  asleepSince: Date.UTC(2026, 11, 2, 1),
  awakeMs: 5_000_000_000,
  awakeSince: Date.UTC(2026, 11, 2, 2),
  lastUsed: { at: Date.UTC(2026, 11, 2, 3), by: 'user:default/zoe' },
  problem: { message: '超出配额', step: 'reserve', resumable: true },
  seen: {
    services: [],
    addresses: [],
    pendingSecrets: [],
    driftCounts: { baselineMoved: 1, edited: 2, both: 3 },
    asOf: '2026-12-01T10:00:00.000Z',
    clusterSilent: true,
    requested: { cores: 0.25, memory: 268_435_456 },
  },
  givenSecrets: ['pricing-db'],
  notices: { expiresAt: Date.UTC(2026, 11, 4), sent: [DAY, 3_600_000] },
});

const databases = storeDatabases();

describe.each(databases.eachSupportedId())(
  'DatabaseEnvironmentStore, %s',
  id => {
    let knex: Knex;
    let store: DatabaseEnvironmentStore;
    let other: DatabaseEnvironmentStore;
    let now: number;

    beforeEach(async () => {
      now = Date.UTC(2026, 11, 1, 12);
      ({ knex, store, other } = await openStores(databases, id, () => now));
    });

    const create = (name: string) =>
      store.create(storedEnvironment(name), {}, {});
    const end = async (name: string) => {
      const { version = 0 } = (await store.find(name)) ?? {};
      return store.write(name, { version }, { fields: { state: 'gone' } });
    };

    it('makes its tables, takes them away again, and makes them once more', async () => {
      const present = () =>
        Promise.all(TABLES.map(table => knex.schema.hasTable(table)));
      expect(await present()).toEqual(TABLES.map(() => true));
      await knex.migrate.down(MIGRATIONS);
      expect(await present()).toEqual(TABLES.map(() => false));
      await knex.migrate.latest(MIGRATIONS);
      expect(await present()).toEqual(TABLES.map(() => true));
      expect(await create('a')).toMatchObject({ id: 'a', version: 1 });
    });

    it('gives back every field as it was written', async () => {
      await store.create(
        full,
        {
          steps: [step],
          history: [
            { kind: 'created', who: ANN, message: '建好了', parts: { n: 1 } },
          ],
        },
        {},
      );
      const plain = storedEnvironment('plain');
      expect(await create('plain')).toEqual({ ...plain, version: 1, wish: 1 });
      expect(await other.find('full')).toEqual({
        ...full,
        version: 1,
        wish: 1,
      });
      expect(await other.find('plain')).toEqual({
        ...plain,
        version: 1,
        wish: 1,
      });
      expect(await other.find('none')).toBeUndefined();
      expect(await other.steps('full')).toEqual([step]);
      expect(await other.steps('plain')).toEqual([]);
      expect(await other.material('full')).toBeUndefined();
      expect(await other.history('full', { limit: 5 })).toEqual({
        items: [
          {
            id: expect.stringMatching(/^\d+$/),
            at: '2026-12-01T12:00:00.000Z',
            kind: 'created',
            who: ANN,
            message: '建好了',
            parts: { n: 1 },
          },
        ],
        total: 1,
      });
    });

    it('writes what is given and leaves the rest', async () => {
      await store.create(full, {}, {});
      const written = await other.write(
        'full',
        { version: 1 },
        {
          fields: {
            state: 'ready',
            pinned: false,
            collaborators: ['user:default/bob'],
            readyAt: undefined,
            unset: [
              'problem',
              'asleepSince',
              'awakeSince',
              'dueAt',
              'namespaceUid',
            ],
          },
          steps: [step, { ...step, step: 'reserve', position: 2 }],
          material,
        },
      );
      expect(written).toEqual({
        ...full,
        state: 'ready',
        pinned: false,
        collaborators: ['user:default/bob'],
        problem: undefined,
        asleepSince: undefined,
        awakeSince: undefined,
        dueAt: undefined,
        namespaceUid: undefined,
        version: 2,
        wish: 1,
      });
      expect(await store.find('full')).toEqual(written);
      expect(await store.material('full')).toEqual(material);
      await store.write('full', { version: 2 }, { steps: [step] });
      expect(await store.steps('full')).toEqual([step]);
      expect(await store.material('full')).toEqual(material);
      expect(await store.find('full')).toEqual({ ...written, version: 3 });
      expect(await store.write('none', { version: 1 }, {})).toBeUndefined();
    });

    it('writes everything or nothing', async () => {
      await create('a');
      // JSON has no such number, so the last part of the change fails.
      const unwritable = { ...step, attempt: BigInt(1) as unknown as number };
      const change = {
        fields: { state: 'planning' as const },
        history: [{ kind: 'state' as const, message: 'm', parts: {} }],
      };
      await expect(
        store.write(
          'a',
          { version: 1 },
          { ...change, steps: [unwritable] },
          true,
        ),
      ).rejects.toThrow('BigInt');
      await expect(
        store.create(storedEnvironment('b'), { steps: [unwritable] }, {}),
      ).rejects.toThrow('BigInt');
      expect(await store.find('a')).toMatchObject({
        state: 'requested',
        version: 1,
        wish: 1,
      });
      expect((await store.history('a', { limit: 5 })).total).toBe(0);
      expect(await store.find('b')).toBeUndefined();
    });

    it('lets one of those write who read the same version', async () => {
      await create('a');
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? store : other).write(
            'a',
            { version: 1 },
            { fields: { generation: n } },
            true,
          ),
        ),
      );
      const written = answers.filter(answer => answer !== undefined);
      expect(written).toHaveLength(1);
      expect(await store.find('a')).toEqual(written[0]);
      expect(written[0]).toMatchObject({ version: 2, wish: 2, dueAt: now });
    });

    it('tells versions of what lives, and for a minute of what is gone', async () => {
      await create('a');
      await create('b');
      await end('b');
      await store.write('a', { version: 1 }, { steps: [step] });
      const heads = [
        ['a', 2],
        ['b', 2],
      ] as const;
      expect(await store.heads()).toEqual(new Map(heads));
      now += 59_999;
      expect(await other.heads()).toEqual(new Map(heads));
      now += 2;
      expect(await store.heads()).toEqual(new Map([['a', 2]]));
    });

    it('forgets what is gone for long with all that belongs to it, and nothing else', async () => {
      const parts = {
        steps: [step],
        history: [{ kind: 'created' as const, message: 'm', parts: {} }],
      };
      for (const name of ['old', 'young', 'lives']) {
        const collaborators = ['user:default/bob'];
        await store.create(
          storedEnvironment(name, { collaborators }),
          parts,
          {},
        );
        await store.write(name, { version: 1 }, { material });
      }
      await end('old');
      now += DAY;
      await end('young');
      now += 1;
      expect(await store.prune(DAY)).toBe(1);
      expect(await store.prune(DAY)).toBe(0);
      const { items, total } = await store.list({
        states: ['gone', 'requested'],
        limit: 9,
      });
      expect(total).toBe(2);
      expect(items.map(one => one.id)).toEqual(['lives', 'young']);
      const owners = async (table: string) =>
        knex(table).orderBy('environment_id').pluck('environment_id');
      for (const table of TABLES.slice(2, 6)) {
        expect(await owners(table)).toEqual(['lives', 'young']);
      }
      now += 10 * DAY;
      expect(await store.prune(DAY)).toBe(1);
      expect(await store.find('lives')).toBeDefined();
    });

    it('makes one key for all who share the database, and keeps it', async () => {
      const keys = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? store : other).digestKey(),
        ),
      );
      expect(new Set(keys).size).toBe(1);
      // 32 bytes in base64url.
      expect(keys[0]).toMatch(/^[\w-]{43}$/);
      expect(await other.digestKey()).toBe(keys[0]);
    });

    it('keeps how long the last twenty runs took, by cluster and operation', async () => {
      await Promise.all(
        Array.from({ length: 25 }, () => other.addDuration('c', 'create', 9)),
      );
      for (let n = 1; n <= 19; n += 1) {
        await store.addDuration('dev-1', 'create', n + 0.5);
      }
      await store.addDuration('dev-1', 'wake', 1);
      expect(await store.durations('c', 'create')).toHaveLength(20);
      expect(await store.durations('dev-1', 'create')).toHaveLength(19);
      await store.addDuration('dev-1', 'create', 20.5);
      await store.addDuration('dev-1', 'create', 21.5);
      expect(await other.durations('dev-1', 'create')).toEqual(
        Array.from({ length: 20 }, (_, n) => 21.5 - n),
      );
      expect(await store.durations('dev-1', 'delete')).toEqual([]);
    });
  },
);
