import { ResponseError } from '@backstage/errors';
import { WatchRecord } from '../model';
import { EnvironmentsClient } from './EnvironmentsClient';

/** A client whose every request is answered by `answer`, and what it asked for. */
function clientOf(answer: () => Response) {
  const fetch = jest.fn(async (_url: string, _init?: RequestInit) => answer());
  const client = new EnvironmentsClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
  });
  return { client, fetch };
}

const SPECIFICATION = {
  name: 'n',
  domain: 'domain:default/payments',
  cluster: 'dev-1',
  size: 'M',
  expiresIn: 'P3D',
  services: [],
};

describe('EnvironmentsClient', () => {
  it('writes every call as the contract has it', async () => {
    const { client, fetch } = clientOf(() => Response.json({}));
    await client.getOptions({ domain: 'domain:default/payments', cluster: '' });
    await client.getVersions({
      domain: 'domain:default/payments',
      service: 'pricing',
      cluster: 'dev-1',
      kind: 'branch',
      q: 'feat/a b',
      limit: 20,
    });
    await client.plan({ specification: SPECIFICATION });
    await client.createEnvironment(SPECIFICATION, { idempotencyKey: 'once' });
    await client.getEnvironments({ state: ['ready', 'asleep'], q: 'a b' });
    await client.getEnvironment('../x');
    await client.getSteps('e1');
    await client.getHistory('e1', { limit: 5 });
    await client.getDrift('e1');
    await client.updateEnvironment('e1', { size: 'L' });
    await client.putSecret('e1', 'a/b', { key: 'v' });
    await client.extend('e1', '2026-01-01T00:00:00Z');
    await client.pin('e1', { pinned: true });
    await client.sleep('e1');
    await client.wake('e1');
    await client.resync('e1', { revision: 'r', changes: [] });
    await client.retry('e1');
    await client.cancel('e1');
    await client.deleteEnvironment('e1', 'night-fares');
    expect(
      fetch.mock.calls.map(([url, init]) =>
        [
          init?.method ?? 'GET',
          url.replace('http://portal/api/environments', ''),
          init?.body,
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ).toEqual([
      'GET /options?domain=domain%3Adefault%2Fpayments',
      'GET /versions?domain=domain%3Adefault%2Fpayments&service=pricing&cluster=dev-1&kind=branch&q=feat%2Fa+b&limit=20',
      `POST /plans ${JSON.stringify({ specification: SPECIFICATION })}`,
      `POST /environments ${JSON.stringify(SPECIFICATION)}`,
      'GET /environments?state=ready&state=asleep&q=a+b',
      'GET /environments/..%2Fx',
      'GET /environments/e1/steps',
      'GET /environments/e1/history?limit=5',
      'GET /environments/e1/drift',
      'PATCH /environments/e1 {"size":"L"}',
      'PUT /environments/e1/secrets/a%2Fb {"values":{"key":"v"}}',
      'POST /environments/e1/extend {"expiresAt":"2026-01-01T00:00:00Z"}',
      'POST /environments/e1/pin {"pinned":true}',
      'POST /environments/e1/sleep',
      'POST /environments/e1/wake',
      'POST /environments/e1/resync {"revision":"r","changes":[]}',
      'POST /environments/e1/retry',
      'POST /environments/e1/cancel',
      'DELETE /environments/e1 {"confirm":"night-fares"}',
    ]);
    expect(fetch.mock.calls[3][1]?.headers).toEqual({
      'content-type': 'application/json',
      'idempotency-key': 'once',
    });
  });

  it('reads a watch line by line', async () => {
    const lines =
      '{"type":"synced"}\n{"type":"delete","id":"e1"}\n{"type":"end","reason":"poll"}\n';
    const { client } = clientOf(() => new Response(lines));
    const records: WatchRecord[] = [];
    for await (const record of client.watch({
      domain: 'domain:default/payments',
    })) {
      records.push(record);
    }
    expect(records.map(one => one.type)).toEqual(['synced', 'delete', 'end']);
  });

  it('throws what the backend refused, with every mistake', async () => {
    const problems = [{ path: 'name', code: 'name-empty', message: 'x' }];
    const { client } = clientOf(() =>
      Response.json(
        {
          error: { name: 'InputError', message: 'no', problems },
          response: { statusCode: 400 },
        },
        { status: 400 },
      ),
    );
    const failure = await client
      .createEnvironment(SPECIFICATION)
      .catch((error: ResponseError) => error);
    expect(failure).toMatchObject({
      cause: { name: 'InputError' },
      body: { error: { problems } },
    });
  });
});
