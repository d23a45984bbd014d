import { Body } from './Body';
import { ContractScene, status } from './ContractScene';
import { pausedDeployment } from './pausedDeployment';

interface PodTemplate {
  readonly spec: {
    readonly containers: readonly Record<string, unknown>[];
    readonly volumes?: readonly Record<string, unknown>[];
  };
}

/** Server-side apply: who manages which field, and what becomes of those that nobody wants any more. */
export function describeApply(scene: ContractScene): void {
  const path = (name: string) => `${scene.configMaps}/${name}`;
  const configMap = (name: string, more: Record<string, unknown> = {}) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name },
    ...more,
  });
  const apply = (
    name: string,
    manager: string,
    data: Record<string, string>,
    query?: string,
  ) => scene.apply(path(name), manager, configMap(name, { data }), query);
  const templateOf = (body: Body) =>
    (body.spec as { template: PodTemplate }).template.spec;

  it('creates what is not there and says whose it is', async () => {
    const answer = await scene.apply(
      path('new'),
      'one',
      configMap('new', {
        metadata: { name: 'new', labels: { a: 'b' } },
        data: { x: '1' },
      }),
    );
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      metadata: { name: 'new', namespace: scene.namespace },
      data: { x: '1' },
    });
    expect(answer.body.metadata.managedFields).toEqual([
      {
        manager: 'one',
        operation: 'Apply',
        apiVersion: 'v1',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:data': { 'f:x': {} },
          'f:metadata': { 'f:labels': { 'f:a': {} } },
        },
      },
    ]);
  });

  it('reads YAML', async () => {
    const answer = await scene.client.call(
      'PATCH',
      `${path('yaml')}?fieldManager=one`,
      {
        rawBody:
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: yaml\ndata:\n  x: "1"\n',
        contentType: 'application/apply-patch+yaml',
      },
    );
    expect(answer.status).toBe(201);
    expect(answer.body.data).toEqual({ x: '1' });
  });

  it('changes what differs and drops what is no longer said', async () => {
    const first = await apply('mine', 'one', { x: '1', y: '1' });
    const second = await apply('mine', 'one', { x: '2' });
    expect(second.status).toBe(200);
    expect(second.body.data).toEqual({ x: '2' });
    expect(second.body.metadata.uid).toBe(first.body.metadata.uid);
    const again = await apply('mine', 'one', { x: '2' });
    expect(again.body.metadata.resourceVersion).toBe(
      second.body.metadata.resourceVersion,
    );
  });

  it('leaves alone what others manage', async () => {
    await apply('shared', 'one', { x: '1', same: 's' });
    await apply('shared', 'two', { y: '1', same: 's' });
    const dropped = await apply('shared', 'one', { z: '1' });
    expect(dropped.body.data).toEqual({ y: '1', z: '1', same: 's' });
    const managers = dropped.body.metadata.managedFields?.map(
      ({ manager, fieldsV1 }) => [manager, fieldsV1],
    );
    expect(managers).toEqual(
      expect.arrayContaining([
        ['one', { 'f:data': { 'f:z': {} } }],
        ['two', { 'f:data': { 'f:y': {}, 'f:same': {} } }],
      ]),
    );
    await scene.mergePatch(path('shared'), { data: { w: '1' } });
    const after = await apply('shared', 'one', {});
    expect(after.body.data).toEqual({ y: '1', same: 's', w: '1' });
  });

  it('refuses to take a field from another and does so with force', async () => {
    await apply('fought', 'one', { x: '1', y: '1' });
    const single = await apply('fought', 'two', { x: '2' });
    expect(single.body).toEqual(
      status(
        409,
        'Conflict',
        'Apply failed with 1 conflict: conflict with "one": .data.x',
        {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "one"',
              field: '.data.x',
            },
          ],
        },
      ),
    );
    const both = await apply('fought', 'two', { x: '2', y: '2' });
    expect(both.body.message).toBe(
      'Apply failed with 2 conflicts: conflicts with "one":\n- .data.x\n- .data.y',
    );
    const forced = await apply('fought', 'two', { x: '2' }, '&force=true');
    expect(forced.body.data).toEqual({ x: '2', y: '1' });
    expect(
      forced.body.metadata.managedFields?.map(entry => entry.fieldsV1),
    ).toEqual(
      expect.arrayContaining([
        { 'f:data': { 'f:x': {} } },
        { 'f:data': { 'f:y': {} } },
      ]),
    );
  });

  it('keeps count of those that write without applying', async () => {
    const created = await scene.client.post(
      `${scene.configMaps}?fieldManager=hand`,
      configMap('written', { data: { x: '1', y: '1' } }),
    );
    expect(created.body.metadata.managedFields).toMatchObject([
      { manager: 'hand', operation: 'Update', apiVersion: 'v1' },
    ]);
    const refused = await apply('written', 'one', { x: '2' });
    expect(refused.body.message).toBe(
      'Apply failed with 1 conflict: conflict with "hand" using v1: .data.x',
    );
    // The same value is no conflict, and is wanted by both from then on.
    await apply('written', 'one', { x: '1' });
    await scene.client.call('PATCH', `${path('written')}?fieldManager=other`, {
      body: { data: { x: '3' } },
      contentType: 'application/merge-patch+json',
    });
    const taken = await apply('written', 'one', { x: '1' });
    expect(taken.body.message).toBe(
      'Apply failed with 1 conflict: conflict with "other" using v1: .data.x',
    );
  });

  it('merges lists by their keys', async () => {
    const deployment = `${scene.deployments}/lists`;
    const config = (containers: unknown[], volumes: unknown[]) =>
      pausedDeployment('lists', { containers, volumes });
    const app = {
      name: 'app',
      image: 'example.com/a:1',
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '1' },
      ],
      ports: [{ containerPort: 80 }, { containerPort: 81 }],
      volumeMounts: [{ name: 'data', mountPath: '/data' }],
    };
    await scene.apply(
      deployment,
      'one',
      config([app], [{ name: 'data', emptyDir: {} }]),
    );
    const sidecar = { name: 'side', image: 'example.com/side:1' };
    const joined = await scene.apply(
      deployment,
      'two',
      config(
        [{ name: 'app', env: [{ name: 'C', value: '2' }] }, sidecar],
        [{ name: 'more', emptyDir: {} }],
      ),
    );
    expect(joined.status).toBe(200);
    expect(templateOf(joined.body).containers).toMatchObject([
      {
        name: 'app',
        image: 'example.com/a:1',
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: '1' },
          { name: 'C', value: '2' },
        ],
      },
      sidecar,
    ]);
    const { body } = await scene.apply(
      deployment,
      'one',
      config(
        [
          {
            ...app,
            image: 'example.com/a:2',
            env: [{ name: 'B', value: '3' }],
            ports: [{ containerPort: 81 }],
            volumeMounts: [{ name: 'conf', mountPath: '/conf' }],
          },
        ],
        [{ name: 'conf', configMap: { name: 'conf' } }],
      ),
    );
    const { containers, volumes } = templateOf(body);
    expect(containers).toHaveLength(2);
    expect(containers[0]).toMatchObject({
      name: 'app',
      image: 'example.com/a:2',
      ports: [{ containerPort: 81, protocol: 'TCP' }],
      volumeMounts: [{ name: 'conf', mountPath: '/conf' }],
    });
    expect(containers[0].env).toHaveLength(2);
    expect(containers[0].env).toEqual(
      expect.arrayContaining([
        { name: 'B', value: '3' },
        { name: 'C', value: '2' },
      ]),
    );
    expect(volumes?.map(({ name }) => name).sort()).toEqual(['conf', 'more']);
    expect(body.metadata.generation).toBe(3);
  });

  it('names a place in a list by its key', async () => {
    const deployment = `${scene.deployments}/keyed`;
    const config = (image: string) =>
      pausedDeployment('keyed', { containers: [{ name: 'app', image }] });
    await scene.apply(deployment, 'one', config('example.com/a:1'));
    const refused = await scene.apply(
      deployment,
      'two',
      config('example.com/a:2'),
    );
    expect(refused.body.message).toBe(
      'Apply failed with 1 conflict: conflict with "one": .spec.template.spec.containers[name="app"].image',
    );
  });

  it('takes defaults back when what they replaced is no longer said', async () => {
    const deployment = `${scene.deployments}/defaulted`;
    const config = (spec: Record<string, unknown>) => {
      const plain = pausedDeployment('defaulted', {});
      return { ...plain, spec: { ...plain.spec, ...spec } };
    };
    await scene.apply(
      deployment,
      'one',
      config({ strategy: { type: 'Recreate' }, revisionHistoryLimit: 2 }),
    );
    const { body } = await scene.apply(deployment, 'one', config({}));
    expect(body.spec).toMatchObject({
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
      revisionHistoryLimit: 10,
    });
  });

  it('turns a Service into another kind of Service and back', async () => {
    const service = `/api/v1/namespaces/${scene.namespace}/services/turned`;
    const config = (spec: Record<string, unknown>) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'turned' },
      spec: { ports: [{ name: 'http', port: 80 }], ...spec },
    });
    const name = 'turned.elsewhere.svc.cluster.local';
    const away = config({ type: 'ExternalName', externalName: name });
    const here = config({ type: 'ClusterIP', selector: { app: 'turned' } });
    const shared = await scene.apply(service, 'one', away);
    expect(shared.body.spec).toMatchObject({
      type: 'ExternalName',
      externalName: name,
      ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
    });
    expect(shared.body.spec).not.toHaveProperty('clusterIP');
    const own = await scene.apply(service, 'one', here);
    expect(own.body.spec).toMatchObject({
      type: 'ClusterIP',
      selector: { app: 'turned' },
      clusterIP: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
      ports: [{ port: 80, targetPort: 80 }],
    });
    expect(own.body.spec).not.toHaveProperty('externalName');
    const back = await scene.apply(service, 'one', away);
    expect(back.body.spec).not.toHaveProperty('clusterIP');
    expect(back.body.spec).not.toHaveProperty('selector');
  });
}
