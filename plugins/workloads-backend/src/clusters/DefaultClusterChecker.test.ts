import { NotFoundError } from '@backstage/errors';
import {
  ClusterDefinition,
  ClusterError,
} from '@domaindeck/backstage-plugin-workloads-node';
import {
  clusterDefinition,
  FakeAnswer,
  FakeClock,
  FakeClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { parse } from 'yaml';
import { ClusterConnections } from './ClusterConnections';
import { DefaultClusterChecker } from './DefaultClusterChecker';
import { NeededRule } from './NeededRule';

const verbs = ['get', 'list', 'watch'];

const rules = [
  { group: '', resource: 'pods', verbs },
  { group: 'apps', resource: 'deployments', verbs },
];

interface Review {
  spec: { resourceAttributes: { resource: string; verb: string } };
}

function tokenUntil(date: string): string {
  const claims = JSON.stringify({ exp: Date.parse(date) / 1000 });
  return `header.${Buffer.from(claims).toString('base64url')}.signature`;
}

function check(
  answer: (request: string, body: unknown) => FakeAnswer,
  options?: {
    cluster?: Partial<ClusterDefinition>;
    rules?: readonly NeededRule[];
    token?: string;
    clockSkewMs?: number;
  },
) {
  const cluster = clusterDefinition({
    url: 'https://dev.example.com',
    ...options?.cluster,
  });
  const checker = DefaultClusterChecker.create({
    connections: ClusterConnections.create([
      FakeClusterConnection.create(cluster, answer),
    ]),
    credentials: {
      getCredential: async () => ({
        type: 'bearer token',
        token: options?.token ?? 'opaque',
      }),
    },
    known: {
      facts: () => ({ clockSkewMs: options?.clockSkewMs ?? 0 }),
      rows: () => [],
    },
    rulesOf: () => options?.rules ?? rules,
    clock: FakeClock.create(),
  });
  return checker.check('dev-1', new AbortController().signal);
}

function allow(permitted: (review: Review) => boolean) {
  return (request: string, body: unknown): FakeAnswer =>
    request.startsWith('POST')
      ? {
          status: 201,
          body: { status: { allowed: permitted(body as Review) } },
        }
      : {};
}

describe('DefaultClusterChecker', () => {
  it('finds nothing where nothing is missing', async () => {
    const { items, clockSkewMs } = await check(allow(() => true));
    expect(items.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'connection ok',
      'token ok',
      'rights.pods ok',
      'rights.deployments ok',
      'tls ok',
      'clock ok',
    ]);
    expect(clockSkewMs).toBe(0);
  });

  it('names each missing right with the rule that mends it', async () => {
    const { items } = await check(
      allow(
        ({ spec: { resourceAttributes } }) =>
          resourceAttributes.resource === 'pods' ||
          resourceAttributes.verb === 'get',
      ),
    );
    const item = items.find(({ id }) => id === 'rights.deployments');
    expect(item).toMatchObject({
      outcome: 'missing',
      message: expect.stringContaining('may not list, watch deployments'),
      cause: {
        code: 'rights.missing',
        params: { verbs: 'list, watch', resource: 'deployments' },
      },
    });
    expect(parse(item?.fix ?? '')).toEqual([
      {
        apiGroups: ['apps'],
        resources: ['deployments'],
        verbs: ['get', 'list', 'watch'],
      },
    ]);
  });

  it('asks for a right in its namespace, and says where it is missing', async () => {
    const asked: unknown[] = [];
    const { items } = await check(
      allow(({ spec: { resourceAttributes } }) => {
        asked.push(resourceAttributes);
        return false;
      }),
      {
        rules: [
          {
            namespace: 'monitoring',
            group: '',
            resource: 'services/proxy',
            verbs: ['get'],
            names: ['prometheus:9090'],
          },
        ],
      },
    );
    expect(asked).toEqual([
      {
        namespace: 'monitoring',
        group: '',
        resource: 'services',
        subresource: 'proxy',
        name: 'prometheus:9090',
        verb: 'get',
      },
    ]);
    const item = items.find(({ id }) => id === 'rights.services/proxy');
    expect(item).toMatchObject({
      what: 'May get services/proxy in monitoring',
      outcome: 'missing',
    });
    expect(item?.fix).toContain('a Role of the portal');
    expect(parse(item?.fix ?? '')).toEqual([
      {
        apiGroups: [''],
        resources: ['services/proxy'],
        resourceNames: ['prometheus:9090'],
        verbs: ['get'],
      },
    ]);
  });

  it('says so when the cluster does not tell rights', async () => {
    const { items } = await check(request =>
      request.startsWith('POST') ? { status: 403 } : {},
    );
    expect(items.find(({ id }) => id === 'rights.pods')?.outcome).toBe(
      'unknown',
    );
  });

  it.each([
    ['2026-10-31T00:00:00Z', 'missing', 'It expired at'],
    ['2026-11-03T00:00:00Z', 'warning', 'It expires at'],
    ['2027-11-03T00:00:00Z', 'ok', undefined],
  ])('judges a token until %s', async (until, outcome, message) => {
    const { items } = await check(
      allow(() => true),
      { token: tokenUntil(until) },
    );
    const item = items.find(({ id }) => id === 'token');
    expect(item?.outcome).toBe(outcome);
    expect(item?.message?.slice(0, message?.length)).toBe(message);
    expect(item?.fix === undefined).toBe(outcome === 'ok');
  });

  it.each<[number, string, RegExp | undefined]>([
    [300_000, 'warning', /5 min ahead of/],
    [-90_000, 'warning', /90 s behind/],
    [2_000, 'ok', undefined],
  ])(
    'judges a clock that is off by %s ms',
    async (clockSkewMs, outcome, message) => {
      const { items } = await check(
        allow(() => true),
        { clockSkewMs },
      );
      const item = items.find(({ id }) => id === 'clock');
      expect(item?.outcome).toBe(outcome);
      expect(item?.message ?? '').toMatch(message ?? /^$/);
    },
  );

  it('warns of connections that anybody could read or take over', async () => {
    const careless = await check(
      allow(() => true),
      { cluster: { skipTLSVerify: true } },
    );
    expect(careless.items.find(({ id }) => id === 'tls')?.outcome).toBe(
      'warning',
    );
    const plain = await check(
      allow(() => true),
      { cluster: { url: 'http://dev.example.com' } },
    );
    expect(plain.items.find(({ id }) => id === 'tls')?.fix).toContain(
      'url: https://dev.example.com',
    );
  });

  it('takes a cluster that does not answer, or answers 401, for an answer', async () => {
    const refused = await check(() => ({ status: 401 }));
    expect(refused.items[0]).toMatchObject({
      id: 'connection',
      outcome: 'missing',
      message: expect.stringContaining('401'),
      cause: { code: 'credential.refused' },
    });
    const silent = await check(() => {
      throw new ClusterError('dev-1', 'timeout', 'nobody answers');
    });
    expect(silent.items[0]).toMatchObject({
      outcome: 'missing',
      message: 'nobody answers',
    });
  });

  it('knows no other clusters', async () => {
    const checker = DefaultClusterChecker.create({
      connections: ClusterConnections.create([]),
      credentials: {
        getCredential: async () => ({ type: 'anonymous' }),
      },
      known: { facts: () => undefined, rows: () => [] },
      rulesOf: () => rules,
      clock: FakeClock.create(),
    });
    await expect(
      checker.check('dev-9', new AbortController().signal),
    ).rejects.toThrow(NotFoundError);
  });
});
