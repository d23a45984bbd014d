import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startWorkloadsBackend, WorkloadsBackend } from '../__testUtils__';

const OBJECTS = '/api/workloads/clusters/dev-1/namespaces/payments-dev/objects';

describe('objects and what the permission framework asks', () => {
  let backend: WorkloadsBackend;

  beforeAll(async () => {
    backend = await startWorkloadsBackend({
      access: {},
      answer: path => {
        switch (path.split('/').at(-1)) {
          case 'refused':
            return { status: 403 };
          case 'broken':
            return { status: 500 };
          case 'html':
            return { body: '<html>' };
          case 'away':
            throw new Error('nobody listens there');
          case 'elsewhere':
            return { body: { metadata: { namespace: 'kube-system' } } };
          case 'scopeless':
            return { body: { kind: 'Node', metadata: { name: 'n' } } };
          default:
            return { status: 404 };
        }
      },
    });
  });

  const owner = mockCredentials.user.header('user:default/owner-three');

  it.each<[string, number, string]>([
    ['refused', 503, 'own credential may not read pods'],
    ['broken', 503, 'answered 500'],
    ['html', 503, 'JSON object'],
    ['away', 503, 'nobody listens there'],
    ['elsewhere', 404, 'There is no pods "elsewhere"'],
    ['scopeless', 404, 'There is no pods "scopeless"'],
    ['missing', 404, 'There is no pods "missing"'],
    ['a%2Flog', 400, 'subresources'],
    ['..%2F..', 400, 'subresources'],
  ])('answers for an object that is %s', async (name, status, message) => {
    const answer = await request(backend.server)
      .get(`${OBJECTS}/core/v1/pods/${name}`)
      .set('authorization', owner);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(message);
  });

  it('lets the permission framework judge an environment by its reference', async () => {
    const ask = (person: string, resourceRef: string) =>
      request(backend.server)
        .post('/api/permission/authorize')
        .set(
          'authorization',
          mockCredentials.user.header(`user:default/${person}`),
        )
        .send({
          items: [
            {
              id: '1',
              resourceRef,
              permission: {
                type: 'resource',
                name: 'workloads.environment.view',
                attributes: { action: 'read' },
                resourceType: 'workloads-environment-view',
              },
            },
          ],
        })
        .then(({ body }) => body.items[0].result);
    expect(await ask('owner-three', 'dev-1/payments-dev')).toBe('ALLOW');
    expect(await ask('owner-three', 'dev-1/rides-dev')).toBe('DENY');
    expect(await ask('owner-three', 'partner-kl/payments-partner')).toBe(
      'DENY',
    );
    expect(await ask('owner-three', 'dev-1/legacy-batch')).toBe('DENY');
    expect(await ask('dev-eight', 'dev-1/payments-dev')).toBe('DENY');
  });
});
