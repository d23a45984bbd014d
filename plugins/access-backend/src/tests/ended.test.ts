import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { AccessBackend, PAYMENTS, startAccessBackend } from '../__testUtils__';

// Whole backends are started.
jest.setTimeout(60_000);

const QUALITY = 'group:default/quality';
const HELP = {
  subject: QUALITY,
  domains: [PAYMENTS],
  where: { tiers: ['development'] },
  role: 'developer',
  why: 'helps for a while',
};

describe('what ended of what somebody held', () => {
  let backend: AccessBackend;

  beforeEach(async () => {
    backend = await startAccessBackend({
      // Dev Eight was of the developers of payments in the morning.
      signedInAs: person =>
        person === 'user:default/dev-eight'
          ? ['group:default/checkout-engineering', 'group:default/engineering']
          : [],
    });
  });

  const as = (person: string) =>
    mockCredentials.user.header(`user:default/${person}`);

  async function endedOf(person: string, domain = 'payments') {
    const { status, body } = await request(backend.server)
      .get(`/api/access/entities/domain/default/${domain}/ended`)
      .set('authorization', as(person));
    expect([status, body.error]).toEqual([200, undefined]);
    return body as { items: { how: string; at?: string }[]; ask: unknown[] };
  }

  async function give(grant: object = HELP): Promise<string> {
    const { status, body } = await request(backend.server)
      .post('/api/access/grants')
      .set('authorization', as('owner-three'))
      .send(grant);
    expect([status, body.error]).toEqual([201, undefined]);
    return body.id;
  }

  async function change(id: string, patch: object): Promise<void> {
    const { status, body } = await request(backend.server)
      .patch(`/api/access/grants/${id}`)
      .set('authorization', as('owner-three'))
      .send(patch);
    expect([status, body.error]).toEqual([200, undefined]);
  }

  async function end(id: string): Promise<void> {
    const { status } = await request(backend.server)
      .delete(`/api/access/grants/${id}?why=is+over`)
      .set('authorization', as('owner-three'));
    expect(status).toBe(204);
  }

  it('is told to who held it, with who ended it, when, and whom to ask', async () => {
    const id = await give();
    expect(await endedOf('tester-two')).toEqual({ items: [], ask: [] });
    backend.clock.now = new Date('2026-11-24T06:05:00Z');
    await end(id);
    expect(await endedOf('tester-two')).toEqual({
      items: [
        {
          subject: { ref: QUALITY, kind: 'group', title: 'Quality' },
          role: 'developer',
          where: { tiers: ['development'] },
          how: 'ended',
          at: '2026-11-24T06:05:00.000Z',
          by: {
            ref: 'user:default/owner-three',
            kind: 'user',
            title: 'Owner Three',
          },
        },
      ],
      ask: [
        {
          ref: 'group:default/payments-platform',
          kind: 'group',
          title: 'Payments platform',
        },
      ],
    });
    // The words of who ended it are for the record.
    expect(JSON.stringify(await endedOf('tester-two'))).not.toContain('over');
  });

  it('is as little as of a domain that does not exist to who held nothing', async () => {
    await end(await give());
    const nothing = { items: [], ask: [] };
    expect(await endedOf('nobody')).toEqual(nothing);
    expect(await endedOf('nobody', 'no-such-domain')).toEqual(nothing);
    expect(await endedOf('tester-two', 'rides')).toEqual(nothing);
    // Who still holds the same otherwise has lost nothing.
    await end(await give({ ...HELP, subject: 'user:default/dev-one' }));
    expect(await endedOf('dev-one')).toEqual(nothing);
  });

  it('tells a change that took something, and none that gave', async () => {
    const id = await give();
    await change(id, { role: 'operator', why: 'has to scale' });
    expect((await endedOf('tester-two')).items).toEqual([]);
    backend.clock.now = new Date('2026-11-24T06:05:00Z');
    await change(id, { role: 'viewer', why: 'has scaled' });
    expect((await endedOf('tester-two')).items).toMatchObject([
      { how: 'changed', role: 'operator', by: { title: 'Owner Three' } },
    ]);
  });

  it('tells an end that came by itself, for a month', async () => {
    const until = '2026-11-24T04:00:00.000Z';
    await give({ ...HELP, until });
    expect((await endedOf('tester-two')).items).toEqual([]);
    backend.clock.now = new Date('2026-11-24T04:00:01Z');
    expect((await endedOf('tester-two')).items).toMatchObject([
      { how: 'expired', at: until },
    ]);
    backend.clock.now = new Date('2026-12-26T04:00:01Z');
    expect((await endedOf('tester-two')).items).toEqual([]);
  });

  it('tells which department somebody left since the sign-in', async () => {
    const { items, ask } = await endedOf('dev-eight');
    expect(items).toMatchObject([
      {
        how: 'left',
        role: 'developer',
        where: { tiers: ['development'] },
        subject: { title: 'Checkout engineering' },
      },
      {
        how: 'left',
        role: 'viewer',
        where: { tiers: ['production'] },
        // Of the department above it, through the team that was left.
        subject: { title: 'Checkout engineering' },
      },
    ]);
    expect(items.map(({ at }) => at)).toEqual([undefined, undefined]);
    expect(ask).toMatchObject([{ title: 'Payments platform' }]);
  });
});
