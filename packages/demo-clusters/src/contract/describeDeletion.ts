import { ContractScene, status } from './ContractScene';

/** How objects go. */
export function describeDeletion(scene: ContractScene): void {
  const remove = (name: string, body?: unknown) =>
    scene.client.call('DELETE', `${scene.configMaps}/${name}`, { body });

  it('deletes an object and says which', async () => {
    const { metadata } = await scene.configMap('gone', {});
    const answer = await remove('gone');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: { name: 'gone', kind: 'configmaps', uid: metadata.uid },
    });
    const absent = status(404, 'NotFound', 'configmaps "gone" not found', {
      name: 'gone',
      kind: 'configmaps',
    });
    expect((await remove('gone')).body).toEqual(absent);
    const read = await scene.client.get(`${scene.configMaps}/gone`);
    expect(read.body).toEqual(absent);
  });

  it('names the group of what it does not find', async () => {
    const { body } = await scene.client.get(`${scene.deployments}/none`);
    expect(body).toEqual(
      status(404, 'NotFound', 'deployments.apps "none" not found', {
        name: 'none',
        group: 'apps',
        kind: 'deployments',
      }),
    );
  });

  it('deletes only what is still the same', async () => {
    const { metadata } = await scene.configMap('kept', {});
    const refusal = (message: string) =>
      status(
        409,
        'Conflict',
        `Operation cannot be fulfilled on ConfigMap "kept": ${message}`,
        { name: 'kept', kind: 'ConfigMap' },
      );
    const otherUid = await remove('kept', { preconditions: { uid: 'other' } });
    expect(otherUid.body).toEqual(
      refusal(
        `the UID in the precondition (other) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
      ),
    );
    const older = await remove('kept', {
      preconditions: { resourceVersion: '1' },
    });
    expect(older.body).toEqual(
      refusal(
        `the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
      ),
    );
    const { uid, resourceVersion } = metadata;
    const same = await remove('kept', {
      preconditions: { uid, resourceVersion },
    });
    expect(same.status).toBe(200);
  });

  it('keeps an object until its finalizers are gone', async () => {
    const finalizers = ['example.com/hold'];
    await scene.client.post(scene.configMaps, {
      metadata: { name: 'held', finalizers },
    });
    const answer = await remove('held');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      kind: 'ConfigMap',
      metadata: {
        name: 'held',
        finalizers,
        deletionTimestamp: expect.any(String),
        deletionGracePeriodSeconds: 0,
      },
    });
    const path = `${scene.configMaps}/held`;
    const again = await remove('held');
    expect(again.body.metadata.deletionTimestamp).toBe(
      answer.body.metadata.deletionTimestamp,
    );
    const released = await scene.mergePatch(path, {
      metadata: { finalizers: null },
    });
    expect(released.status).toBe(200);
    expect((await scene.client.get(path)).status).toBe(404);
  });

  it('deletes all that a selector means', async () => {
    await scene.configMap('many-1', { batch: 'one' });
    await scene.configMap('many-2', { batch: 'one' });
    await scene.configMap('many-3', { batch: 'two' });
    const answer = await scene.client.call(
      'DELETE',
      `${scene.configMaps}?labelSelector=batch%3Done`,
    );
    expect(answer.status).toBe(200);
    expect(answer.body.kind).toBe('ConfigMapList');
    expect(answer.body.items).toHaveLength(2);
    const left = await scene.client.get(
      `${scene.configMaps}?labelSelector=batch`,
    );
    expect(left.body.items?.map(item => item.metadata.name)).toEqual([
      'many-3',
    ]);
  });

  it('refuses methods that make no sense', async () => {
    const refusal = status(
      405,
      'MethodNotAllowed',
      'the server does not allow this method on the requested resource',
      {},
    );
    const create = await scene.client.post(`${scene.configMaps}/a`, {});
    expect(create.body).toEqual(refusal);
    const patch = await scene.client.call('PATCH', scene.configMaps, {
      body: {},
    });
    expect(patch.body).toEqual(refusal);
  });
}
