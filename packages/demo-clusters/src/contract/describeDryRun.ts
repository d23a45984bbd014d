import { ContractScene, status } from './ContractScene';

/** Writes that only say what they would do. */
export function describeDryRun(scene: ContractScene): void {
  const path = (name: string) => `${scene.configMaps}/${name}`;
  const body = (name: string, data: Record<string, string>) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name },
    data,
  });
  const read = async (name: string) =>
    (await scene.client.get(path(name))).body;

  it('creates nothing', async () => {
    const created = await scene.client.post(
      `${scene.configMaps}?dryRun=All`,
      body('unborn', { x: '1' }),
    );
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      metadata: { name: 'unborn', uid: expect.any(String) },
      data: { x: '1' },
    });
    const applied = await scene.apply(
      path('unborn'),
      'one',
      body('unborn', { x: '1' }),
      '&dryRun=All',
    );
    expect(applied.status).toBe(201);
    expect(applied.body.metadata.managedFields).toHaveLength(1);
    expect(await read('unborn')).toMatchObject({ code: 404 });
  });

  it('changes nothing', async () => {
    const before = await scene.configMap('firm', {}, { x: '1' });
    const patched = await scene.mergePatch(`${path('firm')}?dryRun=All`, {
      data: { x: '2' },
    });
    expect(patched.body.data).toEqual({ x: '2' });
    const applied = await scene.apply(
      path('firm'),
      'one',
      body('firm', { x: '3' }),
      '&dryRun=All&force=true',
    );
    expect(applied.body.data).toEqual({ x: '3' });
    const replaced = await scene.client.call(
      'PUT',
      `${path('firm')}?dryRun=All`,
      { body: body('firm', { x: '4' }) },
    );
    expect(replaced.body.data).toEqual({ x: '4' });
    expect(await read('firm')).toEqual(before);
  });

  it('deletes nothing', async () => {
    const before = await scene.configMap('kept', {});
    const byQuery = await scene.client.call(
      'DELETE',
      `${path('kept')}?dryRun=All`,
    );
    expect(byQuery.status).toBe(200);
    const byBody = await scene.client.call('DELETE', path('kept'), {
      body: { dryRun: ['All'] },
    });
    expect(byBody.status).toBe(200);
    expect(await read('kept')).toEqual(before);
  });

  it('refuses as the write itself would', async () => {
    await scene.configMap('there', {});
    const again = await scene.client.post(
      `${scene.configMaps}?dryRun=All`,
      body('there', {}),
    );
    expect(again.body).toMatchObject({ code: 409, reason: 'AlreadyExists' });
    const partly = await scene.client.post(
      `${scene.configMaps}?dryRun=Some`,
      body('partly', {}),
    );
    expect(partly.body).toEqual(
      status(
        422,
        'Invalid',
        'CreateOptions.meta.k8s.io "" is invalid: dryRun: Unsupported value: ["Some"]: supported values: "All"',
        {
          group: 'meta.k8s.io',
          kind: 'CreateOptions',
          causes: [
            {
              reason: 'FieldValueNotSupported',
              message: 'Unsupported value: ["Some"]: supported values: "All"',
              field: 'dryRun',
            },
          ],
        },
      ),
    );
  });
}
