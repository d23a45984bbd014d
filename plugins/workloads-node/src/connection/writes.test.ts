import {
  createServer as createHttp,
  IncomingMessage,
  ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import {
  connect,
  listen,
  whenDoneStopAll,
} from './__testUtils__/connectLocally';

interface Seen {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function serve(
  answer: (seen: Seen, response: ServerResponse) => void,
): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const host = await listen(
    createHttp(async (request, response) => {
      const body = await text(request);
      const { method, url, headers } = request;
      const one = { line: `${method} ${url}`, headers, body };
      seen.push(one);
      answer(one, response);
    }),
  );
  return { url: `http://${host}`, seen };
}

describe('DefaultClusterConnection writes', () => {
  whenDoneStopAll();

  it('objects, patches and deletions as its own account alone', async () => {
    const { url, seen } = await serve(({ line }, response) => {
      response.statusCode = line.startsWith('POST') ? 201 : 200;
      response.end('{"kind":"Status"}');
    });
    const connection = connect({ url });
    const path = '/api/v1/namespaces/a';
    const answers = [
      await connection.write({ method: 'POST', path, body: { a: 1 } }),
      await connection.write({
        method: 'PATCH',
        type: 'apply',
        path: `${path}?force=true`,
        body: { b: 2 },
      }),
      await connection.write({
        method: 'PATCH',
        type: 'merge',
        path,
        body: { c: null },
      }),
      await connection.write({ method: 'DELETE', path, body: { d: 4 } }),
      await connection.write({ method: 'DELETE', path }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      201, 200, 200, 200, 200,
    ]);
    expect(answers[0].text).toBe('{"kind":"Status"}');
    expect(
      seen.map(({ line, headers, body }) => [
        line,
        headers['content-type'],
        body,
      ]),
    ).toEqual([
      [`POST ${path}`, 'application/json', '{"a":1}'],
      [`PATCH ${path}?force=true`, 'application/apply-patch+yaml', '{"b":2}'],
      [`PATCH ${path}`, 'application/merge-patch+json', '{"c":null}'],
      [`DELETE ${path}`, 'application/json', '{"d":4}'],
      [`DELETE ${path}`, undefined, ''],
    ]);
  });

  it("in nobody else's name, even for one who gets past the types", async () => {
    const { url, seen } = await serve((_, response) => response.end('{}'));
    const as = { user: 'ana', groups: ['admins'] };
    const request = { method: 'DELETE', path: '/api/v1/pods', as } as const;
    await connect({ url }).write(request);
    // @ts-expect-error a write takes no identity
    await connect({ url }).write(request, { as });
    expect(seen.flatMap(({ headers }) => Object.keys(headers))).not.toContain(
      'impersonate-user',
    );
    expect(seen).toHaveLength(2);
  });

  it('once more with the token read again when it is refused, and only then', async () => {
    const { url, seen } = await serve(({ headers }, response) => {
      response.statusCode = headers.authorization === 'Bearer new' ? 403 : 401;
      response.end('{}');
    });
    const answer = await connect({ url }, ['old', 'new']).write({
      method: 'PATCH',
      type: 'merge',
      path: '/api/v1/namespaces/a',
      body: { a: 1 },
    });
    expect(answer.status).toBe(403);
    expect(
      seen.map(({ headers, body }) => [headers.authorization, body]),
    ).toEqual([
      ['Bearer old', '{"a":1}'],
      ['Bearer new', '{"a":1}'],
    ]);
  });

  it('and takes no answer without an end', async () => {
    let cut = () => {};
    const wasCut = new Promise<void>(resolve => {
      cut = resolve;
    });
    const { url } = await serve((_, response) => {
      const piece = 'x'.repeat(1024 * 1024);
      const pour = () => {
        while (response.write(piece));
      };
      response.on('drain', pour).on('close', cut);
      pour();
    });
    await expect(
      connect({ url }).write({ method: 'DELETE', path: '/api/v1/pods' }),
    ).rejects.toThrow('Cluster dev-1: its answer is larger than 8 MiB');
    await wasCut;
  });

  it.each(['before it answers', 'while it answers'])(
    'until the caller aborts, %s',
    async when => {
      const abort = new AbortController();
      const { url } = await serve((_, response) => {
        if (when === 'while it answers') {
          response.write('{');
        }
        setImmediate(() => abort.abort(new Error('it was cancelled')));
      });
      await expect(
        connect({ url }).write(
          { method: 'DELETE', path: '/api/v1/pods' },
          { signal: abort.signal },
        ),
      ).rejects.toThrow('it was cancelled');
    },
  );
});
