import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import permissionBackend from '@backstage/plugin-permission-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionModuleAccess from '@domaindeck/backstage-plugin-permission-backend-module-access';
import { waitUntil } from '@domaindeck/control-plane';
import { DemoCluster, startDemoCluster } from '@domaindeck/demo-clusters';
import { actingHttpAuth, demoCatalog } from '../../__testUtils__';
import { workloadsPlugin } from '../../plugin';
import {
  CANARY_OBJECTS,
  canaryWorld,
  dyingWords,
} from './__testUtils__/canaryWorld';
import { readOperations, requestFor } from './__testUtils__/contract';

/** A log of the portal that keeps what it is told. */
function createLog() {
  const lines: string[] = [];
  const keep =
    (level: string) =>
    (message: string, meta?: unknown): void => {
      const detail =
        meta instanceof Error ? meta.stack : JSON.stringify(meta ?? {});
      lines.push(`${level} ${message} ${detail}`);
    };
  const logger = mockServices.rootLogger.mock({
    debug: keep('debug'),
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
    child: () => logger,
  });
  return { lines, logger };
}

describe('secrets in a cluster', () => {
  const canary = `canary${randomBytes(8).toString('hex')}`;
  const shapes = [canary, Buffer.from(canary).toString('base64')];
  const folder = mkdtempSync(join(tmpdir(), 'canaries-'));
  const { lines, logger } = createLog();
  let cluster: DemoCluster;
  let send: (path: string, init?: RequestInit) => Promise<string>;
  let stop = async () => {};

  /** Where a text shows a canary, with what stands around it. */
  function found(text: string): string[] {
    return shapes.flatMap(shape => {
      const at = text.indexOf(shape);
      return at < 0 ? [] : [text.slice(Math.max(0, at - 80), at + 20)];
    });
  }

  beforeAll(async () => {
    cluster = await startDemoCluster({
      world: canaryWorld('dev-1', canary),
      live: false,
    });
    const [pod] = cluster.list('v1', 'Pod', 'payments');
    const told = await fetch(
      `${cluster.url}/api/v1/namespaces/payments/pods/${pod.metadata.name}/status`,
      {
        method: 'PATCH',
        headers: {
          'content-type': 'application/merge-patch+json',
          authorization: `Bearer ${cluster.token}`,
        },
        body: JSON.stringify(dyingWords(canary)),
      },
    );
    if (told.status !== 200) {
      throw new Error(`The pod's status was refused with ${told.status}`);
    }
    const backend = await startTestBackend({
      features: [
        workloadsPlugin,
        actingHttpAuth,
        permissionBackend,
        permissionModuleAccess,
        catalogServiceMock.factory({ entities: [...demoCatalog] }),
        logger.factory ?? mockServices.rootLogger.factory(),
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            access: {
              grants: [
                {
                  subject: 'user:default/operator',
                  domains: 'all',
                  role: 'operator',
                },
              ],
            },
            kubernetes: {
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: 'dev-1',
                      url: cluster.url,
                      authProvider: 'serviceAccount',
                      serviceAccountToken: cluster.token,
                    },
                  ],
                },
              ],
            },
            workloads: { clusters: { 'dev-1': { tier: 'development' } } },
          },
        }),
      ],
    });
    const base = `http://localhost:${backend.server.port()}/api/workloads`;
    send = async (path, init) => {
      const response = await fetch(`${base}${path}`, {
        ...init,
        headers: {
          'content-type': 'application/json',
          authorization: mockCredentials.user.header('user:default/operator'),
        },
      });
      const type = response.headers.get('content-type');
      if (response.ok && type?.includes('ndjson')) {
        const { value } = await response.body!.getReader().read();
        return new TextDecoder().decode(value);
      }
      return response.text();
    };
    stop = async () => {
      await backend.stop();
      await cluster.stop();
    };
    const list = '/entities/domain/default/payments/workloads';
    await waitUntil(
      async () => (await send(list)).includes('was refused') || undefined,
      { limit: 60_000, interval: 100, otherwise: () => lines.join('\n') },
    );
  }, 90_000);

  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  it('are in no answer', async () => {
    const target = {
      entity: 'payments',
      cluster: 'dev-1',
      namespace: 'payments',
      workload: 'pricing',
    };
    const answers = new Map<string, string>();
    for (const operation of await readOperations()) {
      const { method, path, body } = requestFor(operation, target);
      answers.set(operation.id, await send(path, { method, body }));
    }
    const [pod] = cluster.list('v1', 'Pod', 'payments');
    for (const object of [
      ...CANARY_OBJECTS,
      `core/v1/pods/${pod.metadata.name}`,
      'core/v1/events/pricing.1',
    ]) {
      answers.set(
        object,
        await send(`/clusters/dev-1/namespaces/payments/objects/${object}`),
      );
    }
    process.stdout.write(
      `canaries: ${answers.size} answers, ${
        [...answers.values()].join('').length
      } characters\n`,
    );
    expect(
      [...answers].flatMap(([what, text]) =>
        found(text).map(place => `${what}: ${place}`),
      ),
    ).toEqual([]);
    // The answers do tell of the objects that hold them.
    expect(answers.get('GetWorkload')).toContain('was refused');
    expect(answers.get('GetEntityEvents')).toContain('cannot reach postgres');
    expect(answers.get('core/v1/secrets/bank')).toContain('"password"');
    expect(answers.get('core/v1/configmaps/settings')).toContain('DB_PASSWORD');
  });

  it('are in no line of the log', async () => {
    await send(
      '/clusters/dev-1/namespaces/payments/objects/core/v1/secrets/%00',
    );
    expect(lines.flatMap(found)).toEqual([]);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('are nowhere in the memory of the cache', async () => {
    const file = join(folder, 'cache.heapsnapshot');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        resolvePackagePath(
          '@domaindeck/backstage-plugin-workloads-backend',
          'src/tests/negative/__testUtils__/snapshotHeap.ts',
        ),
        cluster.url,
        cluster.token,
        file,
      ],
      {
        cwd: resolvePackagePath(
          '@domaindeck/backstage-plugin-workloads-backend',
        ),
      },
    );
    const { pods } = JSON.parse(stdout) as { pods: string[] };
    const heap = readFileSync(file, 'utf8');
    // The search can find what is there.
    expect(heap).toContain(pods[0]);
    expect(found(heap)).toEqual([]);
  }, 60_000);
});
