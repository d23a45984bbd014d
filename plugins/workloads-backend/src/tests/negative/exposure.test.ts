import { request as httpRequest } from 'node:http';
import { mockCredentials } from '@backstage/backend-test-utils';
import { startWorkloadsBackend, WorkloadsBackend } from '../../__testUtils__';
import { Caller } from './__testUtils__/Caller';
import { readOperations, requestFor } from './__testUtils__/contract';

const SECRET = 'canary-of-a-secret';
const NAMESPACE = '/clusters/dev-1/namespaces/payments-dev';
const TARGET = {
  entity: 'payments',
  cluster: 'dev-1',
  namespace: 'payments-dev',
  workload: 'pricing',
};

/** A cluster that gives Secrets under whatever name it is asked for something. */
function answerOfCluster(path: string) {
  const secret = {
    kind: 'Secret',
    apiVersion: 'v1',
    metadata: {
      name: 'bank',
      namespace: /namespaces\/([^/]+)/.exec(path)?.[1],
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': `{"stringData":{"password":"${SECRET}"}}`,
      },
    },
    data: { password: Buffer.from(SECRET).toString('base64') },
    stringData: { password: SECRET },
  };
  return {
    body: path.includes('list')
      ? { kind: 'SecretList', apiVersion: 'v1', items: [secret] }
      : secret,
  };
}

/** Each test is named after a mistake that a console of this kind once made; see `mistakes.test.ts`. */
describe('no mistake of others is made again:', () => {
  let backend: WorkloadsBackend;
  let operator: Caller;

  beforeEach(async () => {
    backend = await startWorkloadsBackend({
      access: {
        grants: [
          {
            subject: 'user:default/operator',
            domains: 'all',
            role: 'operator',
          },
          {
            subject: 'user:default/viewer',
            domains: ['domain:default/payments'],
            where: { tiers: ['development'] },
            role: 'viewer',
          },
        ],
      },
      answer: answerOfCluster,
    });
    operator = Caller.create(backend, 'operator');
  });

  const reached = () =>
    [...backend.connections.values()].flatMap(({ requests }) => requests);
  const holdsSecret = (text: string) =>
    text.includes(SECRET) ||
    text.includes(Buffer.from(SECRET).toString('base64'));

  it('who has not signed in acts with the account of the portal', async () => {
    const operations = await readOperations();
    for (const operation of operations) {
      const { method, path, body } = requestFor(operation, TARGET);
      const { status } = await fetch(
        `http://localhost:${backend.server.port()}/api/workloads${path}`,
        {
          method,
          body,
          headers: {
            authorization: mockCredentials.none.header(),
            ...(body ? { 'content-type': 'application/json' } : {}),
          },
        },
      );
      expect([operation.id, status]).toEqual([operation.id, 401]);
    }
    expect(operations.length).toBeGreaterThan(15);
    expect(reached()).toEqual([]);
  });

  it.each([
    'core/v1/secrets/bank',
    'core/v1/Secrets/bank',
    'core/v1/SECRETS/bank',
    'core/v1/configmaps/bank',
    'apps/v1/deployments/bank',
    'core/v1/secrets/list',
    'core/v1/configmaps/list',
    'core/v1beta1/secrets/bank',
    'example.com/v1/secrets/bank',
  ])(
    'secrets are masked by what was asked for, not by what came back: %s',
    async path => {
      const { text } = await operator.send(
        'GET',
        `${NAMESPACE}/objects/${path}`,
      );
      expect(holdsSecret(text)).toBe(false);
    },
  );

  it('what one person may is remembered for another', async () => {
    const path = `${NAMESPACE}/objects/apps/v1/deployments/pricing`;
    const ask = async (person: string) =>
      (await Caller.create(backend, person).send('GET', path)).status;
    // The first of each pair leaves something to remember.
    expect([
      await ask('operator'),
      await ask('stranger'),
      await ask('viewer'),
      await ask('stranger'),
    ]).toEqual([200, 404, 200, 404]);
    const prod =
      '/clusters/prod-sh/namespaces/payments-prod/objects/apps/v1/deployments/pricing';
    expect([
      (await operator.send('GET', prod)).status,
      (await Caller.create(backend, 'viewer').send('GET', prod)).status,
    ]).toEqual([200, 404]);
  });

  it('a connection is upgraded, and stays when it was refused', async () => {
    const answer = await new Promise<{ status?: number; upgraded: boolean }>(
      (resolve, reject) => {
        const call = httpRequest({
          port: backend.server.port(),
          path: `/api/workloads${NAMESPACE}/objects/core/v1/pods/pricing-1?command=sh`,
          headers: {
            authorization: mockCredentials.user.header('user:default/operator'),
            connection: 'Upgrade',
            upgrade: 'SPDY/3.1',
            'x-stream-protocol-version': 'v4.channel.k8s.io',
          },
        });
        call.on('response', ({ statusCode }) => {
          call.destroy();
          resolve({ status: statusCode, upgraded: false });
        });
        call.on('upgrade', () => {
          call.destroy();
          resolve({ upgraded: true });
        });
        call.on('error', reject);
        call.end();
      },
    );
    expect(answer.upgraded).toBe(false);
    expect(
      reached().filter(one => /exec|attach|portforward/.test(one)),
    ).toEqual([]);
  });

  it('a sort, a filter or a page tells what may not be seen', async () => {
    const viewer = Caller.create(backend, 'viewer');
    for (const query of [
      'cluster=prod-sh',
      'namespace=payments-prod',
      'cluster=no-such',
      'q=payments-prod',
      'q=matching',
    ]) {
      const { text } = await viewer.send(
        'GET',
        `/entities/domain/default/payments/workloads?${query}`,
      );
      expect([query, /prod-sh\/|rides|"total":[1-9]/.test(text)]).toEqual([
        query,
        false,
      ]);
    }
  });
});
