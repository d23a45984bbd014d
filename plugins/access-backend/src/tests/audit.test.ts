import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { AccessBackend, PAYMENTS, startAccessBackend } from '../__testUtils__';

const GRANT = {
  subject: 'group:default/quality',
  domains: [PAYMENTS],
  where: { tiers: ['development'] },
  role: 'viewer',
  why: 'helps with "rollout", =1+1',
};

// Whole backends are started.
jest.setTimeout(60_000);

describe('the record over HTTP', () => {
  let backend: AccessBackend;

  beforeEach(async () => {
    backend = await startAccessBackend();
  });

  const person = (name: string) => ({
    authorization: mockCredentials.user.header(`user:default/${name}`),
  });
  const api = () => request(backend.server);
  const give = (name: string, grant: object = GRANT) =>
    api().post('/api/access/grants').set(person(name)).send(grant);
  const read = (name: string, query: object = {}) =>
    api()
      .get('/api/access/audit')
      .query({ entity: PAYMENTS, ...query })
      .set(person(name));
  const service = { authorization: mockCredentials.service.header() };

  it('holds every change of a grant, and what was refused', async () => {
    const given = await give('owner-three');
    await api()
      .patch(`/api/access/grants/${given.body.id}`)
      .set(person('owner-three'))
      .send({ role: 'developer', why: 'more' });
    await give('dev-one');
    await api()
      .delete(`/api/access/grants/${given.body.id}`)
      .query({ why: 'over' })
      .set(person('owner-three'));
    const { body } = await read('owner-three');
    expect(body.counts).toEqual({ total: 4, failed: 0, refused: 1 });
    const by = (outcome: string, why: string) =>
      body.items.find(
        (one: { outcome: string; why: string }) =>
          one.outcome === outcome && one.why === why,
      );
    expect(by('done', 'more')).toMatchObject({
      who: { ref: 'user:default/owner-three', title: 'Owner Three' },
      departments: ['group:default/payments-platform'],
      verb: 'access.grant-manage',
      domains: [PAYMENTS],
      object: {
        kind: 'Grant',
        name: 'group:default/quality',
        uid: given.body.id,
      },
      before: { role: 'viewer' },
      after: { role: 'developer' },
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(by('done', 'over')).toMatchObject({
      before: { role: 'developer' },
    });
    expect(by('refused', GRANT.why)).toMatchObject({
      who: { title: 'Dev One' },
      reason: expect.stringContaining('the role "owner" has it'),
    });
    expect(given.headers['x-request-id']).toBe(by('done', GRANT.why).requestId);
  });

  it('takes what other backends write, and from nobody else', async () => {
    const record = {
      who: 'user:default/dev-one',
      verb: 'workloads.restart',
      domains: [PAYMENTS],
      environment: { cluster: 'dev-1', namespace: 'payments-dev' },
      object: { kind: 'Deployment', name: 'pricing', uid: 'u-1' },
      outcome: 'started',
    };
    const begin = (by: Record<string, string>) =>
      api().post('/api/access/internal/audit').set(by).send(record);
    expect((await begin(person('admin'))).status).toBe(403);
    const { status, body } = await begin(service);
    expect(status).toBe(201);
    const end = () =>
      api()
        .patch(`/api/access/internal/audit/${body.id}`)
        .set(service)
        .send({ outcome: 'failed', reason: 'no such image' });
    expect((await end()).status).toBe(204);
    expect((await end()).status).toBe(409);
    // Another domain, and a cluster that the owner does not know.
    await api()
      .post('/api/access/internal/audit')
      .set(service)
      .send({ ...record, environment: { cluster: 'partner-kl' } });
    const page = await read('owner-three', { outcome: 'failed' });
    expect(page.body.items).toMatchObject([
      {
        who: { title: 'Dev One' },
        departments: ['group:default/checkout-engineering'],
        outcome: 'failed',
        reason: 'no such image',
      },
    ]);
    expect((await read('owner-three')).body.counts.total).toBe(1);
    expect((await read('dev-one')).status).toBe(403);
  });

  it('pages, and exports the same as CSV and JSON', async () => {
    for (const role of ['viewer', 'developer', 'operator']) {
      await give('owner-three', { ...GRANT, role });
    }
    const first = await read('owner-three', { limit: 2 });
    expect(first.body.items).toHaveLength(2);
    const second = await read('owner-three', {
      limit: 2,
      cursor: first.body.nextCursor,
    });
    expect(second.body.items).toHaveLength(1);
    expect(second.body.nextCursor).toBeUndefined();
    expect((await read('owner-three', { cursor: 'x' })).status).toBe(400);

    const save = (format: string, name = 'owner-three') =>
      api()
        .post('/api/access/audit/export')
        .set(person(name))
        .send({ format, entity: PAYMENTS });
    const json = await save('json');
    expect(json.body).toEqual([...first.body.items, ...second.body.items]);
    const csv = await save('csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\uFEFF?at,endedAt,who/);
    expect(lines[1]).toContain('"helps with ""rollout"", =1+1"');
    expect((await save('csv', 'dev-one')).status).toBe(403);
  });

  it('leaves a grant ungiven when the record cannot be written', async () => {
    const store = backend.store;
    const write = store.write.bind(store);
    jest.spyOn(store, 'write').mockImplementation((work, repeat) =>
      write(
        writer =>
          work({
            ...writer,
            insertEntry: async () => {
              throw new Error('the disk is full');
            },
          }),
        repeat,
      ),
    );
    expect((await give('owner-three')).status).toBe(500);
    expect(await store.listGrants()).toEqual([]);
  });
});
