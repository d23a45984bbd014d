import { mockCredentials } from '@backstage/backend-test-utils';
import { ChangePage } from '@domaindeck/backstage-plugin-workloads-common';
import request from 'supertest';
import {
  deploymentObject,
  startWorkloadsBackend,
  WorkloadsBackend,
} from '../__testUtils__';

const PAYMENTS = 'domain:default/payments';
const REVISION = 'deployment.kubernetes.io/revision';

/** A ReplicaSet of a Deployment of the demo world. */
function replicaSet(
  namespace: string,
  name: string,
  revision: number,
  at: string,
) {
  const object = deploymentObject(namespace, name, {
    image: `registry.example.com/${name}:1.${revision}.0`,
  });
  return {
    ...object,
    metadata: {
      ...object.metadata,
      name: `${name}-${revision}`,
      uid: `${namespace}-${name}-${revision}`,
      creationTimestamp: at,
      annotations: { [REVISION]: String(revision) },
      ownerReferences: [
        {
          kind: 'Deployment',
          name,
          uid: `${namespace}-${name}`,
          controller: true,
        },
      ],
    },
  };
}

describe('what changed, over HTTP', () => {
  let backend: WorkloadsBackend;

  beforeAll(async () => {
    backend = await startWorkloadsBackend({
      access: {
        grants: [
          {
            subject: 'group:default/checkout-engineering',
            domains: [PAYMENTS],
            where: { tiers: ['development'] },
            role: 'viewer',
          },
        ],
      },
    });
    for (const [cluster, namespace] of [
      ['dev-1', 'payments-dev'],
      ['prod-sh', 'payments-prod'],
    ]) {
      for (const [revision, at] of [
        [1, '2026-10-01T00:00:00Z'],
        [2, '2026-10-31T20:00:00Z'],
      ] as const) {
        backend.reader.put(
          cluster,
          'replicasets',
          replicaSet(namespace, 'pricing', revision, at),
        );
      }
    }
    backend.clock.advance(60_000);
    backend.reader.put(
      'dev-1',
      'deployments',
      deploymentObject('payments-dev', 'ledger', { replicas: 5 }),
    );
  });

  async function changes(
    query = '',
    person = 'owner-three',
    entity = 'domain/default/payments',
  ): Promise<ChangePage> {
    const { body, status } = await request(backend.server)
      .get(`/api/workloads/entities/${entity}/changes${query}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${person}`),
      );
    expect([status, body.error?.message]).toEqual([200, undefined]);
    return body;
  }

  it('are told newest first, with component, system and tier', async () => {
    const { items, clusters, nextCursor } = await changes();
    expect(clusters.map(({ name }) => name)).toEqual(['dev-1', 'prod-sh']);
    expect(nextCursor).toBeUndefined();
    expect(items.map(({ type, at }) => [type, at])).toEqual([
      ['scaling', '2026-11-01T00:01:00.000Z'],
      ['release', '2026-10-31T20:00:00Z'],
      ['release', '2026-10-31T20:00:00Z'],
      ['release', '2026-10-01T00:00:00Z'],
      ['release', '2026-10-01T00:00:00Z'],
    ]);
    expect(items[0]).toMatchObject({
      object: { kind: 'Deployment', name: 'ledger' },
      environment: 'dev-1/payments-dev',
      tier: 'development',
      componentRef: 'component:default/ledger',
      systemRef: 'system:default/books',
      from: 2,
      to: 5,
      outcome: 'succeeded',
    });
    expect(items[1]).toMatchObject({
      type: 'release',
      from: '1.1.0',
      to: '1.2.0',
      outcome: 'succeeded',
    });
  });

  it('are only those of environments that the caller views', async () => {
    const { items, clusters } = await changes('', 'dev-one');
    expect(clusters.map(({ name }) => name)).toEqual(['dev-1']);
    expect(items.map(({ environment }) => environment)).toEqual([
      'dev-1/payments-dev',
      'dev-1/payments-dev',
      'dev-1/payments-dev',
    ]);
  });

  it('are those of the entity, of a time, of a type, of a workload', async () => {
    const ids = async (query: string, entity?: string) =>
      (await changes(query, 'owner-three', entity)).items.map(({ id }) =>
        id.split('/').slice(0, 1).concat(id.split('/').slice(3)),
      );
    expect(await ids('', 'component/default/ledger')).toHaveLength(1);
    expect(await ids('?since=2026-10-31T21%3A00%3A00Z')).toEqual([
      ['dev-1', 'ledger', 'scaling', '2026-11-01T00:01:00.000Z'],
    ]);
    expect(await ids('?type=release&since=2026-10-31T00%3A00%3A00Z')).toEqual([
      ['dev-1', 'pricing', 'release', '2'],
      ['prod-sh', 'pricing', 'release', '2'],
    ]);
    expect(
      await ids(
        `?workload=${encodeURIComponent(
          'prod-sh/payments-prod/Deployment/pricing',
        )}`,
      ),
    ).toEqual([
      ['prod-sh', 'pricing', 'release', '2'],
      ['prod-sh', 'pricing', 'release', '1'],
    ]);
  });

  it('come in pages that neither repeat nor hide any', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: ChangePage = await changes(
        `?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual((await changes()).items.map(({ id }) => id));
    const refused = await request(backend.server)
      .get('/api/workloads/entities/domain/default/payments/changes?cursor=x')
      .set(
        'authorization',
        mockCredentials.user.header('user:default/owner-three'),
      );
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('"cursor"');
  });
});
