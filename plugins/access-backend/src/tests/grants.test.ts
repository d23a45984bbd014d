import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { AccessBackend, PAYMENTS, startAccessBackend } from '../__testUtils__';

// A whole backend is started for most tests.
jest.setTimeout(60_000);

const TESTING = {
  subject: 'group:default/quality',
  domains: [PAYMENTS],
  where: { tiers: ['development'] },
  role: 'developer',
  until: '2026-12-12T23:59:00+08:00',
  why: 'regression week',
};

describe('grants over HTTP', () => {
  let backend: AccessBackend;

  beforeEach(async () => {
    backend = await startAccessBackend();
  });

  const headers = (person: string, more: Record<string, string> = {}) => ({
    authorization: mockCredentials.user.header(`user:default/${person}`),
    ...more,
  });
  const get = (path: string, person: string) =>
    request(backend.server).get(`/api/access${path}`).set(headers(person));
  const post = (
    path: string,
    person: string,
    body: object,
    more?: Record<string, string>,
  ) =>
    request(backend.server)
      .post(`/api/access${path}`)
      .set(headers(person, more))
      .send(body);
  const patch = (id: string, person: string, body: object) =>
    request(backend.server)
      .patch(`/api/access/grants/${id}`)
      .set(headers(person))
      .send(body);
  const remove = (id: string, person: string) =>
    request(backend.server)
      .delete(`/api/access/grants/${id}`)
      .query({ why: 'over and done + gone' })
      .set(headers(person));
  const sees = async (person: string) =>
    (await get('/entities/domain/default/payments/rights', person)).status;

  it('gives, changes and ends a grant, and rights follow at once', async () => {
    expect(await sees('tester-two')).toBe(404);
    const { status, body } = await post('/grants', 'owner-three', TESTING);
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        subject: {
          ref: 'group:default/quality',
          kind: 'group',
          title: 'Quality',
        },
        domains: [PAYMENTS],
        where: { tiers: ['development'] },
        role: 'developer',
        until: '2026-12-12T15:59:00.000Z',
        why: 'regression week',
        source: 'database',
        by: {
          ref: 'user:default/owner-three',
          kind: 'user',
          title: 'Owner Three',
        },
        at: '2026-11-24T02:00:00.000Z',
        revision: 1,
        editable: true,
        ended: false,
      },
    ]);
    expect(await sees('tester-two')).toBe(200);

    const changed = await patch(body.id, 'owner-three', {
      where: { tiers: ['production'] },
      until: null,
      why: 'release',
      revision: 1,
    });
    expect(changed.body).toMatchObject({
      where: { tiers: ['production'] },
      revision: 2,
      why: 'release',
    });
    expect(changed.body.until).toBeUndefined();
    const late = await patch(body.id, 'owner-three', {
      why: 'x',
      revision: 1,
    });
    expect(late.status).toBe(409);

    expect((await remove(body.id, 'owner-three')).status).toBe(204);
    expect((await remove(body.id, 'owner-three')).status).toBe(404);
    expect(await sees('tester-two')).toBe(404);
  });

  it('ends a grant when its time has come', async () => {
    await post('/grants', 'owner-three', TESTING);
    expect(await sees('tester-two')).toBe(200);
    backend.clock.now = new Date('2026-12-12T15:59:00Z');
    expect(await sees('tester-two')).toBe(404);
    const list = (query: string) =>
      get(`/grants?entity=${PAYMENTS}${query}`, 'owner-three').then(
        ({ body }) =>
          body.items.filter(
            (one: { source: string }) => one.source === 'database',
          ),
      );
    expect(await list('')).toEqual([]);
    expect(await list('&ended=true')).toMatchObject([{ ended: true }]);
  });

  it.each<[string, object, number, string]>([
    [
      'role names the unknown role "boss"',
      { role: 'boss' },
      400,
      'owner-three',
    ],
    [
      'subject names "group:default/none", which the catalog',
      { subject: 'group:default/none' },
      400,
      'owner-three',
    ],
    ['subject holds', { subject: 'quality' }, 400, 'owner-three'],
    [
      'where.tiers[0] names the unknown "staging"; known are development, production',
      { where: { tiers: ['staging'] } },
      400,
      'owner-three',
    ],
    [
      'where.clusters[1] names the unknown "dev-2"; known are dev-1, prod-sh',
      { where: { clusters: ['dev-1', 'dev-2'] } },
      400,
      'owner-three',
    ],
    // A cluster that the owner does not see is unknown as one that does not exist.
    [
      'where.clusters[0] names the unknown "partner-kl"; known are dev-1, prod-sh',
      { where: { clusters: ['partner-kl'] } },
      400,
      'owner-three',
    ],
    [
      'where.tags[0] names the unknown "tenant"; known are near',
      { where: { tags: ['tenant'] } },
      400,
      'owner-three',
    ],
    [
      'until is 2026-11-24T02:00:00Z, which is not in the future',
      { until: '2026-11-24T02:00:00Z' },
      400,
      'owner-three',
    ],
    [
      'There is no "domain:default/none"',
      { domains: ['domain:default/none'] },
      404,
      'admin',
    ],
    [
      'There is no "domain:default/rides"',
      { domains: ['domain:default/rides'] },
      404,
      'dev-one',
    ],
    ['the role "owner" has it; ask Payments platform', {}, 403, 'dev-one'],
    // The operators see the partner's cluster, but change no grants.
    [
      'the role "owner" has it',
      { where: { clusters: ['partner-kl'] } },
      403,
      'operator',
    ],
    ['in all domains', { domains: 'all' }, 403, 'owner-three'],
  ])('refuses: %s', async (message, wrong, status, person) => {
    const answer = await post('/grants', person, { ...TESTING, ...wrong });
    expect(answer.body.error.message).toContain(message);
    expect(answer.status).toBe(status);
    expect(await backend.store.listGrants()).toEqual([]);
  });

  it('lets who holds grants in some cluster give none beyond it', async () => {
    await post('/grants', 'admin', {
      ...TESTING,
      subject: 'user:default/tester-six',
      role: 'owner',
    });
    const give = (where: object) =>
      post('/grants', 'tester-six', { ...TESTING, where }).then(
        ({ status }) => status,
      );
    expect(await give({ tiers: ['development'] })).toBe(201);
    expect(await give({ clusters: ['dev-1'] })).toBe(201);
    expect(await give({})).toBe(403);
    expect(await give({ tags: ['near'] })).toBe(403);
    expect(await give({ tiers: ['production'] })).toBe(400);
  });

  it('changes no grant of the config, and says where it stands', async () => {
    const { status, body } = await remove('developers', 'owner-three');
    expect([status, body.error.message]).toEqual([
      403,
      "This grant stands in the portal's config under access.grants[0]; it can be changed only there",
    ]);
    const list = await get(`/grants?entity=${PAYMENTS}`, 'owner-three');
    expect(
      list.body.items.map((one: { key?: string; editable: boolean }) => [
        one.key,
        one.editable,
      ]),
    ).toEqual([
      ['access.grants[0]', false],
      ['access.grants[1]', false],
      ['access.grants[2]', false],
      ['access.grants[3]', false],
      ['access.grants[4]', false],
    ]);
    // The grant names a cluster of which the owner does not know.
    expect(list.body.items[3].where).toEqual({ clusters: ['prod-sh'] });
    expect((await remove('developers', 'nobody')).status).toBe(404);
  });

  it('answers a repeated request once', async () => {
    const key = { 'idempotency-key': 'k1' };
    const answers = await Promise.all([
      post('/grants', 'owner-three', TESTING, key),
      post('/grants', 'owner-three', TESTING, key),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0].body).toEqual(answers[1].body);
    expect(await backend.store.listGrants()).toHaveLength(1);
    const other = await post(
      '/grants',
      'owner-three',
      { ...TESTING, role: 'viewer' },
      key,
    );
    expect(other.status).toBe(409);
    const stranger = await post('/grants', 'admin', TESTING, key);
    expect(stranger.body.id).not.toBe(answers[0].body.id);
  });

  it('does not let a domain lose its last owner, nor a person the own right', async () => {
    // The team leaves the catalog's ownership to nobody, and the administrators' department is empty.
    const at = (name: string) =>
      backend.entities.findIndex(one => one.metadata.name === name);
    const without = (name: string) => {
      const found = backend.entities[at(name)];
      backend.entities[at(name)] = { ...found, relations: [] };
    };
    const owner = (subject: string) =>
      post('/grants', 'admin', {
        ...TESTING,
        subject,
        where: {},
        role: 'owner',
        until: undefined,
      }).then(({ body }) => body.id as string);
    const six = await owner('user:default/tester-six');
    const two = await owner('user:default/tester-two');
    without('administrators');
    without('payments-platform');

    const own = await remove(six, 'tester-six');
    expect([own.status, own.body.error?.message]).toEqual([
      403,
      expect.stringContaining('You would lose your own right'),
    ]);
    expect((await remove(two, 'tester-six')).status).toBe(204);
    const last = await patch(six, 'tester-six', {
      role: 'viewer',
      why: 'tired',
    });
    expect([last.status, last.body.error?.message]).toEqual([
      403,
      expect.stringContaining(
        'Nobody could change the grants of domain:default/payments in dev-1',
      ),
    ]);
  });

  it('refuses a text that no database can hold, wherever it stands', async () => {
    const answers = await Promise.all([
      post('/grants', 'owner-three', { ...TESTING, why: 'a\0b' }),
      get(`/audit?entity=${PAYMENTS}&q=a%00b`, 'owner-three'),
      remove('a%00b', 'owner-three'),
      post('/audit/export', 'owner-three', { format: 'csv', who: ['a\0b'] }),
    ]);
    expect(
      answers.map(({ status, body }) => [status, body.error?.message]),
    ).toEqual(
      answers.map(() => [400, 'A text holds the character with the number 0']),
    );
  });
});
