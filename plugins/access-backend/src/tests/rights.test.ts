import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { AccessBackend, startAccessBackend } from '../__testUtils__';

// Whole backends are started.
jest.setTimeout(60_000);

describe('rights over HTTP', () => {
  let backend: AccessBackend;

  beforeAll(async () => {
    backend = await startAccessBackend();
  });

  const get = (path: string, person: string) =>
    request(backend.server)
      .get(`/api/access${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${person}`),
      );

  const MATRIX = '/entities/domain/default/payments/rights';

  it('draws the matrix in the clusters that the caller views, and names no other', async () => {
    const { status, body, text } = await get(MATRIX, 'dev-one');
    expect([status, body.error]).toEqual([200, undefined]);
    expect(
      body.environments.map((one: { cluster: string }) => one.cluster),
    ).toEqual(['dev-1', 'prod-sh']);
    expect(text).not.toContain('partner');
    expect(
      body.rows.map(
        (row: {
          subject: { title: string };
          cells: { role?: string; source?: { type: string } }[];
        }) => [
          row.subject.title,
          ...row.cells.map(({ role, source }) =>
            role ? `${role} by ${source?.type}` : '-',
          ),
        ],
      ),
    ).toEqual([
      ['Payments platform', 'owner by ownership', 'owner by ownership'],
      ['administrators', 'owner by grant', 'owner by grant'],
      ['Checkout engineering', 'developer by grant', 'viewer by grant'],
      ['Engineering', '-', 'viewer by grant'],
      ['platform-operators', 'operator by grant', 'operator by grant'],
    ]);
    const [, , checkout] = body.rows;
    expect(checkout).toMatchObject({
      isCaller: true,
      memberCount: 1,
      partOf: [{ title: 'Engineering' }],
      cells: [
        { role: 'developer', source: { grantId: 'developers' } },
        { role: 'viewer', source: { subject: { title: 'Engineering' } } },
      ],
    });
    // Nobody, Dev Eight, Tester Two and Tester Six hold nothing here.
    expect(body.others.count).toBe(4);
    expect(body.ask).toMatchObject([{ title: 'Payments platform' }]);
    expect(body.caller).toMatchObject({ mayManage: false, mayAudit: false });
    expect(body.caller.refusal).toBe(
      'You may not change who may do what in domain:default/payments ("grant-manage"); the role "owner" has it; ask Payments platform',
    );
    expect(body.permissionsEnabled).toBe(true);
  });

  it('shows operators the cluster that they hold by name, and owners what they may change', async () => {
    const operator = await get(MATRIX, 'operator');
    expect(
      operator.body.environments.map((one: { cluster: string }) => one.cluster),
    ).toEqual(['dev-1', 'prod-sh', 'partner-kl']);
    const owner = await get(MATRIX, 'owner-three');
    expect(owner.body.caller).toMatchObject({
      mayManage: true,
      manages: ['dev-1', 'prod-sh'],
      audits: ['dev-1', 'prod-sh'],
    });
  });

  it('lists the people of a department, and of no other than those shown', async () => {
    const members = (group: string) =>
      get(`${MATRIX}/members?group=group:default/${group}&limit=1`, 'dev-one');
    const { body } = await members('engineering');
    expect(body).toMatchObject({
      total: 2,
      nextCursor: '1',
      items: [
        {
          subject: { title: 'Dev One' },
          isCaller: true,
          differs: true,
          cells: [{ role: 'developer' }, { role: 'viewer' }],
        },
      ],
    });
    const next = await get(
      `${MATRIX}/members?group=group:default/engineering&limit=1&cursor=1`,
      'dev-one',
    );
    expect(next.body.items).toMatchObject([
      { subject: { title: 'Owner Three' } },
    ]);
    expect(next.body.nextCursor).toBeUndefined();
    expect((await members('rides-developers')).status).toBe(404);
  });

  it('explains every verb by the way that leads to it', async () => {
    const { body } = await get(
      '/explain?entity=component:default/pricing',
      'dev-one',
    );
    expect(body.domainRef).toBe('domain:default/payments');
    expect(
      body.chains.map(
        (chain: { role: string; path: { title: string }[]; clusters: [] }) => [
          chain.role,
          chain.path.map(({ title }) => title),
          chain.clusters,
        ],
      ),
    ).toEqual([
      ['developer', ['Dev One', 'Checkout engineering'], ['dev-1']],
      [
        'viewer',
        ['Dev One', 'Checkout engineering', 'Engineering'],
        ['prod-sh'],
      ],
    ]);
    const verbs = new Map<string, unknown>(
      body.verbs.map((one: { verb: string; cells: unknown }) => [
        one.verb,
        one.cells,
      ]),
    );
    expect(verbs.get('workloads.view')).toEqual([
      { cluster: 'dev-1', allowed: true, chains: [0] },
      { cluster: 'prod-sh', allowed: true, chains: [1] },
    ]);
    expect(verbs.get('access.grant-manage')).toEqual([
      {
        cluster: 'dev-1',
        allowed: false,
        needs: ['owner'],
        holds: 'developer',
      },
      { cluster: 'prod-sh', allowed: false, needs: ['owner'], holds: 'viewer' },
    ]);
    const other = await get(
      '/explain?entity=domain:default/payments&subject=user:default/nobody',
      'dev-one',
    );
    expect(other.body.chains).toEqual([]);
  });

  it.each([
    [MATRIX, 'dev-eight'],
    [MATRIX, 'nobody'],
    ['/entities/domain/default/none/rights', 'dev-one'],
    ['/entities/component/default/stray/rights', 'dev-one'],
    ['/entities/group/default/quality/rights', 'dev-one'],
    ['/explain?entity=domain:default/payments', 'nobody'],
    [
      '/explain?entity=domain:default/payments&subject=user:default/x',
      'dev-one',
    ],
    ['/grants?entity=domain:default/payments', 'nobody'],
    ['/audit?entity=domain:default/payments', 'nobody'],
  ])('looks absent: %s for %s', async (path, person) => {
    const { status, body } = await get(path, person);
    expect([status, body.error.name]).toEqual([404, 'NotFoundError']);
  });

  it.each([
    ['/grants', 'owner-three'],
    ['/audit', 'dev-one'],
    ['/audit?entity=domain:default/payments', 'dev-one'],
  ])('names the missing verb: %s for %s', async (path, person) => {
    const { status, body } = await get(path, person);
    expect([status, body.error.name]).toEqual([403, 'NotAllowedError']);
    expect(body.error.message).toMatch(
      /the role "(owner|auditor)" has it; ask/,
    );
  });

  it('refuses who has not signed in, and people where only backends may', async () => {
    for (const path of [MATRIX, '/roles', '/grants', '/audit']) {
      const { status } = await request(backend.server)
        .get(`/api/access${path}`)
        .set('authorization', mockCredentials.none.header());
      expect([path, status]).toEqual([path, 401]);
    }
    expect((await get('/internal/grants', 'admin')).status).toBe(403);
  });

  it('lists roles, the weakest first', async () => {
    const { body } = await get('/roles', 'nobody');
    expect(
      body.items.map((role: { name: string; rank: number }) => role.name),
    ).toEqual(['auditor', 'viewer', 'developer', 'operator', 'owner']);
  });
});
