import { ContractScene, status } from './ContractScene';
import { pausedDeployment } from './pausedDeployment';

const MODIFIED =
  'the object has been modified; please apply your changes to the latest version and try again';

/** How objects change. */
export function describeUpdates(scene: ContractScene): void {
  const path = (name: string) => `${scene.configMaps}/${name}`;
  const replace = (name: string, body: unknown) =>
    scene.client.call('PUT', path(name), { body });
  const conflict = (name: string, message: unknown) =>
    status(409, 'Conflict', message, { name, kind: 'configmaps' });

  it('replaces an object and keeps its identity', async () => {
    const created = await scene.configMap('whole', { a: 'b' }, { k: 'v' });
    const answer = await replace('whole', {
      metadata: {
        name: 'whole',
        resourceVersion: created.metadata.resourceVersion,
      },
      data: { k: 'w' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      metadata: { name: 'whole', uid: created.metadata.uid },
      data: { k: 'w' },
    });
    expect(answer.body.metadata.labels).toBeUndefined();
    expect(answer.body.metadata.resourceVersion).not.toBe(
      created.metadata.resourceVersion,
    );
  });

  it('refuses to replace what has changed since', async () => {
    await scene.configMap('stale', {});
    const metadata = { name: 'stale', resourceVersion: '1' };
    const answer = await replace('stale', { metadata });
    expect(answer.body).toEqual(
      conflict(
        'stale',
        `Operation cannot be fulfilled on configmaps "stale": ${MODIFIED}`,
      ),
    );
    const other = await replace('stale', {
      metadata: { name: 'stale', uid: 'another' },
    });
    expect(other.body).toEqual(
      conflict(
        'stale',
        expect.stringContaining('UID in precondition: another'),
      ),
    );
  });

  it('refuses to replace what is another or is not', async () => {
    await scene.configMap('one', {});
    const other = await replace('one', { metadata: { name: 'two' } });
    expect(other.body).toEqual(
      status(
        400,
        'BadRequest',
        'the name of the object (two) does not match the name on the URL (one)',
      ),
    );
    const none = await replace('none', { metadata: { name: 'none' } });
    expect(none.body).toEqual(
      status(404, 'NotFound', 'configmaps "none" not found', {
        name: 'none',
        kind: 'configmaps',
      }),
    );
  });

  it('merges a patch: null removes, the rest stays', async () => {
    await scene.configMap('merged', { a: '1', b: '2' }, { x: '1', y: '2' });
    const answer = await scene.mergePatch(path('merged'), {
      metadata: { labels: { a: null, c: '3' } },
      data: { x: null, z: '3' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body.metadata.labels).toEqual({ b: '2', c: '3' });
    expect(answer.body.data).toEqual({ y: '2', z: '3' });
  });

  it('makes no new version of a patch that changes nothing', async () => {
    const created = await scene.configMap('same', {}, { x: '1' });
    const { body } = await scene.mergePatch(path('same'), { data: { x: '1' } });
    expect(body.metadata.resourceVersion).toBe(
      created.metadata.resourceVersion,
    );
  });

  it('refuses patches that it cannot apply', async () => {
    await scene.configMap('firm', {});
    const stale = await scene.mergePatch(path('firm'), {
      metadata: { resourceVersion: '1' },
      data: { x: '1' },
    });
    expect(stale.body).toEqual(
      conflict(
        'firm',
        `Operation cannot be fulfilled on configmaps "firm": ${MODIFIED}`,
      ),
    );
    const strange = await scene.client.call('PATCH', path('firm'), {
      body: {},
      contentType: 'application/x-strange',
    });
    expect(strange.body).toEqual(
      status(415, 'UnsupportedMediaType', '415: Unsupported Media Type', {}),
    );
    const none = await scene.mergePatch(path('none'), {});
    expect(none.body).toMatchObject({ code: 404, reason: 'NotFound' });
    const broken = await scene.client.call('PATCH', path('firm'), {
      rawBody: '{bad',
      contentType: 'application/merge-patch+json',
    });
    expect(broken.body).toMatchObject({ code: 400, reason: 'BadRequest' });
    const renamed = await scene.mergePatch(path('firm'), {
      metadata: { name: 'other' },
    });
    expect(renamed.body).toMatchObject({ code: 400, reason: 'BadRequest' });
  });

  it('merges lists by their keys where the patch is strategic', async () => {
    const deployment = `${scene.deployments}/strategic`;
    const env = (...names: string[]) =>
      names.map(name => ({ name, value: '1' }));
    await scene.client.post(
      scene.deployments,
      pausedDeployment('strategic', {
        containers: [
          { name: 'app', image: 'example.com/a:1', env: env('A', 'B') },
          { name: 'side', image: 'example.com/side:1' },
        ],
        volumes: [{ name: 'data', emptyDir: {} }],
      }),
    );
    const patch = (spec: unknown) =>
      scene.strategicPatch(deployment, { spec: { template: { spec } } });
    const changed = await patch({
      containers: [
        {
          name: 'app',
          image: 'example.com/a:2',
          env: [{ name: 'B', value: '2' }, ...env('C')],
        },
      ],
    });
    expect(changed.status).toBe(200);
    expect(changed.body.spec).toMatchObject({
      template: {
        spec: {
          containers: [
            {
              name: 'app',
              image: 'example.com/a:2',
              env: expect.arrayContaining([
                { name: 'A', value: '1' },
                { name: 'B', value: '2' },
                { name: 'C', value: '1' },
              ]),
            },
            { name: 'side', image: 'example.com/side:1' },
          ],
        },
      },
    });
    const removed = await patch({
      containers: [
        { name: 'side', $patch: 'delete' },
        { name: 'app', env: [{ $patch: 'replace' }, ...env('D')] },
      ],
      volumes: null,
    });
    const { template } = removed.body.spec as {
      template: { spec: Record<string, unknown> };
    };
    expect(template.spec.containers).toMatchObject([
      { name: 'app', image: 'example.com/a:2', env: env('D') },
    ]);
    expect(template.spec.containers).toHaveLength(1);
    expect(template.spec).not.toHaveProperty('volumes');
  });

  it('puts the items of a strategic patch in the order that it asks for', async () => {
    await scene.client.post(
      scene.deployments,
      pausedDeployment('ordered', {
        containers: [
          { name: 'b', image: 'example.com/b:1' },
          { name: 'c', image: 'example.com/c:1' },
        ],
      }),
    );
    const { body } = await scene.strategicPatch(
      `${scene.deployments}/ordered`,
      {
        spec: {
          template: {
            spec: {
              '$setElementOrder/containers': [
                { name: 'a' },
                { name: 'b' },
                { name: 'c' },
              ],
              containers: [{ name: 'a', image: 'example.com/a:1' }],
            },
          },
        },
      },
    );
    const { containers } = (
      body.spec as {
        template: { spec: { containers: { name: string }[] } };
      }
    ).template.spec;
    expect(containers.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('refuses to change what cannot change', async () => {
    const { spec } = pausedDeployment('fixed', {});
    const metadata = { name: 'fixed' };
    const sets = `/apis/apps/v1/namespaces/${scene.namespace}/statefulsets`;
    await scene.client.post(scene.deployments, { metadata, spec });
    const { paused, ...rest } = spec;
    await scene.client.post(sets, { metadata, spec: rest });
    const labels = { app: 'fixed', more: 'x' };
    const selected = await scene.mergePatch(`${scene.deployments}/fixed`, {
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels } },
      },
    });
    expect(selected.body).toMatchObject({
      code: 422,
      message: `Deployment.apps "fixed" is invalid: spec.selector: Invalid value: ${JSON.stringify(
        { matchLabels: labels },
      )}: field is immutable`,
    });
    const unmatched = await scene.mergePatch(`${scene.deployments}/fixed`, {
      spec: { template: { metadata: { labels: { app: 'other' } } } },
    });
    expect(unmatched.body).toMatchObject({
      code: 422,
      message: `Deployment.apps "fixed" is invalid: spec.template.metadata.labels: Invalid value: {"app":"other"}: \`selector\` does not match template \`labels\``,
    });
    const renamed = await scene.mergePatch(`${sets}/fixed`, {
      spec: { serviceName: 'other' },
    });
    expect(renamed.body).toMatchObject({
      code: 422,
      message:
        "StatefulSet.apps \"fixed\" is invalid: spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    });
  });

  it('refuses force without apply', async () => {
    await scene.configMap('forced', {});
    const { body } = await scene.mergePatch(`${path('forced')}?force=true`, {});
    expect(body).toMatchObject({
      code: 422,
      message:
        'PatchOptions.meta.k8s.io "" is invalid: force: Forbidden: may not be specified for non-apply patch',
    });
  });

  it('writes spec and status through paths of their own', async () => {
    const deployment = `${scene.deployments}/split`;
    await scene.client.post(scene.deployments, {
      metadata: { name: 'split' },
      spec: {
        paused: true,
        replicas: 0,
        selector: { matchLabels: { a: 'b' } },
        template: {
          metadata: { labels: { a: 'b' } },
          spec: { containers: [{ name: 'app', image: 'example.com/a:1' }] },
        },
      },
    });
    const state = await scene.mergePatch(`${deployment}/status`, {
      status: { readyReplicas: 2, replicas: 3 },
      spec: { minReadySeconds: 9 },
    });
    expect(state.body).toMatchObject({
      metadata: { generation: 1 },
      status: { readyReplicas: 2, replicas: 3 },
    });
    expect(state.body.spec).not.toHaveProperty('minReadySeconds');
    const spec = await scene.mergePatch(deployment, {
      status: { replicas: 9 },
      spec: { minReadySeconds: 4 },
    });
    expect(spec.body).toMatchObject({
      metadata: { generation: 2 },
      spec: { minReadySeconds: 4 },
    });
    expect(spec.body.status).not.toMatchObject({ replicas: 9 });
    const read = await scene.client.get(`${deployment}/status`);
    expect(read.body.kind).toBe('Deployment');
  });
}
