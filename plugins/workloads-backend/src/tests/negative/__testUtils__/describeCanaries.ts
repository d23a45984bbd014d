import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { WorkloadDetail } from '@domaindeck/backstage-plugin-workloads-common';
import { waitUntil } from '@domaindeck/control-plane';
import { World } from '@domaindeck/demo-clusters';
import { WorldWriter } from '../../differential/__testUtils__/WorldWriter';
import { CANARY_OBJECTS, canaryWorld, dyingWords } from './canaryWorld';
import { readOperations, requestFor } from './contract';
import { RecordedLog } from './RecordedLog';
import { Portal, startPortal } from './startPortal';

/** A cluster that holds the canaries. */
export interface CanaryCluster {
  readonly url: string;
  /** PEM; none where the URL is plain http. */
  readonly ca?: string;
  /**
   * The portal's, and that of who writes: it may read everything, Secrets too, so that nothing but the portal stands
   * between them and an answer.
   */
  readonly token: string;
  stop(): Promise<void>;
}

const TARGET = {
  entity: 'payments',
  cluster: 'dev-1',
  namespace: 'payments',
  workload: 'pricing',
};
const NAMESPACE = '/clusters/dev-1/namespaces/payments';
const PATIENCE = { limit: 30_000, interval: 100 };

/**
 * Declares the tests that look for planted secrets in all that a portal gives away. They hold over an embedded API server
 * and over a real one.
 *
 * @param kind - of the server, for the report
 * @param start - brings up a server that is called `dev-1` and holds the world given
 */
export function describeCanaries(
  kind: string,
  start: (world: World) => Promise<CanaryCluster>,
): void {
  const canary = `canary${randomBytes(8).toString('hex')}`;
  const shapes = [canary, Buffer.from(canary).toString('base64')];
  const folder = mkdtempSync(join(tmpdir(), 'canaries-'));
  const log = RecordedLog.create();
  let cluster: CanaryCluster;
  let portal: Portal;
  let pod: string;

  /** Where a text shows a canary, with what stands around it. */
  function found(text: string): string[] {
    return shapes.flatMap(shape => {
      const at = text.indexOf(shape);
      return at < 0 ? [] : [text.slice(Math.max(0, at - 80), at + 20)];
    });
  }

  async function send(path: string, init?: RequestInit): Promise<string> {
    const response = await fetch(
      `http://localhost:${portal.server.port()}/api/workloads${path}`,
      {
        ...init,
        headers: {
          'content-type': 'application/json',
          authorization: mockCredentials.user.header('user:default/operator'),
        },
      },
    );
    const type = response.headers.get('content-type');
    if (response.ok && type?.includes('ndjson')) {
      const reader = response.body!.getReader();
      const { value } = await reader.read();
      await reader.cancel();
      return new TextDecoder().decode(value);
    }
    return response.text();
  }

  /** A pod that runs: before that, whoever plays the kubelet has not had its say yet. */
  async function runningPod(): Promise<string> {
    const path = `${NAMESPACE}/workloads/Deployment/pricing`;
    let seen = '';
    return waitUntil(
      async () => {
        seen = await send(path);
        const { workload } = JSON.parse(seen) as Partial<WorkloadDetail>;
        return workload?.pods.find(({ ready }) => ready)?.name;
      },
      {
        ...PATIENCE,
        otherwise: () => `No pod runs: ${seen}\n${log.lines.join('\n')}`,
      },
    );
  }

  beforeAll(async () => {
    cluster = await start(canaryWorld('dev-1', canary));
    const { url, ca, token } = cluster;
    portal = await startPortal({
      clusters: [
        { name: 'dev-1', url, ca, token, settings: { tier: 'development' } },
      ],
      access: {
        grants: [
          {
            subject: 'user:default/operator',
            domains: 'all',
            role: 'operator',
          },
        ],
      },
      logger: log.logger,
    });
    pod = await runningPod();
    const writer = WorldWriter.create({ name: 'dev-1', url, ca, token });
    expect(
      await writer.patch(
        `/api/v1/namespaces/payments/pods/${pod}/status`,
        dyingWords(canary),
      ),
    ).toBe(true);
    await writer.stop();
    let seen = '';
    const list = '/entities/domain/default/payments/workloads';
    await waitUntil(
      async () => {
        seen = await send(list);
        return seen.includes('was refused') || undefined;
      },
      { ...PATIENCE, otherwise: () => seen },
    );
    // The first start of a real server may have to build the programs.
  }, 900_000);

  afterAll(async () => {
    await portal?.stop();
    await cluster?.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('are in no answer', async () => {
    const answers = new Map<string, string>();
    for (const operation of await readOperations()) {
      const { method, path, body } = requestFor(operation, TARGET);
      answers.set(operation.id, await send(path, { method, body }));
    }
    for (const object of [
      ...CANARY_OBJECTS,
      `core/v1/pods/${pod}`,
      'core/v1/events/pricing.1',
    ]) {
      answers.set(object, await send(`${NAMESPACE}/objects/${object}`));
    }
    process.stdout.write(
      `canaries in ${kind}: ${answers.size} answers, ${
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
  }, 60_000);

  it('are in no line of the log', async () => {
    await send(`${NAMESPACE}/objects/core/v1/secrets/%00`);
    expect(log.lines.flatMap(found)).toEqual([]);
    expect(log.lines.length).toBeGreaterThan(0);
  });

  it('are nowhere in the memory of the cache', async () => {
    const file = join(folder, 'cache.heapsnapshot');
    const root = resolvePackagePath(
      '@domaindeck/backstage-plugin-workloads-backend',
    );
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        join(root, 'src/tests/negative/__testUtils__/snapshotHeap.ts'),
        cluster.url,
        cluster.token,
        file,
        Buffer.from(cluster.ca ?? '').toString('base64'),
      ],
      { cwd: root },
    );
    const { pods } = JSON.parse(stdout) as { pods: string[] };
    const heap = readFileSync(file, 'utf8');
    process.stdout.write(
      `canaries in ${kind}: ${heap.length} characters of heap\n`,
    );
    // The search can find what is there.
    expect(pods).toContain(pod);
    expect(heap).toContain(pod);
    expect(found(heap)).toEqual([]);
  }, 60_000);
}
