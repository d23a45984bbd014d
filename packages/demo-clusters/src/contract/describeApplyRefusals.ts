import { ContractScene, status } from './ContractScene';
import { pausedDeployment } from './pausedDeployment';

/** What server-side apply does not take. */
export function describeApplyRefusals(scene: ContractScene): void {
  const path = (name: string) => `${scene.configMaps}/${name}`;
  const configMap = (name: string, more: Record<string, unknown> = {}) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name },
    ...more,
  });

  it('refuses what it cannot apply', async () => {
    const call = (query: string, body: unknown) =>
      scene.client.call('PATCH', `${path('odd')}${query}`, {
        body,
        contentType: 'application/apply-patch+yaml',
      });
    const nobody = await call('', configMap('odd'));
    expect(nobody.body).toEqual(
      status(
        422,
        'Invalid',
        'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
        {
          group: 'meta.k8s.io',
          kind: 'PatchOptions',
          causes: [
            {
              reason: 'FieldValueRequired',
              message: 'Required value: is required for apply patch',
              field: 'fieldManager',
            },
          ],
        },
      ),
    );
    const kindless = await call('?fieldManager=one', {
      metadata: { name: 'odd' },
    });
    expect(kindless.body).toEqual(
      status(400, 'BadRequest', 'invalid object type: /, Kind='),
    );
    const renamed = await call('?fieldManager=one', configMap('other'));
    expect(renamed.body).toEqual(
      status(
        400,
        'BadRequest',
        'the name of the object (other) does not match the name on the URL (odd)',
      ),
    );
    const elsewhere = await call(
      '?fieldManager=one',
      configMap('odd', { metadata: { name: 'odd', namespace: 'elsewhere' } }),
    );
    expect(elsewhere.body).toMatchObject({ code: 400, reason: 'BadRequest' });
    const managed = await call(
      '?fieldManager=one',
      configMap('odd', { metadata: { name: 'odd', managedFields: [] } }),
    );
    expect(managed.body).toEqual(
      status(400, 'BadRequest', 'metadata.managedFields must be nil'),
    );
    const known = await call(
      '?fieldManager=one',
      configMap('odd', { metadata: { name: 'odd', uid: 'gone' } }),
    );
    expect(known.body).toMatchObject({ code: 409, reason: 'Conflict' });
    const nameless = await scene.apply(
      `${scene.deployments}/odd`,
      'one',
      pausedDeployment('odd', { containers: [{ image: 'example.com/a:1' }] }),
    );
    expect(nameless.body).toMatchObject({
      code: 422,
      message:
        'Deployment.apps "odd" is invalid: spec.template.spec.containers[0].name: Required value',
    });
    const twice = await scene.apply(
      `${scene.deployments}/odd`,
      'one',
      pausedDeployment('odd', {
        containers: [
          { name: 'app', image: 'example.com/a:1' },
          { name: 'app', image: 'example.com/a:2' },
        ],
      }),
    );
    expect(twice.body).toEqual(
      status(
        500,
        undefined,
        'failed to create typed patch object (/odd; apps/v1, Kind=Deployment): .spec.template.spec.containers: duplicate entries for key [name="app"]',
      ),
    );
  });
}
