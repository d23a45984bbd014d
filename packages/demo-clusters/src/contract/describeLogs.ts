import { ContractScene, status } from './ContractScene';

/** How a server refuses the logs of pods. */
export function describeLogs(scene: ContractScene): void {
  const pods = () => `/api/v1/namespaces/${scene.namespace}/pods`;
  const log = (name: string, query = '') =>
    scene.client.get(`${pods()}/${name}/log?${query}`);

  beforeAll(async () => {
    // A real server admits no pod before its controllers have made the namespace's account.
    await scene.client.post(
      `/api/v1/namespaces/${scene.namespace}/serviceaccounts`,
      { metadata: { name: 'default' } },
    );
    await scene.client.post(pods(), {
      metadata: { name: 'speaker' },
      spec: {
        // A node that there is not: the pod stays as it was born.
        nodeName: 'no-such-node',
        containers: [
          { name: 'main', image: 'registry.example.com/demo/main:1' },
          { name: 'side', image: 'registry.example.com/demo/side:1' },
        ],
      },
    });
  });

  it('knows no log of a pod that there is not', async () => {
    const answer = await log('nobody');
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual(
      status(404, 'NotFound', 'pods "nobody" not found', {
        name: 'nobody',
        kind: 'pods',
      }),
    );
  });

  it('wants to know which container, where there are several', async () => {
    const answer = await log('speaker');
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual(
      status(
        400,
        'BadRequest',
        'a container name must be specified for pod speaker, choose one of: [main side]',
      ),
    );
  });

  it('refuses a container that the pod has not', async () => {
    const answer = await log('speaker', 'container=other');
    expect(answer.body).toEqual(
      status(400, 'BadRequest', 'container other is not valid for pod speaker'),
    );
  });

  it.each([
    ['tailLines=-1', 'tailLines', 'must be greater than or equal to 0'],
    ['limitBytes=0', 'limitBytes', 'must be greater than 0'],
    ['sinceSeconds=0', 'sinceSeconds', 'must be greater than 0'],
  ])('refuses %s', async (query, field, words) => {
    const answer = await log('speaker', `container=main&${query}`);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      reason: 'Invalid',
      code: 422,
      message: expect.stringContaining(words),
      details: { causes: [{ field }] },
    });
  });

  it('gives only who may read logs what a container says', async () => {
    const answer = await scene.client.get(
      `${pods()}/speaker/log?container=main`,
      scene.client.restrictedToken,
    );
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ reason: 'Forbidden' });
  });
}
