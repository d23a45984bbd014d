import { loadBaseline } from '../clone/__testUtils__/planCase';
import { SeenVersion } from '../domains';
import { Registries } from '../registries';
import { FakeRegistry } from '../registries/__testUtils__/FakeRegistry';
import { Stock, stocked } from '../registries/__testUtils__/stocked';
import { KnownVersions } from './KnownVersions';
import { RegistryVersions } from './RegistryVersions';
import { VersionsQuery } from './types';

const DOMAIN = 'domain:default/tickets';
/** `frontend` is `registry.example/boutique/frontend:v0.10.2`. */
const BASELINE = loadBaseline('web-shop');
const STOCK: Stock = {
  'boutique/frontend': {
    'v0.9.0': '',
    'v0.10.2': '',
    'v0.10.10': '',
    'v0.11.0-rc.1': '',
    main: '2026-03-03T00:00:00Z',
    'feat-cart': '2026-03-05T00:00:00Z',
    'fix-1a2b3c4': '2026-03-04T00:00:00Z',
    'fix-5d6e7f8': '2026-03-01T00:00:00Z',
    'old-idea': '',
    latest: '',
  },
};
const SEEN: readonly SeenVersion[] = [
  { version: 'v0.9.0', where: 'dev-1/old', at: '2026-01-01', runs: false },
  { version: 'v0.9.5', where: 'prod/shop', at: '2026-01-02', runs: true },
  { version: 'v0.9.6', where: 'hidden/shop', at: '2026-01-02', runs: true },
  { version: 'v0.10.2', where: 'dev-1/shop', at: '2026-01-03', runs: true },
];

describe('RegistryVersions', () => {
  let fake: FakeRegistry;
  let registries: Registries;
  let versions: RegistryVersions;
  let failures: string[];

  beforeEach(async () => {
    fake = await FakeRegistry.start();
    fake.answer = stocked(STOCK);
    failures = [];
    registries = Registries.create({
      options: [{ host: 'registry.example', url: fake.url, redirectHosts: [] }],
      now: Date.now,
      patienceMs: 500,
      onFailure: error => failures.push(error.message),
    });
    versions = RegistryVersions.create({
      known: KnownVersions.create({
        versions: async () => ({ frontend: SEEN }),
      }),
      registries,
    });
  });
  afterEach(async () => {
    await registries.close();
    await fake.stop();
  });

  const check = (services: object[], signal?: AbortSignal) =>
    versions.check(
      {
        domain: DOMAIN,
        baseline: BASELINE,
        services: services.map(one => ({ name: 'frontend', ...one })),
      },
      signal,
    );
  const page = (query: Partial<VersionsQuery> = {}) =>
    versions.page({
      domain: DOMAIN,
      baseline: BASELINE,
      service: 'frontend',
      sees: place => !place.startsWith('hidden'),
      offset: 0,
      limit: 50,
      ...query,
    });

  describe('whether a version exists', () => {
    it('is what its registry says', async () => {
      expect(
        await check([
          { version: 'v0.10.10' },
          { name: 'adservice', version: 'v0.10.10' },
          { name: 'cartservice' },
        ]),
      ).toEqual({
        frontend: { state: 'exists', foundIn: 'registry' },
        adservice: { state: 'missing' },
      });
      // What runs elsewhere and was taken out of the registry could not be started again.
      expect((await check([{ version: 'v0.9.5' }])).frontend).toEqual({
        state: 'missing',
      });
    });

    it('is asked of configured registries only, whatever is typed', async () => {
      const typed = await Promise.all(
        [
          `${fake.host}/boutique/frontend:main`,
          'localhost:1/boutique/frontend:main',
          '169.254.169.254/latest/meta-data:1',
          'nginx:1',
          'registry.example/../boutique/frontend:1',
        ].map(async image => (await check([{ image }])).frontend),
      );
      expect(typed.map(one => one.state)).toEqual(typed.map(() => 'unchecked'));
      expect(typed.map(one => 'problem' in one && one.problem)).toEqual(
        typed.map(() => 'no-registry'),
      );
      expect(fake.asked).toEqual([]);
      expect(
        (await check([{ image: 'registry.example/boutique/frontend:main' }]))
          .frontend,
      ).toEqual({ state: 'exists', foundIn: 'registry' });
    });

    it('is open while the registry does not say, unless the version runs', async () => {
      for (const [answer, problem] of [
        [{ status: 401 }, 'unauthorized'],
        [{ status: 403 }, 'forbidden'],
        [{ status: 429 }, 'rate-limited'],
        [{ status: 500 }, 'server-error'],
        [{ status: 404, body: '<html>' }, 'not-a-registry'],
        ['silence', 'timeout'],
      ] as const) {
        fake.answer = () => answer;
        const version = `not-${problem}`;
        expect((await check([{ version }])).frontend).toEqual({
          state: 'unchecked',
          problem,
          host: 'registry.example',
        });
      }
      expect((await check([{ version: 'v0.9.5' }])).frontend).toEqual({
        state: 'exists',
        foundIn: 'environment',
      });
      // What only ran may be gone.
      expect((await check([{ version: 'v0.9.0' }])).frontend.state).toBe(
        'unchecked',
      );
      expect(failures.length).toBeGreaterThan(4);
      expect(new Set(failures).size).toBe(failures.length);
    });

    it('is waited for no longer than somebody waits', async () => {
      fake.answer = () => 'silence';
      const gone = new AbortController();
      const asking = check([{ version: 'v9' }], gone.signal);
      gone.abort(new Error('gone'));
      await expect(asking).rejects.toThrow('gone');
    });
  });

  describe('a page', () => {
    it('has what runs or ran where the caller may look, then the releases, without the one of the baseline', async () => {
      const tags = await page({ kind: 'tag' });
      expect(
        tags.items.map(
          ({ version, source, where = '', past }) =>
            `${version} ${source} ${where}${past ? ' past' : ''}`,
        ),
      ).toEqual([
        'v0.9.5 environment prod/shop',
        'v0.9.0 environment dev-1/old past',
        'v0.11.0-rc.1 registry ',
        'v0.10.10 registry ',
        'latest registry ',
      ]);
      expect(tags).toMatchObject({
        total: 5,
        branches: 4,
        tags: 5,
        registry: { state: 'complete', host: 'registry.example' },
      });
    });

    it('has the newest build of each branch, the newest first', async () => {
      const branches = await page();
      expect(branches.kind).toBe('branch');
      expect(
        branches.items.map(({ where, version, at }) => [where, version, at]),
      ).toEqual([
        ['feat-cart', 'feat-cart', '2026-03-05T00:00:00.000Z'],
        ['fix', 'fix-1a2b3c4', '2026-03-04T00:00:00.000Z'],
        ['main', 'main', '2026-03-03T00:00:00.000Z'],
        ['old-idea', 'old-idea', undefined],
      ]);
    });

    it('is searched and goes on where the one before ended', async () => {
      expect(
        (await page({ kind: 'branch', text: ' CART ' })).items.map(
          one => one.where,
        ),
      ).toEqual(['feat-cart']);
      const first = await page({ kind: 'tag', limit: 2 });
      expect(first.nextCursor).toBe('2');
      const last = await page({
        kind: 'tag',
        limit: 3,
        offset: Number(first.nextCursor),
      });
      expect(last.nextCursor).toBeUndefined();
      expect([...first.items, ...last.items]).toHaveLength(5);
      expect(await page({ text: 'no such' })).toMatchObject({
        items: [],
        total: 0,
        branches: 4,
      });
    });

    it('asks a registry no more for every person and page', async () => {
      await Promise.all([
        page(),
        page({ kind: 'tag' }),
        page({ text: 'main' }),
      ]);
      const count = fake.asked.length;
      await page({ offset: 2, limit: 2 });
      expect(fake.asked).toHaveLength(count);
      expect(
        fake.asked.filter(one => one.path.endsWith('/tags/list')),
      ).toHaveLength(1);
    });

    it('says why the registry is not in it, and has the rest', async () => {
      fake.answer = () => ({ status: 503 });
      expect(await page()).toMatchObject({
        kind: 'tag',
        items: [{ version: 'v0.9.5' }, { version: 'v0.9.0' }],
        registry: {
          state: 'failed',
          host: 'registry.example',
          problem: 'server-error',
        },
      });
    });

    it('shows branches also when nobody says when they were built', async () => {
      const full = stocked(STOCK);
      fake.answer = asked =>
        asked.path.includes('/blobs/') ? { status: 500 } : full(asked);
      expect((await page()).items.map(one => one.where)).toEqual([
        'feat-cart',
        'fix',
        'main',
        'old-idea',
      ]);
    });

    it('is of a service of the baseline', async () => {
      await expect(page({ service: 'nobody' })).rejects.toThrow(
        'The baseline has no service "nobody"',
      );
    });
  });
});
