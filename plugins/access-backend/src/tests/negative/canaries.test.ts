import { randomBytes } from 'node:crypto';
import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  AccessBackend,
  startAccessBackend,
  testClusters,
} from '../../__testUtils__';
import {
  Operation,
  readOperations,
  requestFor,
  Target,
} from './__testUtils__/contract';

// A whole backend is started.
jest.setTimeout(60_000);

describe('secrets of the portal', () => {
  const canary = `canary${randomBytes(8).toString('hex')}`;
  const shapes = [canary, Buffer.from(canary).toString('base64')];
  let backend: AccessBackend;
  let operations: readonly Operation[];

  beforeAll(async () => {
    operations = await readOperations();
    backend = await startAccessBackend({
      config: {
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: testClusters.map(({ name }) => ({
                name,
                url: `https://admin:${canary}@${name}.example.com`,
                authProvider: 'serviceAccount',
                serviceAccountToken: canary,
              })),
            },
          ],
        },
        workloads: {
          clusters: Object.fromEntries(
            testClusters.map(({ name, tier, tags, restricted }) => [
              name,
              { tier, tags: [...tags], restricted },
            ]),
          ),
        },
        integrations: { github: [{ host: 'example.com', token: canary }] },
        auth: { providers: { github: { clientSecret: canary } } },
      },
    });
  });

  async function send(
    authorization: string,
    operation: Operation,
    target: Target,
    wrong: object | undefined,
  ): Promise<string> {
    const { method, path, body } = requestFor(operation, target);
    const { text, headers } = await request(backend.server)
      [method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'](
        `/api/access${path}`,
      )
      .set('authorization', authorization)
      .set('cookie', `session=${canary}`)
      .send(method === 'GET' ? undefined : wrong ?? body);
    return `${JSON.stringify(headers)} ${text}`;
  }

  it('are in no answer, no error and no entry of the record', async () => {
    const people = [
      mockCredentials.user.header('user:default/owner-three'),
      mockCredentials.user.header('user:default/nobody'),
      mockCredentials.service.header(),
      mockCredentials.none.header(),
    ];
    const targets: Target[] = [
      { domain: 'payments', cluster: 'dev-1', grantId: 'developers' },
      { domain: '%00', cluster: '../..', grantId: '%2e%2e' },
    ];
    const answers: string[] = [];
    for (const authorization of people) {
      for (const operation of operations) {
        for (const target of targets) {
          for (const wrong of [undefined, { nonsense: true }]) {
            answers.push(await send(authorization, operation, target, wrong));
          }
        }
      }
    }
    process.stdout.write(
      `canaries of access: ${answers.length} answers, ${
        answers.join('').length
      } characters\n`,
    );
    expect(
      answers.filter(text => shapes.some(shape => text.includes(shape))),
    ).toEqual([]);
    // The owner's answers do tell of the cluster whose token is secret.
    expect(answers.some(text => text.includes('dev-1'))).toBe(true);
  });
});
