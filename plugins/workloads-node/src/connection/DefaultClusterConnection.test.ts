import { createServer as createHttp, IncomingMessage } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { generate } from 'selfsigned';
import { ClusterDefinition } from '../types';
import {
  connect,
  listen,
  whenDoneStopAll,
} from './__testUtils__/connectLocally';
import { ClusterError } from './ClusterError';

type Certificate = ReturnType<typeof makeCertificate>;

function makeCertificate() {
  return generate([{ name: 'commonName', value: 'kube-apiserver' }], {
    days: 1,
    algorithm: 'sha256',
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '192.0.2.1' }] },
    ],
  });
}

async function failure(
  fields: Partial<ClusterDefinition>,
): Promise<ClusterError> {
  const error = await connect(fields)
    .get('/version')
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  expect(error).toBeInstanceOf(ClusterError);
  return error as ClusterError;
}

describe('DefaultClusterConnection', () => {
  whenDoneStopAll();

  it('sends a token below the path of the URL, and nothing that nobody asked for', async () => {
    const seen: IncomingMessage[] = [];
    const host = await listen(
      createHttp((request, response) => {
        seen.push(request);
        response.end('{"items":[]}');
      }),
    );
    const response = await connect({ url: `http://${host}/k8s/c-1` }).get(
      '/api/v1/pods?limit=1',
    );
    expect(await response.body.json()).toEqual({ items: [] });
    expect(seen[0].url).toBe('/k8s/c-1/api/v1/pods?limit=1');
    expect(seen[0].headers).toEqual({
      host,
      connection: 'keep-alive',
      accept: 'application/json',
      authorization: 'Bearer token',
      'user-agent': 'domaindeck',
    });
  });

  it('follows no redirect', async () => {
    const requests: string[] = [];
    const host = await listen(
      createHttp((request, response) => {
        requests.push(String(request.url));
        response.writeHead(302, { location: '/elsewhere' }).end();
      }),
    );
    const response = await connect({ url: `http://${host}` }).get('/version');
    expect(response.status).toBe(302);
    expect(requests).toEqual(['/version']);
  });

  it('reads the token again once when it is refused', async () => {
    const tokens: (string | undefined)[] = [];
    const host = await listen(
      createHttp((request, response) => {
        tokens.push(request.headers.authorization);
        response.statusCode =
          request.headers.authorization === 'Bearer new' ? 200 : 401;
        response.end('{}');
      }),
    );
    const url = `http://${host}`;
    const rotated = connect({ url }, ['old', 'new']);
    expect((await rotated.get('/version')).status).toBe(200);
    expect(tokens).toEqual(['Bearer old', 'Bearer new']);

    tokens.length = 0;
    const expired = connect({ url }, ['old']);
    const answers = await Promise.all([
      expired.get('/version'),
      expired.get('/apis'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(tokens).toHaveLength(2);
  });

  it('survives an answer that nobody reads', async () => {
    const host = await listen(
      createHttp((_, response) => response.write('endless')),
    );
    const connection = connect({ url: `http://${host}` });
    const response = await connection.get('/api/v1/pods?watch=true');
    response.body.destroy();
    await connection.close();
    await new Promise(resolve => setImmediate(resolve));
    await expect(connection.get('/version')).rejects.toThrow('was closed');
  });

  it('lets the caller abort, and calls that no failure of the cluster', async () => {
    const host = await listen(createHttp(() => {}));
    const abort = new AbortController();
    const asking = connect({ url: `http://${host}` }).get('/version', {
      signal: abort.signal,
    });
    abort.abort(new Error('the page was closed'));
    await expect(asking).rejects.toThrow('the page was closed');
  });

  it.each(['version', '//evil.example.com/', '/api/../../x', '/a b', '/a\\b'])(
    'refuses the path %s',
    async path => {
      await expect(connect({}).get(path)).rejects.toThrow(
        'is not a path of the Kubernetes API',
      );
    },
  );

  describe('says in words', () => {
    it('that nobody listens', async () => {
      const error = await failure({ url: 'http://127.0.0.1:1' });
      expect(error.message).toBe(
        'Cluster dev-1: nobody listens at http://127.0.0.1:1; check the url of its kubernetes entry and that the API server runs',
      );
      expect(error.problem).toBe('refused');
    });

    it('that the URL is none', async () => {
      const error = await failure({ url: 'dev.example.com' });
      expect(error.reason).toContain('"dev.example.com" is not a URL');
      expect(error.problem).toBe('address');
    });

    it('that the CA file cannot be read', async () => {
      const error = await failure({
        url: 'https://127.0.0.1:1',
        caFile: '/nowhere/ca.crt',
      });
      expect(error.reason).toContain('/nowhere/ca.crt cannot be read');
    });

    it('that the port speaks no TLS', async () => {
      const host = await listen(createHttp((_, response) => response.end()));
      const error = await failure({ url: `https://${host}` });
      expect(error.reason).toContain('does not speak TLS');
    });

    describe('of a certificate', () => {
      let made: Certificate | undefined;

      // Keys are made in JavaScript here, which takes seconds on a busy machine.
      beforeAll(() => {
        made = makeCertificate();
      }, 120_000);

      it.each([
        ['is not trusted', false],
        ['was made for another host', true],
      ])('that it %s', async (words, trusted) => {
        const { private: key = '', cert = '' } = made ?? {};
        const server = createHttps({ key, cert }, (_, response) =>
          response.end('{}'),
        );
        const url = `https://${await listen(server)}`;
        const caData = Buffer.from(cert).toString('base64');
        const error = await failure(trusted ? { url, caData } : { url });
        expect(error.problem).toBe('tls');
        expect(error.reason).toContain(words);
        const careless = connect({ url, skipTLSVerify: true });
        expect((await careless.get('/version')).status).toBe(200);
      });
    });

    it('that an answer takes too long', async () => {
      const host = await listen(createHttp(() => {}));
      const connection = connect({ url: `http://${host}` });
      await expect(
        connection.get('/version', { headersTimeout: 50 }),
      ).rejects.toMatchObject({ problem: 'timeout' });
    });
  });
});
