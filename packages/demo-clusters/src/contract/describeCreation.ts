import { ContractScene, status } from './ContractScene';

/** How objects come into being. */
export function describeCreation(scene: ContractScene): void {
  const create = (body: unknown) => scene.client.post(scene.configMaps, body);

  it('creates an object and gives it an identity', async () => {
    const answer = await create({
      metadata: { name: 'first', labels: { a: 'b' } },
      data: { k: 'v' },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: {
        name: 'first',
        namespace: scene.namespace,
        labels: { a: 'b' },
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resourceVersion: expect.stringMatching(/^\d+$/),
      },
      data: { k: 'v' },
    });
    const read = await scene.client.get(`${scene.configMaps}/first`);
    expect(read.body).toEqual(answer.body);
  });

  it('makes up the end of a name', async () => {
    const { body } = await create({ metadata: { generateName: 'made-' } });
    expect(body.metadata.name).toMatch(/^made-[a-z0-9]{5}$/);
  });

  it('fills in the defaults of a Deployment and ignores a status', async () => {
    const { body } = await scene.client.post(scene.deployments, {
      metadata: { name: 'defaults' },
      spec: {
        paused: true,
        replicas: 0,
        selector: { matchLabels: { a: 'b' } },
        template: {
          metadata: { labels: { a: 'b' } },
          spec: { containers: [{ name: 'app', image: 'example.com/a:1' }] },
        },
      },
      status: { replicas: 7 },
    });
    expect(body).toMatchObject({
      metadata: { generation: 1 },
      spec: {
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
        },
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        template: {
          spec: {
            restartPolicy: 'Always',
            terminationGracePeriodSeconds: 30,
            containers: [{ imagePullPolicy: 'IfNotPresent' }],
          },
        },
      },
      status: {},
    });
    expect(body.status).not.toHaveProperty('replicas');
  });

  it('keeps the texts of a Secret as it keeps bytes', async () => {
    const secrets = `/api/v1/namespaces/${scene.namespace}/secrets`;
    const { body } = await scene.client.post(secrets, {
      metadata: { name: 'texts' },
      data: { bytes: 'Ynl0ZXM=' },
      stringData: { text: 'text' },
    });
    const kept = { bytes: 'Ynl0ZXM=', text: 'dGV4dA==' };
    expect(body).toMatchObject({ type: 'Opaque', data: kept });
    expect(body).not.toHaveProperty('stringData');
    const config = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'texts' },
      stringData: { more: 'more' },
    };
    const applied = await scene.apply(`${secrets}/texts`, 'one', config);
    expect(applied.body.data).toEqual({ ...kept, more: 'bW9yZQ==' });
    const again = await scene.apply(`${secrets}/texts`, 'one', config);
    expect(again.body.data).toEqual(applied.body.data);
  });

  it('refuses a second one of a name', async () => {
    await create({ metadata: { name: 'twice' } });
    const answer = await create({ metadata: { name: 'twice' } });
    expect(answer.body).toEqual(
      status(409, 'AlreadyExists', 'configmaps "twice" already exists', {
        name: 'twice',
        kind: 'configmaps',
      }),
    );
  });

  it('refuses an object without a name', async () => {
    const { body } = await create({ metadata: {} });
    expect(body).toEqual(
      status(
        422,
        'Invalid',
        'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required',
        {
          kind: 'ConfigMap',
          causes: [
            {
              reason: 'FieldValueRequired',
              message: 'Required value: name or generateName is required',
              field: 'metadata.name',
            },
          ],
        },
      ),
    );
  });

  it('refuses a name that is none', async () => {
    const { body } = await create({ metadata: { name: 'Bad_Name' } });
    expect(body).toMatchObject({
      code: 422,
      reason: 'Invalid',
      message: expect.stringContaining('a lowercase RFC 1123 subdomain must'),
      details: {
        name: 'Bad_Name',
        kind: 'ConfigMap',
        causes: [{ reason: 'FieldValueInvalid', field: 'metadata.name' }],
      },
    });
  });

  it('refuses what belongs elsewhere', async () => {
    const elsewhere = await create({ metadata: { name: 'a', namespace: 'b' } });
    expect(elsewhere.body).toEqual(
      status(
        400,
        'BadRequest',
        'the namespace of the provided object does not match the namespace sent on the request',
      ),
    );
    const nowhere = await scene.client.post(
      '/api/v1/namespaces/none/configmaps',
      { metadata: { name: 'a' } },
    );
    expect(nowhere.body).toEqual(
      status(404, 'NotFound', 'namespaces "none" not found', {
        name: 'none',
        kind: 'namespaces',
      }),
    );
  });

  it('refuses what it cannot read', async () => {
    const broken = await scene.client.call('POST', scene.configMaps, {
      rawBody: '{bad',
    });
    expect(broken.body).toMatchObject({ code: 400, reason: 'BadRequest' });
    const other = await create({
      kind: 'Secret',
      apiVersion: 'v1',
      metadata: { name: 'a' },
    });
    expect(other.body).toMatchObject({
      code: 400,
      reason: 'BadRequest',
      message: expect.stringMatching(
        /^Secret in version "v1" cannot be handled as a ConfigMap/,
      ),
    });
    const versioned = await create({
      metadata: { name: 'a', resourceVersion: '5' },
    });
    expect(versioned.body).toEqual(
      status(
        500,
        undefined,
        'resourceVersion should not be set on objects to be created',
      ),
    );
  });
}
