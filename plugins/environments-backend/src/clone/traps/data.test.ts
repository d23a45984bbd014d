import { blocks, workload, planShop } from '../__testUtils__/shopCase';

import { KubernetesObject } from '../../objects';

import {
  codes,
  loadBaseline,
  manifest,
  planInput,
  planOf,
} from '../__testUtils__/planCase';

describe('data and secrets', () => {
  it('is shared with a warning, or starts empty when asked for', () => {
    const shared = planOf('voting', ['result']);
    expect(shared.plan.warnings[0]).toMatchObject({
      code: 'shared-data',
      severity: 'danger',
      wayOut: { action: 'empty-copy', services: ['db'] },
    });
    const empty = planOf('voting', ['result'], {
      specification: { share: { db: 'empty' } },
    });
    expect(codes(empty)).not.toContain('shared-data result');
    expect(empty.plan.services.map(one => [one.name, one.chosen])).toEqual([
      ['result', true],
      ['db', false],
    ]);
    expect(manifest(empty, 'PersistentVolumeClaim', 'db-data')).toMatchObject({
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'standard',
        resources: { requests: { storage: '5120Mi' } },
      },
    });
    expect(
      blocks(
        planOf('voting', ['result'], {
          specification: { share: { nothing: 'empty' } },
        }),
      ),
    ).toEqual(['service-unknown']);
  });

  it('asks for secrets that may not be copied, copies those that may, and never holds a value', () => {
    const { plan, secretCopies, manifests } = planOf('voting', [
      'result',
      'db',
    ]);
    expect(plan.pendingSecrets).toEqual([
      {
        name: 'db-credentials',
        type: 'Opaque',
        keys: ['password', 'username'],
        services: ['result', 'db'],
      },
    ]);
    expect(secretCopies).toEqual([]);
    expect(manifests.some(one => one.object.kind === 'Secret')).toBe(false);
    expect(
      planOf('voting', ['db'], { input: { givenSecrets: ['db-credentials'] } })
        .plan.pendingSecrets,
    ).toEqual([]);
    const policy = {
      ...planInput(loadBaseline('voting'), []).policy,
      copyableSecrets: ['db-credentials'],
    };
    const listed = planOf('voting', ['db'], { input: { policy } });
    expect(listed.secretCopies).toEqual([
      {
        name: 'db-credentials',
        namespace: 'vote',
        keys: ['password', 'username'],
      },
    ]);
    expect(manifest(listed, 'Secret', 'db-credentials')).not.toHaveProperty(
      'data',
    );
    expect(
      planOf('booking', ['ts-order-service']).secretCopies.map(one => one.name),
    ).toEqual(['ts-order-mysql']);
    // Optional ones are not asked for.
    expect(
      planOf('streaming', ['order-api']).plan.pendingSecrets.map(
        one => one.name,
      ),
    ).toEqual(['orders-db']);
  });

  it('takes what makes a secret in its place', () => {
    const external = (kind: string, name: string, spec: object) =>
      ({
        apiVersion: 'external-secrets.io/v1',
        kind,
        metadata: { name },
        spec,
      } as KubernetesObject);
    const app = workload(
      'app',
      {},
      { envFrom: [{ secretRef: { name: 'fares-key' } }] },
    );
    const objects = [
      app,
      external('ExternalSecret', 'fares', {
        target: { name: 'fares-key' },
        secretStoreRef: { kind: 'SecretStore', name: 'vault' },
      }),
      external('SecretStore', 'vault', {
        provider: {
          vault: {
            auth: { tokenSecretRef: { name: 'vault-token', key: 'token' } },
          },
        },
      }),
    ];
    const result = planShop(objects, [{ name: 'app' }]);
    expect(
      result.manifests
        .filter(one => one.step === 'settings')
        .map(one => one.object.kind),
    ).toEqual(['SecretStore', 'ExternalSecret']);
    expect(result.plan.pendingSecrets.map(one => one.name)).toEqual([
      'vault-token',
    ]);
  });
});
