import { RegistryOptions } from '../config/types';
import { FakeRegistry } from './__testUtils__/FakeRegistry';
import { OciRegistry } from './OciRegistry';
import { RegistryError } from './RegistryError';

const PATH = 'payments/pricing';
const CREDENTIALS = { username: 'portal', password: 'p:ä' };
const BASIC = `Basic ${Buffer.from('portal:p:ä').toString('base64')}`;

describe('credentials of a registry', () => {
  let registry: FakeRegistry;
  let tokens: FakeRegistry;
  let now: number;
  const open: OciRegistry[] = [];

  beforeEach(async () => {
    registry = await FakeRegistry.start();
    tokens = await FakeRegistry.start();
    now = 1_000_000;
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map(one => one.close()));
    await registry.stop();
    await tokens.stop();
  });

  const connect = (options: Partial<RegistryOptions> = {}) => {
    const made = OciRegistry.create({
      options: {
        host: 'registry.example.com',
        url: registry.url,
        tokenUrl: tokens.url,
        redirectHosts: [],
        ...options,
      },
      now: () => now,
    });
    open.push(made);
    return made;
  };
  const refused = async (asking: Promise<unknown>) => {
    const error = await asking.catch((one: unknown) => one);
    expect(error).toBeInstanceOf(RegistryError);
    const { problem, message } = error as RegistryError;
    expect(message).not.toMatch(/p:ä|cDrD|good-token|stale/);
    return problem;
  };
  /** Lets in who shows the token that was given last. */
  const wantToken = (realm: string, current: () => string) => {
    registry.answer = ({ headers }) =>
      headers.authorization === `Bearer ${current()}`
        ? { body: { tags: ['1'] } }
        : {
            status: 401,
            headers: {
              'www-authenticate': `Bearer realm="${realm}",service="the-registry",scope="registry:catalog:*"`,
            },
          };
  };

  it('shows name and password where they are wanted, and from then on at once', async () => {
    registry.answer = ({ headers }) =>
      headers.authorization === BASIC
        ? { body: { tags: ['1'] } }
        : { status: 401, headers: { 'www-authenticate': 'Basic realm="r"' } };
    const connected = connect(CREDENTIALS);
    await connected.tags(PATH);
    await connected.tags(PATH);
    expect(registry.asked.map(one => one.headers.authorization)).toEqual([
      undefined,
      BASIC,
      BASIC,
    ]);
  });

  it('gets a token for reading one repository, once for all who need it', async () => {
    wantToken(`${tokens.url}/token`, () => 'good-token');
    tokens.answer = () => ({ body: { token: 'good-token', expires_in: 300 } });
    const connected = connect(CREDENTIALS);
    await Promise.all([connected.tags(PATH), connected.tags(PATH)]);
    await connected.tags(PATH);
    expect(tokens.asked).toHaveLength(1);
    const [{ query, headers }] = tokens.asked;
    expect(Object.fromEntries(query)).toEqual({
      service: 'the-registry',
      scope: `repository:${PATH}:pull`,
    });
    expect(headers.authorization).toBe(BASIC);
    expect(registry.asked.map(one => one.headers.authorization)).not.toContain(
      BASIC,
    );
  });

  it('asks without a name where it has none, and takes either field', async () => {
    wantToken(`${tokens.url}/token`, () => 'good-token');
    tokens.answer = () => ({ body: { access_token: 'good-token' } });
    await connect().tags(PATH);
    expect(tokens.asked[0].headers.authorization).toBeUndefined();
  });

  it('gets a new token when the old one ends, or is taken back', async () => {
    let current = 1;
    wantToken(`${tokens.url}/token`, () => `good-token-${current}`);
    tokens.answer = () => ({
      body: { token: `good-token-${current}`, expires_in: 60 },
    });
    const connected = connect();
    await connected.tags(PATH);
    now += 55_000;
    current = 2;
    await connected.tags(PATH);
    expect(tokens.asked).toHaveLength(2);
    current = 3;
    await connected.tags(PATH);
    expect(tokens.asked).toHaveLength(3);
  });

  it('shows a token of its own as it is', async () => {
    registry.answer = ({ headers }) => ({
      status: headers.authorization === 'Bearer own' ? 200 : 401,
      body: { tags: [] },
    });
    await connect({ password: 'own' }).tags(PATH);
    expect(registry.asked).toHaveLength(1);
  });

  it('sends nothing to a place for tokens that is not configured', async () => {
    wantToken(`${tokens.url}/token`, () => 'good-token');
    const strict = connect({ ...CREDENTIALS, tokenUrl: undefined });
    expect(await refused(strict.tags(PATH))).toBe('elsewhere');
    expect(tokens.asked).toEqual([]);
    for (const realm of ['file:///etc/passwd', 'nowhere', '']) {
      wantToken(realm, () => 'good-token');
      expect(await refused(connect(CREDENTIALS).tags(PATH))).toMatch(
        /elsewhere|unauthorized/,
      );
    }
    expect(tokens.asked).toEqual([]);
  });

  it('says what is wrong with credentials and with tokens, and never shows them', async () => {
    registry.answer = () => ({
      status: 401,
      headers: { 'www-authenticate': 'Basic' },
    });
    expect(await refused(connect().tags(PATH))).toBe('unauthorized');
    expect(await refused(connect(CREDENTIALS).tags(PATH))).toBe('unauthorized');

    wantToken(`${tokens.url}/token`, () => 'good-token');
    for (const [said, problem] of [
      [{ status: 401 }, 'unauthorized'],
      [{ status: 403 }, 'forbidden'],
      [{ status: 429 }, 'rate-limited'],
      [{ status: 500 }, 'server-error'],
      [{ body: 'no JSON' }, 'not-a-registry'],
      [{ body: {} }, 'not-a-registry'],
      [{ body: { token: 'stale' } }, 'unauthorized'],
    ] as const) {
      tokens.answer = () => said;
      expect(await refused(connect(CREDENTIALS).tags(PATH))).toBe(problem);
    }
  });
});
