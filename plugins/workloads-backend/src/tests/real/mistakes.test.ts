import {
  AuditedRequest,
  ControlPlane,
  RealCluster,
  waitUntil,
} from '@domaindeck/control-plane';
import { entity } from '../../__testUtils__';
import { WorldWriter } from '../differential/__testUtils__/WorldWriter';
import {
  CLIMBING_PATHS,
  FORGED_HEADERS,
} from '../negative/__testUtils__/attempts';
import { Answer, Caller } from '../negative/__testUtils__/Caller';
import { witnessGrants } from '../negative/__testUtils__/matrixRoles';
import { Portal } from '../negative/__testUtils__/startPortal';
import { anybodyRights } from './__testUtils__/anybodyRights';
import { applyObjects } from './__testUtils__/applyObjects';
import {
  startMatrixClusters,
  startMatrixPortal,
} from './__testUtils__/matrixClusters';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

const objectIn = (cluster: string, namespace: string, name: string) =>
  `/clusters/${cluster}/namespaces/${namespace}/objects/apps/v1/deployments/${name}`;
const OBJECT = objectIn('dev-1', 'payments-dev', 'pricing');
const LIST = '/entities/domain/default/payments/workloads';

/** Where each cluster may be asked by who may everything. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'dev-1': 'payments-dev',
  'prod-sh': 'payments-prod',
  'partner-kl': 'payments-partner',
};

/** The mistakes of `negative/mistakes.test.ts`, judged by what real API servers wrote down of what reached them. */
describeReal('no mistake of others reaches a real API server:', () => {
  const counts = { tried: 0, reached: 0 };
  let plane: ControlPlane;
  let portal: Portal;
  let developer: Caller;
  let markers = 0;

  // The first start may have to build the programs.
  beforeAll(async () => {
    plane = await startMatrixClusters();
    for (const cluster of plane.clusters) {
      await applyObjects(cluster, anybodyRights);
    }
    const payments = { domains: ['domain:default/payments'] };
    portal = await startMatrixPortal(plane, {
      access: {
        grants: [
          {
            ...payments,
            subject: 'user:default/dev-one',
            where: { tiers: ['development'] },
            role: 'developer',
          },
          ...witnessGrants,
        ],
      },
    });
    developer = Caller.create(portal, 'dev-one');
  }, 900_000);

  afterAll(async () => {
    process.stdout.write(
      `mistakes over real API servers: ${counts.tried} requests tried, ${counts.reached} reached one\n`,
    );
    await portal?.stop();
    await plane?.stop();
  }, 60_000);

  function attempt(
    method: string,
    path: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    counts.tried += 1;
    return developer.send(method, path, { headers });
  }

  /** What was asked of a cluster beside the lists and watches of the cache. */
  function deedsIn(cluster: RealCluster): AuditedRequest[] {
    return cluster
      .portalRequests()
      .filter(({ verb }) => verb !== 'list' && verb !== 'watch');
  }

  /**
   * What reached the API servers while something was done. A server writes a line after its answer, so each is asked for
   * something that nobody else asks for at the end; when that line is there, so are those before it.
   */
  async function reachedWhile(
    doing: () => Promise<unknown>,
  ): Promise<(AuditedRequest & { readonly cluster: string })[]> {
    const before = plane.clusters.map(cluster => deedsIn(cluster).length);
    await doing();
    const witness = Caller.create(portal, 'viewer-of-all');
    const reached = await Promise.all(
      plane.clusters.map(async (cluster, index) => {
        const { name } = cluster;
        const marker = `marker-${(markers += 1)}`;
        await witness.send('GET', objectIn(name, NAMESPACES[name], marker));
        return waitUntil(
          async () => {
            const deeds = deedsIn(cluster).slice(before[index]);
            const end = deeds.findIndex(({ uri }) => uri.endsWith(marker));
            return end < 0
              ? undefined
              : deeds.slice(0, end).map(deed => ({ ...deed, cluster: name }));
          },
          {
            limit: 10_000,
            interval: 50,
            otherwise: () => `${name} wrote nothing of ${marker}`,
          },
        );
      }),
    );
    counts.reached += reached.flat().length;
    return reached.flat();
  }

  const asked = {
    cluster: 'dev-1',
    verb: 'get',
    uri: '/apis/apps/v1/namespaces/payments-dev/deployments/pricing',
    status: 200,
    impersonated: undefined,
    sources: ['127.0.0.1'],
  };

  it('headers of the browser reach the cluster, Impersonate-* among them', async () => {
    let status = 0;
    const reached = await reachedWhile(async () => {
      ({ status } = await attempt('GET', OBJECT, FORGED_HEADERS));
    });
    expect(status).toBe(200);
    expect(reached).toEqual([asked]);
  });

  it('a token of the cluster opens the portal', async () => {
    const [{ tokens }] = plane.clusters;
    const reached = await reachedWhile(async () => {
      for (const token of [tokens.admin, tokens.portal]) {
        const { status } = await attempt('GET', OBJECT, {
          authorization: `Bearer ${token}`,
        });
        expect(status).toBe(401);
      }
    });
    expect(reached).toEqual([]);
  });

  it('the credential of one cluster is sent to another', async () => {
    // Each server refuses the tokens of the others, and would have written down none of them as the portal's.
    const witness = Caller.create(portal, 'viewer-of-all');
    const reached = await reachedWhile(async () => {
      for (const [cluster, namespace] of Object.entries(NAMESPACES)) {
        counts.tried += 1;
        const { status } = await witness.send(
          'GET',
          objectIn(cluster, namespace, 'pricing'),
        );
        expect([cluster, status]).toEqual([cluster, 200]);
      }
    });
    expect(reached.map(({ cluster, status }) => [cluster, status])).toEqual(
      plane.clusters.map(({ name }) => [name, 200]),
    );
  });

  it('another method is read out of the request', async () => {
    const reached = await reachedWhile(async () => {
      for (const [method, path] of [
        ['GET', OBJECT],
        ['GET', `${OBJECT}?_method=DELETE`],
        ['POST', `${OBJECT}?_method=GET`],
        ['DELETE', OBJECT],
        ['PUT', OBJECT],
        ['PATCH', OBJECT],
      ]) {
        await attempt(method, path, {
          'x-http-method-override': 'DELETE',
          'x-method': 'DELETE',
        });
      }
    });
    expect([...new Set(reached.map(({ verb }) => verb))]).toEqual(['get']);
    expect((await attempt('GET', OBJECT)).text).not.toContain(
      'deletionTimestamp',
    );
  });

  it('an error of the cluster shows what stood in it', async () => {
    const { status, text } = await attempt(
      'GET',
      '/clusters/dev-1/namespaces/payments-dev/objects/core/v1/secrets/bank',
    );
    expect(status).not.toBe(200);
    // Names whose RBAC it is, not the account nor its token.
    expect(text).toContain('dev-1');
    expect(text).not.toContain('domaindeck-portal');
    expect(text).not.toContain(plane.clusters[0].tokens.portal);
  });

  it('the cluster of the check is not the cluster of the deed', async () => {
    const reached = await reachedWhile(() =>
      attempt(
        'GET',
        `${OBJECT}?cluster=prod-sh&ns=payments-prod&namespace=payments-prod`,
        {
          'backstage-kubernetes-cluster': 'prod-sh',
          'x-cluster': 'prod-sh',
        },
      ),
    );
    // Unknown parameters may be refused or ignored, never followed.
    expect(reached.filter(({ uri }) => uri !== asked.uri)).toEqual([]);
    expect(reached.filter(({ cluster }) => cluster !== 'dev-1')).toEqual([]);
  });

  it('a path climbs out of the namespace', async () => {
    const reached = await reachedWhile(async () => {
      for (const path of CLIMBING_PATHS) {
        const { status } = await attempt('GET', path);
        expect([path, [400, 404].includes(status)]).toEqual([path, true]);
      }
    });
    expect(reached).toEqual([]);
  });

  it('an id of another domain, cluster or nobody opens with the rights of one’s own', async () => {
    const reached = await reachedWhile(async () => {
      for (const path of [
        objectIn('dev-1', 'rides-dev', 'matching'),
        objectIn('dev-1', 'legacy-batch', 'pricing'),
        objectIn('dev-1', 'kube-system', 'pricing'),
        objectIn('prod-sh', 'payments-prod', 'pricing'),
        objectIn('partner-kl', 'payments-partner', 'pricing'),
      ]) {
        const { status } = await attempt('GET', path);
        expect([path, status]).toEqual([path, 404]);
      }
    });
    expect(reached).toEqual([]);
  });

  it('annotations of an entity widen what its domain is bound to, or bring a cluster of their own', async () => {
    const { entities } = portal;
    const index = entities.findIndex(
      ({ metadata }) => metadata.name === 'pricing',
    );
    entities[index] = {
      ...entities[index],
      metadata: {
        ...entities[index].metadata,
        annotations: {
          'backstage.io/kubernetes-id': 'matching',
          'backstage.io/kubernetes-namespace': 'legacy-batch',
          'backstage.io/kubernetes-label-selector': 'nothing!=at-all',
          'backstage.io/kubernetes-cluster': 'prod-sh',
        },
      },
    };
    entities.push({
      ...entity('Resource', 'trap', ['partOf system:default/checkout']),
      metadata: {
        name: 'trap',
        annotations: {
          'kubernetes.io/api-server': plane.clusters[1].url,
          'kubernetes.io/auth-provider': 'serviceAccount',
          'kubernetes.io/skip-tls-verify': 'true',
        },
      },
      spec: { type: 'kubernetes-cluster' },
    });
    const reached = await reachedWhile(async () => {
      const { status, text } = await attempt(
        'GET',
        '/entities/component/default/pricing/workloads',
      );
      expect(status).toBe(200);
      expect(text).not.toMatch(/matching|legacy-batch|payments-prod/);
      expect((await attempt('GET', '/clusters')).text).not.toContain('trap');
      expect(
        (await attempt('GET', objectIn('trap', 'payments-dev', 'pricing')))
          .status,
      ).toBe(404);
    });
    expect(reached).toEqual([]);
  });

  it('what was listed opens after it went to another domain', async () => {
    const [{ name, url, ca, tokens }] = plane.clusters;
    expect((await attempt('GET', LIST)).text).toContain('payments-dev');
    const writer = WorldWriter.create({ name, url, ca, token: tokens.admin });
    const giveTo = (domain: string) =>
      writer.patch('/api/v1/namespaces/payments-dev', {
        metadata: { labels: { 'domaindeck.io/domain': domain } },
      });
    try {
      await giveTo('rides');
      const began = Date.now();
      await waitUntil(
        async () =>
          (await attempt('GET', OBJECT)).status === 404 ? true : undefined,
        { limit: 5_000, interval: 20, otherwise: () => 'it still opens' },
      );
      process.stdout.write(
        `a namespace that went to another domain was closed after ${
          Date.now() - began
        } ms\n`,
      );
      expect((await attempt('GET', LIST)).text).not.toContain('payments-dev');
    } finally {
      await giveTo('payments');
      await writer.stop();
    }
  }, 20_000);
});
