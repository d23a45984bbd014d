import { NotFoundError, ResponseError } from '@backstage/errors';
import { StreamRecord } from '../model';
import { WorkloadsClient } from './WorkloadsClient';

/** A client whose every request is answered by `answer`, and what it asked for. */
function clientOf(answer: () => Response) {
  const fetch = jest.fn(async (_url: string, _init?: RequestInit) => answer());
  const client = new WorkloadsClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
  });
  return { client, fetch, url: () => fetch.mock.calls[0][0] };
}

/** A body that arrives in the given pieces. */
function inPieces(...pieces: Uint8Array[]): Response {
  return new Response(
    new ReadableStream({
      start(controller) {
        pieces.forEach(piece => controller.enqueue(piece));
        controller.close();
      },
    }),
  );
}

async function collect(
  records: AsyncIterable<StreamRecord>,
): Promise<StreamRecord[]> {
  const all: StreamRecord[] = [];
  for await (const record of records) {
    all.push(record);
  }
  return all;
}

describe('WorkloadsClient', () => {
  it('writes entities and filters into the address, each part encoded', async () => {
    const { client, url } = clientOf(() => Response.json({ items: [] }));
    await client.getWorkloads('Domain:Default/payments', {
      cluster: ['a', 'b'],
      q: 'price & co',
    });
    expect(url()).toBe(
      'http://portal/api/workloads/entities/domain/default/payments/workloads?cluster=a&cluster=b&q=price+%26+co',
    );
  });

  it('cannot be led out of its path by a name', async () => {
    const { client, url } = clientOf(() => Response.json({}));
    await client.getObject({
      cluster: '../c',
      namespace: 'n/m',
      group: 'core',
      version: 'v1',
      resource: 'pods',
      name: 'p?x',
    });
    expect(url()).toBe(
      'http://portal/api/workloads/clusters/..%2Fc/namespaces/n%2Fm/objects/core/v1/pods/p%3Fx',
    );
  });

  it('refuses a reference that is not full, before it asks', async () => {
    const { client, fetch } = clientOf(() => Response.json({}));
    expect(() => client.getWorkloads('payments')).toThrow(
      '"payments" is not a full entity reference',
    );
    expect(fetch).not.toHaveBeenCalled();
  });

  it('throws what the backend refused, by its name', async () => {
    const body = {
      error: { name: 'NotFoundError', message: 'no such' },
      response: { statusCode: 404 },
    };
    const { client } = clientOf(() => Response.json(body, { status: 404 }));
    const failure = await client
      .getClusters()
      .catch((error: ResponseError) => error);
    expect(failure).toMatchObject({ cause: { name: NotFoundError.name } });
  });

  it('reads records that are cut anywhere, and drops a last one without its end', async () => {
    const bytes = new TextEncoder().encode(
      '{"type":"delete","revision":"1","id":"集群/n/Deployment/p"}\n\n{"type":"reset"}\n{"type":"rese',
    );
    const { client, fetch } = clientOf(() =>
      inPieces(bytes.slice(0, 44), bytes.slice(44, 45), bytes.slice(45)),
    );
    await expect(
      collect(
        client.streamWorkloads('domain:default/payments', { revision: '0' }),
      ),
    ).resolves.toEqual([
      { type: 'delete', revision: '1', id: '集群/n/Deployment/p' },
      { type: 'reset' },
    ]);
    expect(fetch.mock.calls[0][1]).toMatchObject({
      method: 'POST',
      body: '{"revision":"0"}',
    });
  });
});
