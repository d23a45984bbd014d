import {
  pushImages,
  RealRegistry,
  startRegistry,
} from '@domaindeck/control-plane';
import { RegistryOptions } from '../../config/types';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { KnownVersions, RegistryVersions } from '../../planning';
import { Registries } from '../../registries';

/** `npm test` sets it where Debian's `docker-registry` is installed. */
const describeReal =
  process.env.DOMAINDECK_REGISTRY === '1' ? describe : describe.skip;

const HOST = 'registry.example';
const PATH = 'boutique/frontend';
/** Its frontend is `registry.example/boutique/frontend:v0.10.2`. */
const BASELINE = loadBaseline('web-shop');
const RELEASES = Array.from(
  { length: 600 },
  (_, index) => `v0.${Math.floor(index / 50)}.${index % 50}`,
);
const TAGS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    RELEASES.map((tag, index) => [
      tag,
      new Date(Date.UTC(2026, 0, 1 + (index % 5))).toISOString(),
    ]),
  ),
  'v0.12.0-rc.2': '2026-02-01T00:00:00Z',
  main: '2026-02-10T10:00:00Z',
  'feat-cart': '2026-02-12T10:00:00Z',
  'fix-rounding': '2026-02-11T10:00:00Z',
  'spike-undated': '',
};

describeReal.each(['open', 'password', 'token'] as const)(
  'a real registry with access by %s',
  access => {
    let registry: RealRegistry;
    let digests: Record<string, string>;
    let told: string[];
    /** Milliseconds by which the portal's clock is ahead. */
    let ahead: number;
    const open: Registries[] = [];

    beforeAll(async () => {
      registry = await startRegistry({ access });
      digests = await pushImages(registry, PATH, TAGS);
      await pushImages(registry, 'boutique/adservice', { 'v0.10.2': '' });
    }, 120_000);
    beforeEach(() => {
      told = [];
      ahead = 0;
    });
    afterEach(async () => {
      await Promise.all(open.splice(0).map(one => one.close()));
    });
    afterAll(() => registry?.stop(), 60_000);

    const connect = (options: Partial<RegistryOptions> = {}) => {
      const registries = Registries.create({
        options: [
          {
            host: HOST,
            url: registry.url,
            ...(registry.tokenUrl ? { tokenUrl: registry.tokenUrl } : {}),
            redirectHosts: [],
            username: registry.user?.name,
            password: registry.user?.password,
            ...options,
          },
        ],
        now: () => Date.now() + ahead,
        patienceMs: 2_000,
        onFailure: error => told.push(error.message),
      });
      open.push(registries);
      return RegistryVersions.create({
        known: KnownVersions.create({ versions: async () => ({}) }),
        registries,
      });
    };
    const check = async (
      versions: RegistryVersions,
      asked: { version?: string; image?: string },
      name = 'frontend',
    ) => {
      const checks = await versions.check({
        domain: 'domain:default/tickets',
        baseline: BASELINE,
        services: [{ name, ...asked }],
      });
      return checks[name];
    };
    const page = (
      versions: RegistryVersions,
      query: { kind?: 'branch' | 'tag'; text?: string; service?: string } = {},
    ) =>
      versions.page({
        domain: 'domain:default/tickets',
        baseline: BASELINE,
        service: 'frontend',
        sees: () => true,
        offset: 0,
        limit: 500,
        ...query,
      });

    it('tells which versions it has, by tag, image and digest', async () => {
      const versions = connect();
      const found = { state: 'exists', foundIn: 'registry' };
      expect(await check(versions, { version: 'v0.11.49' })).toEqual(found);
      expect(
        await check(versions, { image: `${HOST}/${PATH}:feat-cart` }),
      ).toEqual(found);
      expect(
        await check(versions, { image: `${HOST}/${PATH}@${digests.main}` }),
      ).toEqual(found);
      expect(await check(versions, { version: 'v0.12.0' })).toEqual({
        state: 'missing',
      });
      expect(
        await check(versions, {
          image: `${HOST}/${PATH}@sha256:${'0'.repeat(64)}`,
        }),
      ).toEqual({ state: 'missing' });
      expect(told).toEqual([]);
    });

    it('lists hundreds of tags, the newest first', async () => {
      const {
        items,
        total,
        registry: status,
      } = await page(connect(), {
        kind: 'tag',
      });
      expect(status).toEqual({ state: 'complete', host: HOST });
      // Without the baseline's own.
      expect(total).toBe(600);
      expect(items.slice(0, 3).map(one => one.version)).toEqual([
        'v0.12.0-rc.2',
        'v0.11.49',
        'v0.11.48',
      ]);
      expect(items).toHaveLength(500);
      expect(items.some(one => one.version === 'v0.10.2')).toBe(false);
    });

    it('dates the newest build of each branch', async () => {
      const { kind, items } = await page(connect());
      expect(kind).toBe('branch');
      expect(items.map(one => [one.where, one.at])).toEqual([
        ['feat-cart', '2026-02-12T10:00:00.000Z'],
        ['fix-rounding', '2026-02-11T10:00:00.000Z'],
        ['main', '2026-02-10T10:00:00.000Z'],
        ['spike-undated', undefined],
      ]);
    });

    it('shows no repository that it does not have', async () => {
      const versions = connect();
      expect(await page(versions, { service: 'cartservice' })).toMatchObject({
        items: [],
        registry: { state: 'failed', problem: 'not-found' },
      });
      expect(await check(versions, { version: 'v1' }, 'cartservice')).toEqual({
        state: 'missing',
      });
    });

    it('sees an image that was pushed a moment ago', async () => {
      const versions = connect();
      const asked = { version: `late-${access}` };
      expect((await check(versions, asked)).state).toBe('missing');
      await pushImages(registry, PATH, { [asked.version]: '' });
      ahead += 6_000;
      expect((await check(versions, asked)).state).toBe('exists');
    });

    it('refuses without the right credentials, which nobody is told', async () => {
      const refused = {
        state: 'unchecked',
        problem: 'unauthorized',
        host: HOST,
      };
      for (const wrong of [
        { username: undefined, password: undefined },
        { username: 'portal', password: 'wrong-password' },
      ]) {
        const answer = await check(connect(wrong), { version: 'v0.11.49' });
        expect(answer).toEqual(
          access === 'open'
            ? { state: 'exists', foundIn: 'registry' }
            : refused,
        );
      }
      expect(told.length > 0).toBe(access !== 'open');
      expect(told.join()).not.toMatch(/password|Basic|Bearer/);
    });

    it('is said to be silent while it is, and asked again afterwards', async () => {
      const versions = connect();
      registry.pause();
      expect(await check(versions, { version: 'v0.11.47' })).toEqual({
        state: 'unchecked',
        problem: 'timeout',
        host: HOST,
      });
      expect((await page(versions)).registry).toMatchObject({
        state: 'failed',
        problem: 'timeout',
      });
      registry.resume();
      ahead += 6_000;
      expect((await check(versions, { version: 'v0.11.47' })).state).toBe(
        'exists',
      );
    }, 20_000);

    it('is said to be gone when it is', async () => {
      const versions = connect();
      await registry.stop();
      expect(await check(versions, { version: 'v0.11.46' })).toMatchObject({
        state: 'unchecked',
        problem: 'unreachable',
      });
    }, 60_000);
  },
);
