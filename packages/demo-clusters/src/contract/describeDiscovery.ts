import { ContractScene, status } from './ContractScene';

/** What a client learns before it knows anything. */
export function describeDiscovery(scene: ContractScene): void {
  it('says its version', async () => {
    const { status: code, body, date } = await scene.client.get('/version');
    expect(code).toBe(200);
    expect(body).toMatchObject({
      major: expect.stringMatching(/^\d+$/),
      minor: expect.stringMatching(/^\d+/),
      gitVersion: expect.stringMatching(/^v\d+\.\d+\.\d+/),
    });
    expect(Date.parse(date)).not.toBeNaN();
  });

  it.each(['/readyz', '/livez', '/healthz'])('answers %s', async path => {
    expect(await scene.client.get(path)).toMatchObject({
      status: 200,
      text: 'ok',
      contentType: expect.stringContaining('text/plain'),
    });
  });

  it('lists versions and groups', async () => {
    const core = await scene.client.get('/api');
    expect(core.body).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
    const { body } = await scene.client.get('/apis');
    expect(body).toMatchObject({ kind: 'APIGroupList', apiVersion: 'v1' });
    const expected = [
      ['apps', 'v1'],
      ['batch', 'v1'],
      ['autoscaling', 'v2'],
      ['authorization.k8s.io', 'v1'],
    ].map(([name, version]) =>
      expect.objectContaining({
        name,
        versions: expect.arrayContaining([
          { groupVersion: `${name}/${version}`, version },
        ]),
      }),
    );
    expect(body.groups).toEqual(expect.arrayContaining(expected));
    const apps = await scene.client.get('/apis/apps');
    expect(apps.body).toMatchObject({
      kind: 'APIGroup',
      name: 'apps',
      preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
    });
  });

  it('lists the resources of a version', async () => {
    const core = await scene.client.get('/api/v1');
    expect(core.body).toMatchObject({
      kind: 'APIResourceList',
      groupVersion: 'v1',
    });
    const verbs = [
      'create',
      'delete',
      'get',
      'list',
      'patch',
      'update',
      'watch',
    ];
    const row = (name: string, kind: string, namespaced: boolean) =>
      expect.objectContaining({
        name,
        kind,
        namespaced,
        singularName: kind.toLowerCase(),
        verbs: expect.arrayContaining(verbs),
      });
    expect(core.body.resources).toEqual(
      expect.arrayContaining([
        row('pods', 'Pod', true),
        row('events', 'Event', true),
        row('namespaces', 'Namespace', false),
        row('nodes', 'Node', false),
      ]),
    );
    const apps = await scene.client.get('/apis/apps/v1');
    expect(apps.body.resources).toEqual(
      expect.arrayContaining([
        row('deployments', 'Deployment', true),
        row('replicasets', 'ReplicaSet', true),
        row('statefulsets', 'StatefulSet', true),
        row('daemonsets', 'DaemonSet', true),
        expect.objectContaining({ name: 'deployments/status' }),
      ]),
    );
  });

  it('does not know what is not there', async () => {
    for (const path of [
      '/nope',
      '/apis/nope.example/v1',
      '/apis/nope.example/v1/things',
    ]) {
      expect(await scene.client.get(path)).toMatchObject({
        status: 404,
        contentType: expect.stringContaining('text/plain'),
        text: '404 page not found\n',
      });
    }
    for (const path of ['/api/v1/nopes', '/apis/apps/v1/nopes']) {
      const answer = await scene.client.get(path);
      expect(answer.body).toEqual(
        status(
          404,
          'NotFound',
          'the server could not find the requested resource',
          {},
        ),
      );
    }
  });
}
