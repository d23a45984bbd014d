import { RegistryOptions } from '../config/types';
import { FakeRegistry, lacks } from './__testUtils__/FakeRegistry';
import { OciRegistry } from './OciRegistry';
import { RegistryError } from './RegistryError';

const PATH = 'payments/pricing';
const DIGEST = `sha256:${'a'.repeat(64)}`;
const CONFIG = `sha256:${'c'.repeat(64)}`;

describe('OciRegistry', () => {
  let fake: FakeRegistry;
  let other: FakeRegistry;
  const open: OciRegistry[] = [];

  beforeEach(async () => {
    fake = await FakeRegistry.start();
    other = await FakeRegistry.start();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map(one => one.close()));
    await fake.stop();
    await other.stop();
  });

  const registryOf = (
    options: Partial<RegistryOptions> = {},
    patienceMs = 2_000,
  ) => {
    const registry = OciRegistry.create({
      options: {
        host: 'registry.example.com',
        url: fake.url,
        redirectHosts: [],
        ...options,
      },
      now: Date.now,
      patienceMs,
    });
    open.push(registry);
    return registry;
  };
  const problemOf = async (asking: Promise<unknown>) => {
    const error = await asking.then(
      () => new Error('It answered'),
      (one: unknown) => one,
    );
    expect(error).toBeInstanceOf(RegistryError);
    return error as RegistryError;
  };

  describe('tags', () => {
    it('follows its pages to the end', async () => {
      const all = Array.from({ length: 2_500 }, (_, index) => `1.0.${index}`);
      fake.answer = ({ query }) => {
        const start = Number(query.get('last') ?? 0);
        const end = start + Number(query.get('n') ?? 0);
        return {
          body: { name: PATH, tags: all.slice(start, end) },
          headers:
            end < all.length
              ? {
                  link: `</v2/${PATH}/tags/list?last=${end}&n=1000>; rel="next"`,
                }
              : {},
        };
      };
      expect(await registryOf().tags(PATH)).toEqual({ tags: all });
      expect(fake.asked).toHaveLength(3);
      expect(new Set(fake.asked.map(one => one.path))).toEqual(
        new Set([`/v2/${PATH}/tags/list`]),
      );
    });

    it('goes to no other host for a page', async () => {
      fake.answer = ({ query }) => ({
        body: { tags: [query.get('last') ?? 'first'] },
        headers: query.has('last')
          ? {}
          : { link: `<${other.url}/v2/stolen/tags/list?last=x>; rel=next` },
      });
      expect(
        await registryOf({ username: 'me', password: 'p' }).tags(PATH),
      ).toEqual({ tags: ['first', 'x'] });
      expect(other.asked).toEqual([]);
    });

    it.each([
      ['a circle', 'not-a-registry', () => '?last=same'],
      ['no end', 'too-many', (count: number) => `?last=${count}`],
    ])('ends where pages have %s', async (_, missing, next) => {
      let count = 0;
      fake.answer = () => {
        count += 1;
        return {
          body: { tags: [`1.0.${count}`] },
          headers: { link: `<${next(count)}>; rel="next"` },
        };
      };
      const list = await registryOf().tags(PATH);
      expect(list.missing).toBe(missing);
      expect(list.tags[0]).toBe('1.0.1');
      expect(fake.asked.length).toBeLessThanOrEqual(100);
    });

    it('gives what it has when a later page fails', async () => {
      fake.answer = ({ query }) =>
        query.has('last')
          ? { status: 502, body: 'bad gateway' }
          : {
              body: { tags: ['a'] },
              headers: { link: '<?last=a>; rel="next"' },
            };
      expect(await registryOf().tags(PATH)).toEqual({
        tags: ['a'],
        missing: 'server-error',
      });
    });

    it('takes only what can be a tag, and none for none', async () => {
      fake.answer = () => ({
        body: { tags: ['ok', 7, '../x', '<b>', '', null, 'ok'] },
      });
      expect(await registryOf().tags(PATH)).toEqual({ tags: ['ok'] });
      fake.answer = () => ({ body: { name: PATH, tags: null } });
      expect(await registryOf().tags(PATH)).toEqual({ tags: [] });
    });
  });

  describe('what is refused or broken', () => {
    it.each([
      [401, 'unauthorized'],
      [403, 'forbidden'],
      [404, 'not-found'],
      [429, 'rate-limited'],
      [500, 'server-error'],
      [503, 'server-error'],
      [418, 'not-a-registry'],
    ])('tells status %s apart', async (status, problem) => {
      fake.answer = () => ({ status, body: 'the body is in no message' });
      const error = await problemOf(registryOf().tags(PATH));
      expect(error.problem).toBe(problem);
      expect(error.message).not.toContain('body');
    });

    it.each(['<html>', '[]', '{"tags": {}}', '{"tags": ["a"'])(
      'takes %p for no registry',
      async body => {
        fake.answer = () => ({ body });
        const { problem } = await problemOf(registryOf().tags(PATH));
        expect(problem).toBe('not-a-registry');
      },
    );

    it('reads no more than it has room for', async () => {
      fake.answer = () => ({ body: 'x'.repeat(5 * 1024 * 1024) });
      const { problem } = await problemOf(registryOf().tags(PATH));
      expect(problem).toBe('not-a-registry');
    });

    it('waits no longer than it should, and stops when nobody waits', async () => {
      fake.answer = () => 'silence';
      const { problem } = await problemOf(registryOf({}, 200).has(PATH, '1'));
      expect(problem).toBe('timeout');
      const gone = new AbortController();
      const asking = registryOf().has(PATH, '1', gone.signal);
      gone.abort(new Error('gone'));
      await expect(asking).rejects.toThrow('gone');
    });

    it('says when nothing listens', async () => {
      const gone = registryOf();
      await fake.stop();
      const error = await problemOf(gone.has(PATH, '1'));
      expect(error.problem).toBe('unreachable');
      expect(error.message).toContain('ECONNREFUSED');
      fake = await FakeRegistry.start();
    });

    it('heeds how long it is to wait', async () => {
      fake.answer = () => ({ status: 429, headers: { 'retry-after': '7' } });
      const { waitMs } = await problemOf(registryOf().tags(PATH));
      expect(waitMs).toBe(7_000);
    });
  });

  describe('whether there is an image', () => {
    it('believes only a registry that there is none', async () => {
      fake.answer = () => ({ headers: { 'docker-content-digest': DIGEST } });
      expect(await registryOf().has(PATH, '5.3.0')).toBe(true);
      fake.answer = () => lacks('MANIFEST_UNKNOWN');
      expect(await registryOf().has(PATH, '5.3.9')).toBe(false);
      fake.answer = () => ({ status: 404, body: '<h1>Nothing here</h1>' });
      const { problem } = await problemOf(registryOf().has(PATH, '5.3.9'));
      expect(problem).toBe('not-a-registry');
    });

    it('asks in the long way where the short one is not known', async () => {
      fake.answer = ({ method }) =>
        method === 'HEAD' ? { status: 405 } : { body: {} };
      expect(await registryOf().has(PATH, DIGEST)).toBe(true);
      expect(fake.asked.map(one => `${one.method} ${one.path}`)).toEqual([
        `HEAD /v2/${PATH}/manifests/${DIGEST}`,
        `GET /v2/${PATH}/manifests/${DIGEST}`,
      ]);
      expect(fake.asked[0].headers.accept).toContain(
        'application/vnd.oci.image.index.v1+json',
      );
    });
  });

  describe('when an image was built', () => {
    it('reads it through an index, a manifest and a description', async () => {
      fake.answer = ({ path }) => {
        switch (path) {
          case `/v2/${PATH}/manifests/main`:
            return {
              body: {
                manifests: [
                  { digest: CONFIG, platform: { os: 'unknown' } },
                  { digest: DIGEST, platform: { os: 'linux' } },
                ],
              },
            };
          case `/v2/${PATH}/manifests/${DIGEST}`:
            return { body: { config: { digest: CONFIG } } };
          default:
            return { body: { created: '2026-11-29T10:00:00.5Z' } };
        }
      };
      expect(await registryOf().builtAt(PATH, 'main')).toBe(
        Date.parse('2026-11-29T10:00:00.5Z'),
      );
      expect(fake.asked.at(-1)?.path).toBe(`/v2/${PATH}/blobs/${CONFIG}`);
    });

    it('takes the word of an annotation, and no beginning of time', async () => {
      fake.answer = () => ({
        body: {
          annotations: {
            'org.opencontainers.image.created': '2026-01-02T03:04:05Z',
          },
        },
      });
      expect(await registryOf().builtAt(PATH, 'a')).toBe(
        Date.UTC(2026, 0, 2, 3, 4, 5),
      );
      fake.answer = ({ path }) => ({
        body: path.includes('/blobs/')
          ? { created: '1970-01-01T00:00:00Z' }
          : { config: { digest: CONFIG } },
      });
      expect(await registryOf().builtAt(PATH, 'b')).toBeUndefined();
    });

    it('is led only where the configuration allows, and nobody there sees a credential', async () => {
      const credentials = { username: 'me', password: 'hidden' };
      fake.answer = ({ path, headers }) => {
        if (!headers.authorization) {
          return { status: 401, headers: { 'www-authenticate': 'Basic' } };
        }
        return path.includes('/blobs/')
          ? { status: 307, headers: { location: `${other.url}/bucket` } }
          : { body: { config: { digest: CONFIG } } };
      };
      other.answer = () => ({ body: { created: '2026-01-02T03:04:05Z' } });
      const { problem } = await problemOf(
        registryOf(credentials).builtAt(PATH, 'a'),
      );
      expect(problem).toBe('elsewhere');
      expect(other.asked).toEqual([]);
      // Even a host that is allowed is not asked without TLS.
      await problemOf(
        registryOf({ ...credentials, redirectHosts: [other.host] }).builtAt(
          PATH,
          'a',
        ),
      );
      expect(other.asked).toEqual([]);
      // Its own origin for tokens is one that it may lead to, and even that sees nothing that was not meant for it.
      await registryOf({ ...credentials, tokenUrl: other.url }).builtAt(
        PATH,
        'a',
      );
      expect(other.asked.map(one => one.path)).toEqual(['/bucket']);
      expect(other.asked[0].headers.authorization).toBeUndefined();
    });

    it('does not run in circles', async () => {
      fake.answer = () => ({ status: 302, headers: { location: '/v2/again' } });
      const { problem } = await problemOf(registryOf().builtAt(PATH, 'a'));
      expect(problem).toBe('not-a-registry');
      expect(fake.asked.length).toBeLessThan(6);
    });
  });
});
