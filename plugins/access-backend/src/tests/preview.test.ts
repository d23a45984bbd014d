import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { AccessBackend, PAYMENTS, startAccessBackend } from '../__testUtils__';

// Whole backends are started.
jest.setTimeout(60_000);

const TESTING = {
  subject: 'group:default/quality',
  domains: [PAYMENTS],
  where: { tiers: ['development'] },
  role: 'developer',
  until: '2026-12-12T23:59:00+08:00',
  why: 'regression week',
};

describe('a preview over HTTP', () => {
  let backend: AccessBackend;

  beforeAll(async () => {
    backend = await startAccessBackend();
  });

  const post = (path: string, person: string, body: object) =>
    request(backend.server)
      .post(`/api/access${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${person}`),
      )
      .send(body);

  it('previews who gains and loses what, and writes nothing', async () => {
    const grant = { ...TESTING, where: { tiers: ['production'] } };
    const preview = (person: string, change: object) =>
      post('/preview', person, { entity: PAYMENTS, change }).then(
        ({ body }) => body,
      );
    const create = await preview('owner-three', { type: 'create', grant });
    expect(create).toMatchObject({
      counts: { gaining: 2, losing: 0, unchanged: 0, streamsOf: 0 },
      refusals: [],
      warnings: [],
      people: [
        {
          subject: { title: 'Tester Six' },
          cluster: 'prod-sh',
          after: 'developer',
          outcome: 'gains',
          gained: expect.arrayContaining(['workloads.view']),
        },
        { subject: { title: 'Tester Two' } },
      ],
    });
    expect(
      create.rows.find(
        (row: { subject: { title: string } }) =>
          row.subject.title === 'Quality',
      ).cells,
    ).toMatchObject([{ cluster: 'dev-1' }, { role: 'developer' }]);
    expect(await backend.store.listGrants()).toEqual([]);

    const { body } = await post('/grants', 'owner-three', grant);
    const end = await preview('owner-three', { type: 'delete', id: body.id });
    expect(end.counts).toEqual({
      gaining: 0,
      losing: 2,
      unchanged: 0,
      streamsOf: 2,
    });
    const same = await preview('owner-three', {
      type: 'update',
      id: body.id,
      patch: { why: 'still' },
    });
    expect(same).toMatchObject({
      counts: { unchanged: 2 },
      warnings: [{ code: 'changes-nothing' }],
      people: [{ outcome: 'unchanged', already: { grantId: body.id } }, {}],
    });
    const codes = async (person: string, change: object) =>
      (await preview(person, change)).refusals.map(
        (one: { code: string }) => one.code,
      );
    expect(await codes('dev-one', { type: 'create', grant })).toEqual([
      'not-yours',
    ]);
    expect(
      await codes('owner-three', {
        type: 'create',
        grant: { ...grant, role: 'boss' },
      }),
    ).toEqual(['invalid']);
    expect(
      await codes('owner-three', { type: 'delete', id: 'developers' }),
    ).toEqual(['from-config']);
  });
});

describe('with permissions switched off', () => {
  it.each([
    [false, 403],
    [true, 201],
  ])('changes grants only with the flag: %s', async (flag, status) => {
    const backend = await startAccessBackend({
      config: {
        permission: { enabled: false },
        access: { dangerouslyAllowActionsWithoutPermissions: flag },
      },
    });
    const header = {
      authorization: mockCredentials.user.header('user:default/owner-three'),
    };
    const answer = await request(backend.server)
      .post('/api/access/grants')
      .set(header)
      .send(TESTING);
    expect(answer.status).toBe(status);
    const rights = await request(backend.server)
      .get('/api/access/entities/domain/default/payments/rights')
      .set(header);
    expect(rights.body).toMatchObject({
      permissionsEnabled: false,
      caller: { mayManage: flag },
    });
  });
});
