import { ResponseError } from '@backstage/errors';
import { AccessClient } from './AccessClient';

/** A client whose every request is answered by `answer`, and what it asked for. */
function clientOf(answer: () => Response) {
  const fetch = jest.fn(async (_url: string, _init?: RequestInit) => answer());
  const client = new AccessClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
  });
  return { client, fetch };
}

describe('AccessClient', () => {
  it('writes every call as the contract has it', async () => {
    const { client, fetch } = clientOf(() => Response.json({ items: [] }));
    await client.getRights('Domain:Default/payments');
    await client.getRightsMembers('domain:default/payments', {
      group: 'group:default/a b',
      q: '',
      limit: 20,
    });
    await client.explain({ entity: 'domain:default/payments' });
    await client.getAudit({ outcome: ['failed', 'refused'], cursor: 'c' });
    await client.updateGrant(
      '../x',
      { why: 'because' },
      { idempotencyKey: 'once' },
    );
    expect(
      fetch.mock.calls.map(([url, init]) => [
        init?.method ?? 'GET',
        url.replace('http://portal/api/access', ''),
      ]),
    ).toEqual([
      ['GET', '/entities/domain/default/payments/rights'],
      [
        'GET',
        '/entities/domain/default/payments/rights/members?group=group%3Adefault%2Fa+b&limit=20',
      ],
      ['GET', '/explain?entity=domain%3Adefault%2Fpayments'],
      ['GET', '/audit?outcome=failed&outcome=refused&cursor=c'],
      ['PATCH', '/grants/..%2Fx'],
    ]);
    expect(fetch.mock.calls[4][1]).toMatchObject({
      headers: { 'idempotency-key': 'once' },
      body: '{"why":"because"}',
    });
  });

  it('asks with DELETE and expects no body', async () => {
    const { client, fetch } = clientOf(
      () => new Response(undefined, { status: 204 }),
    );
    await client.deleteGrant('7', 'left the company');
    expect(fetch.mock.calls[0][0]).toBe(
      'http://portal/api/access/grants/7?why=left+the+company',
    );
    expect(fetch.mock.calls[0][1]).toMatchObject({ method: 'DELETE' });
  });

  it('throws what the backend refused, by its name', async () => {
    const body = {
      error: { name: 'ConflictError', message: 'newer' },
      response: { statusCode: 409 },
    };
    const { client } = clientOf(() => Response.json(body, { status: 409 }));
    const failure = await client
      .createGrant({
        subject: 'group:default/a',
        domains: 'all',
        role: 'viewer',
        why: 'x',
      })
      .catch((error: ResponseError) => error);
    expect(failure).toMatchObject({ cause: { name: 'ConflictError' } });
    expect(() => client.getRights('payments')).toThrow(
      '"payments" is not a full entity reference',
    );
  });
});
