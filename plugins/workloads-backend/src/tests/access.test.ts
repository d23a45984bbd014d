import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startWorkloadsBackend, WorkloadsBackend } from '../__testUtils__';

const PAYMENTS = 'domain:default/payments';

const access = {
  roles: { looker: ['workloads.view'] },
  grants: [
    {
      subject: 'group:default/checkout-engineering',
      domains: [PAYMENTS],
      where: { tiers: ['development'] },
      role: 'developer',
    },
    {
      subject: 'group:default/platform-operators',
      domains: 'all',
      role: 'operator',
    },
    {
      subject: 'group:default/platform-operators',
      domains: 'all',
      where: { clusters: ['partner-kl'] },
      role: 'operator',
    },
    { subject: 'user:default/looker', domains: [PAYMENTS], role: 'looker' },
  ],
};

const PEOPLE = [
  'dev-one',
  'owner-three',
  'dev-eight',
  'operator',
  'looker',
  'nobody',
] as const;
type Person = (typeof PEOPLE)[number];

/** What each person gets of each route; the second person with curl. */
const MATRIX: [string, Record<Person, number>][] = [
  // Statuses in the order: dev-one, owner-three, dev-eight, operator, looker, nobody.
  row(
    '/entities/domain/default/payments/environments',
    '200 200 404 200 200 404',
  ),
  row('/entities/domain/default/payments/workloads', '200 200 404 200 200 404'),
  row('/entities/system/default/checkout/workloads', '200 200 404 200 200 404'),
  row(
    '/entities/component/default/pricing/workloads',
    '200 200 404 200 200 404',
  ),
  row('/entities/domain/default/payments/events', '200 200 404 200 403 404'),
  row('/entities/domain/default/payments/changes', '200 200 404 200 200 404'),
  row('/entities/domain/default/rides/workloads', '404 404 200 200 404 404'),
  row('/entities/component/default/stray/workloads', '200 200 200 200 200 200'),
  row('/entities/domain/default/none/workloads', '404 404 404 404 404 404'),
  row(
    '/entities/group/default/engineering/workloads',
    '404 404 404 404 404 404',
  ),
  row(
    '/clusters/dev-1/namespaces/payments-dev/workloads/Deployment/pricing',
    '200 200 404 200 200 404',
  ),
  row(
    '/clusters/prod-sh/namespaces/payments-prod/workloads/Deployment/pricing',
    '404 200 404 200 200 404',
  ),
  row(
    '/clusters/partner-kl/namespaces/payments-partner/workloads/Deployment/pricing',
    '404 404 404 200 404 404',
  ),
  row(
    '/clusters/dev-1/namespaces/legacy-batch/workloads/Deployment/job',
    '404 404 404 404 404 404',
  ),
  row(
    '/clusters/dev-1/namespaces/payments-dev/objects/apps/v1/deployments/pricing',
    '200 200 404 200 200 404',
  ),
  row(
    '/clusters/prod-sh/namespaces/payments-prod/objects/apps/v1/deployments/pricing',
    '404 200 404 200 200 404',
  ),
  row(
    '/clusters/dev-1/namespaces/kube-system/objects/core/v1/secrets/token',
    '404 404 404 404 404 404',
  ),
  row(
    '/open?cluster=dev-1&namespace=payments-dev&name=pricing',
    '200 200 404 200 200 404',
  ),
  row(
    '/open?cluster=prod-sh&namespace=payments-prod',
    '404 200 404 200 200 404',
  ),
  row('/clusters/dev-1/check', '403 403 403 200 403 404'),
  row('/clusters/prod-sh/check', '404 403 404 200 403 404'),
  row('/clusters/none/check', '404 404 404 404 404 404'),
  row('/clusters/dev-1/room', '403 403 403 200 403 404'),
  row('/clusters/prod-sh/room', '404 403 404 200 403 404'),
  row('/clusters/none/room', '404 404 404 404 404 404'),
  row('/unclaimed', '403 403 403 200 403 403'),
  row('/clusters', '200 200 200 200 200 200'),
];

function row(path: string, statuses: string): [string, Record<Person, number>] {
  const [a, b, c, d, e, f] = statuses.split(' ').map(Number);
  return [
    path,
    {
      'dev-one': a,
      'owner-three': b,
      'dev-eight': c,
      operator: d,
      looker: e,
      nobody: f,
    },
  ];
}

describe('who gets what', () => {
  let backend: WorkloadsBackend;

  beforeAll(async () => {
    backend = await startWorkloadsBackend({
      access,
      answer: path => ({
        body: {
          kind: 'Deployment',
          metadata: {
            name: 'pricing',
            namespace: /namespaces\/([^/]+)/.exec(path)?.[1],
          },
        },
      }),
    });
  });

  const get = (path: string, person: Person) =>
    request(backend.server)
      .get(`/api/workloads${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${person}`),
      );

  it.each(MATRIX)('%s', async (path, statuses) => {
    const found: Record<string, number> = {};
    for (const person of PEOPLE) {
      found[person] = (await get(path, person)).status;
    }
    expect(found).toEqual(statuses);
  });

  it('refuses who has not signed in', async () => {
    for (const [path] of MATRIX) {
      const { status } = await request(backend.server)
        .get(`/api/workloads${path}`)
        .set('authorization', mockCredentials.none.header());
      expect([path, status]).toEqual([path, 401]);
    }
  });

  it('names no environment, cluster or workload beyond those of the caller', async () => {
    const { body } = await get(
      '/entities/domain/default/payments/workloads',
      'dev-one',
    );
    expect(body.clusters.map((c: { name: string }) => c.name)).toEqual([
      'dev-1',
    ]);
    expect(body.items.map((w: { id: string }) => w.id)).toEqual([
      'dev-1/payments-dev/Deployment/ledger',
      'dev-1/payments-dev/Deployment/pricing',
      'dev-1/payments-dev/Deployment/risk',
    ]);
    const clusters = await get('/clusters', 'dev-one');
    expect(clusters.body.items.map((c: { name: string }) => c.name)).toEqual([
      'dev-1',
    ]);
    expect((await get('/clusters', 'nobody')).body).toEqual({ items: [] });
  });

  it('answers alike for what is hidden and for what does not exist', async () => {
    const normal = (path: string, person: Person) =>
      get(path, person).then(({ status, body, headers }) => ({
        status,
        body: JSON.stringify({ ...body, request: undefined }).replaceAll(
          /payments-prod|no-such|payments|ghost/g,
          'X',
        ),
        type: headers['content-type'],
      }));
    expect(
      await normal('/entities/domain/default/payments/workloads', 'nobody'),
    ).toEqual(
      await normal('/entities/domain/default/ghost/workloads', 'nobody'),
    );
    expect(
      await normal(
        '/clusters/prod-sh/namespaces/payments-prod/workloads/Deployment/pricing',
        'dev-one',
      ),
    ).toEqual(
      await normal(
        '/clusters/prod-sh/namespaces/no-such/workloads/Deployment/pricing',
        'dev-one',
      ),
    );
    expect(
      await normal(
        '/clusters/prod-sh/namespaces/payments-prod/objects/core/v1/pods/a',
        'dev-one',
      ),
    ).toEqual(
      await normal(
        '/clusters/prod-sh/namespaces/no-such/objects/core/v1/pods/a',
        'dev-one',
      ),
    );
  });

  it('sends nothing to a cluster for a caller who may not view the namespace', async () => {
    const before = backend.connections.get('prod-sh')?.requests.length;
    await get(
      '/clusters/prod-sh/namespaces/payments-prod/objects/apps/v1/deployments/pricing',
      'dev-one',
    );
    expect(backend.connections.get('prod-sh')?.requests).toHaveLength(
      before ?? -1,
    );
  });

  it('says which verb is missing, which role has it and whom to ask', async () => {
    const { body } = await get(
      '/entities/domain/default/payments/events',
      'looker',
    );
    expect(body.error).toMatchObject({
      name: 'NotAllowedError',
      message:
        'You may view "domain:default/payments" in dev-1/payments-dev, prod-sh/payments-prod, but not "events"; the role "viewer" has it; ask group:default/payments-platform, who owns the domain',
    });
  });

  it('lists what nobody claims with the binding to paste', async () => {
    const { body } = await get('/unclaimed', 'operator');
    expect(body.items).toEqual([
      {
        cluster: 'dev-1',
        namespace: 'legacy-batch',
        workloads: 1,
        binding: expect.stringContaining('namespaces: [legacy-batch]'),
      },
    ]);
  });
});
