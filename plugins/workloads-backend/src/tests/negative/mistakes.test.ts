import { DefaultClusterConnection } from '@domaindeck/backstage-plugin-workloads-node';
import {
  demoClusters,
  entity,
  namespaceObject,
  startWorkloadsBackend,
  WorkloadsBackend,
} from '../../__testUtils__';
import { CLIMBING_PATHS, FORGED_HEADERS } from './__testUtils__/attempts';
import { Caller } from './__testUtils__/Caller';
import { RecordingApiServer } from './__testUtils__/RecordingApiServer';

const OBJECT =
  '/clusters/dev-1/namespaces/payments-dev/objects/apps/v1/deployments/pricing';

/** What the cluster of a name gives away; anybody who sees it elsewhere knows that it was given to the wrong one. */
function tokenOf(cluster: string): string {
  return `token-of-${cluster}`;
}

/** What a cluster answers; some paths are what a test is about. */
function answerTo(path: string, elsewhere: string) {
  if (path.endsWith('/moved')) {
    return { status: 302, headers: { location: elsewhere } };
  }
  if (path.endsWith('/broken')) {
    return { status: 500, body: { message: 'etcd: password-of-the-cluster' } };
  }
  const namespace = /namespaces\/([^/]+)/.exec(path)?.[1];
  return {
    body: { kind: 'Deployment', metadata: { name: 'pricing', namespace } },
  };
}

/** Each test is named after a mistake that a console of this kind once made, and proves that we do not make it. */
describe('no mistake of others is made again:', () => {
  const servers = new Map<string, RecordingApiServer>();
  const connections: DefaultClusterConnection[] = [];
  let elsewhere: RecordingApiServer;
  let backend: WorkloadsBackend;
  let developer: Caller;

  beforeEach(async () => {
    elsewhere = await RecordingApiServer.start(() => ({}));
    const { url } = elsewhere;
    for (const { name } of demoClusters) {
      servers.set(
        name,
        await RecordingApiServer.start(path => answerTo(path, url)),
      );
    }
    backend = await startWorkloadsBackend({
      access: {
        grants: [
          {
            subject: 'user:default/dev-one',
            domains: ['domain:default/payments'],
            where: { tiers: ['development'] },
            role: 'developer',
          },
          {
            subject: 'user:default/everywhere',
            domains: ['domain:default/payments'],
            role: 'developer',
          },
        ],
      },
      connect: cluster => {
        const connection = DefaultClusterConnection.create({
          cluster: { ...cluster, url: servers.get(cluster.name)!.url },
          credentials: {
            getCredential: async () => ({
              type: 'bearer token',
              token: tokenOf(cluster.name),
            }),
          },
        });
        connections.push(connection);
        return connection;
      },
    });
    developer = Caller.create(backend, 'dev-one');
  });

  afterEach(async () => {
    await Promise.all(connections.splice(0).map(one => one.close()));
    await Promise.all([...servers.values(), elsewhere].map(one => one.stop()));
    servers.clear();
  });

  function reached(): string[] {
    return [...servers].flatMap(([name, { seen }]) =>
      seen.map(({ method, url }) => `${name} ${method} ${url}`),
    );
  }

  it('headers of the browser reach the cluster, Impersonate-* among them', async () => {
    const { status } = await developer.send('GET', OBJECT, {
      headers: FORGED_HEADERS,
    });
    expect(status).toBe(200);
    const [{ headers }] = servers.get('dev-1')!.seen;
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'authorization',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(headers.authorization).toBe(`Bearer ${tokenOf('dev-1')}`);
  });

  it('the credential of one cluster is sent to another', async () => {
    const everywhere = Caller.create(backend, 'everywhere');
    await everywhere.send('GET', OBJECT);
    await everywhere.send(
      'GET',
      '/clusters/prod-sh/namespaces/payments-prod/objects/apps/v1/deployments/pricing',
    );
    expect(
      [...servers].map(([name, { seen }]) => [
        name,
        seen.map(({ headers }) => headers.authorization),
      ]),
    ).toEqual([
      ['dev-1', [`Bearer ${tokenOf('dev-1')}`]],
      ['prod-sh', [`Bearer ${tokenOf('prod-sh')}`]],
      ['partner-kl', []],
    ]);
  });

  it('a redirect takes the credential to a third party', async () => {
    const { status, text } = await developer.send(
      'GET',
      OBJECT.replace('pricing', 'moved'),
    );
    expect(status).toBe(503);
    expect(text).not.toContain(elsewhere.url);
    expect(elsewhere.seen).toEqual([]);
  });

  it('another method is read out of the request', async () => {
    for (const [method, path] of [
      ['GET', OBJECT],
      ['GET', `${OBJECT}?_method=DELETE`],
      ['POST', `${OBJECT}?_method=GET`],
      ['DELETE', OBJECT],
      ['PUT', OBJECT],
      ['PATCH', OBJECT],
    ]) {
      await developer.send(method, path, {
        headers: { 'x-http-method-override': 'DELETE', 'x-method': 'DELETE' },
      });
    }
    const methods = reached().map(line => line.split(' ')[1]);
    expect([...new Set(methods)]).toEqual(['GET']);
  });

  it('an error of the cluster shows what stood in it', async () => {
    const { status, text } = await developer.send(
      'GET',
      OBJECT.replace('pricing', 'broken'),
    );
    expect(status).toBe(503);
    expect(text).not.toContain('of-the-cluster');
  });

  it('the cluster of the check is not the cluster of the deed', async () => {
    const { status } = await developer.send(
      'GET',
      `${OBJECT}?cluster=prod-sh&ns=payments-prod&namespace=payments-prod`,
      {
        headers: {
          'backstage-kubernetes-cluster': 'prod-sh',
          'x-cluster': 'prod-sh',
        },
      },
    );
    // Unknown parameters may be refused or ignored, never followed.
    expect([200, 400]).toContain(status);
    expect(reached().filter(line => !line.startsWith('dev-1 '))).toEqual([]);
  });

  it.each(CLIMBING_PATHS)(
    'a path climbs out of the namespace: %s',
    async path => {
      const { status } = await developer.send('GET', path);
      expect([400, 404]).toContain(status);
      expect(reached()).toEqual([]);
    },
  );

  it('an id of another domain opens with the rights of one’s own', async () => {
    const { status } = await developer.send(
      'GET',
      '/clusters/dev-1/namespaces/rides-dev/objects/apps/v1/deployments/matching',
    );
    expect(status).toBe(404);
    expect(reached()).toEqual([]);
  });

  it('what was listed opens after it went to another domain', async () => {
    const list = '/entities/domain/default/payments/workloads';
    expect((await developer.send('GET', list)).text).toContain(
      'dev-1/payments-dev/Deployment/pricing',
    );
    backend.reader.put(
      'dev-1',
      'namespaces',
      namespaceObject('payments-dev', { 'domaindeck.io/domain': 'rides' }),
    );
    expect((await developer.send('GET', OBJECT)).status).toBe(404);
    expect((await developer.send('GET', list)).text).not.toContain(
      'payments-dev',
    );
    expect(reached()).toEqual([]);
  });

  it('annotations of an entity widen what its domain is bound to', async () => {
    const index = backend.entities.findIndex(
      ({ metadata }) => metadata.name === 'pricing',
    );
    backend.entities[index] = {
      ...backend.entities[index],
      metadata: {
        ...backend.entities[index].metadata,
        annotations: {
          'backstage.io/kubernetes-id': 'matching',
          'backstage.io/kubernetes-namespace': 'legacy-batch',
          'backstage.io/kubernetes-label-selector': 'nothing!=at-all',
          'backstage.io/kubernetes-cluster': 'prod-sh',
        },
      },
    };
    const { status, text } = await developer.send(
      'GET',
      '/entities/component/default/pricing/workloads',
    );
    expect(status).toBe(200);
    const { items } = JSON.parse(text) as {
      items: { cluster: string; namespace: string }[];
    };
    expect(
      items.filter(
        ({ cluster, namespace }) =>
          `${cluster}/${namespace}` !== 'dev-1/payments-dev',
      ),
    ).toEqual([]);
    expect(text).not.toMatch(/matching|legacy-batch|payments-prod/);
  });

  it('an entity of the catalog brings a cluster of its own', async () => {
    backend.entities.push({
      ...entity('Resource', 'trap', ['partOf system:default/checkout']),
      metadata: {
        name: 'trap',
        annotations: {
          'kubernetes.io/api-server': elsewhere.url,
          'kubernetes.io/auth-provider': 'serviceAccount',
          'kubernetes.io/skip-tls-verify': 'true',
        },
      },
      spec: { type: 'kubernetes-cluster' },
    });
    expect((await developer.send('GET', '/clusters')).text).not.toContain(
      'trap',
    );
    expect(
      (
        await developer.send(
          'GET',
          '/clusters/trap/namespaces/payments-dev/objects/core/v1/pods/a',
        )
      ).status,
    ).toBe(404);
    expect(elsewhere.seen).toEqual([]);
  });
});
