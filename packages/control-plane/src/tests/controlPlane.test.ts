import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ControlPlane, startControlPlane } from '../startControlPlane';
import {
  KubernetesClient,
  KubernetesObject,
} from '../cluster/KubernetesClient';
import { packagePath } from '../packagePath';
import { waitUntil } from '../process/waitUntil';
import { describeReal } from './describeReal';

const world = `
apiVersion: v1
kind: Namespace
metadata: { name: payments-dev }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ledger, namespace: payments-dev }
spec:
  replicas: 3
  podManagementPolicy: Parallel
  serviceName: ledger
  selector: { matchLabels: { app: ledger } }
  template:
    metadata:
      labels: { app: ledger }
      annotations:
        demo.domaindeck.io/behaviour: out-of-memory
        demo.domaindeck.io/behaviour-pods: '1'
    spec: { containers: [{ name: main, image: 'registry.example.com/ledger:1' }] }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: risk, namespace: payments-dev }
spec:
  selector: { matchLabels: { app: risk } }
  template:
    metadata:
      labels: { app: risk }
      annotations: { demo.domaindeck.io/behaviour: image-missing }
    spec: { containers: [{ name: main, image: 'registry.example.com/risk:2' }] }
---
apiVersion: batch/v1
kind: Job
metadata: { name: settlement, namespace: payments-dev }
spec:
  backoffLimit: 0
  template:
    metadata:
      annotations: { demo.domaindeck.io/behaviour: crash }
    spec: { restartPolicy: Never, containers: [{ name: main, image: 'registry.example.com/s:1' }] }
`;

/** Reason for which a pod's first container waits, else its phase. */
function stateOf(pod: KubernetesObject): string | undefined {
  const status = pod.status as {
    phase?: string;
    containerStatuses?: { state?: { waiting?: { reason?: string } } }[];
  };
  return status.containerStatuses?.[0]?.state?.waiting?.reason ?? status.phase;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describeReal('a real control plane', () => {
  const folder = mkdtempSync(join(tmpdir(), 'control-plane-test-'));
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startControlPlane({ clusters: ['dev-1'] });
  }, 900_000);

  afterAll(async () => {
    await plane?.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('gives each account what it is for', async () => {
    const [cluster] = plane.clusters;
    const statusOf = async (token: string, path: string) => {
      const client = KubernetesClient.create({ ...cluster, token });
      const { status } = await client.send('GET', path);
      client.close();
      return status;
    };
    const { admin, portal, restricted } = cluster.tokens;
    expect(await statusOf(admin, '/api/v1/secrets')).toBe(200);
    expect(await statusOf(portal, '/api/v1/pods')).toBe(200);
    expect(await statusOf(portal, '/apis/apps/v1/deployments')).toBe(200);
    expect(await statusOf(portal, '/api/v1/secrets')).toBe(403);
    expect(await statusOf(restricted, '/api/v1/pods')).toBe(200);
    expect(await statusOf(restricted, '/api/v1/events')).toBe(403);
    expect(await statusOf('wrong', '/api/v1/pods')).toBe(401);
    expect(cluster.portalRequests()).toHaveLength(3);
  });

  it('plays the troubles of a world', async () => {
    const [cluster] = plane.clusters;
    const file = join(folder, 'world.yaml');
    writeFileSync(file, world);
    expect(await cluster.apply(file)).toBe(4);
    const client = KubernetesClient.create({
      ...cluster,
      token: cluster.tokens.admin,
    });
    let seen: Record<string, string | undefined> = {};
    const crashed = await waitUntil(
      async () => {
        const pods = await client.list('/api/v1/namespaces/payments-dev/pods');
        seen = Object.fromEntries(
          pods.map(pod => [pod.metadata.name, stateOf(pod)]),
        );
        const states = Object.values(seen);
        return states.filter(state => state === 'Running').length === 2 &&
          states.includes('CrashLoopBackOff') &&
          states.includes('ImagePullBackOff') &&
          states.includes('Failed')
          ? pods.find(pod => stateOf(pod) === 'CrashLoopBackOff')
          : undefined;
      },
      { limit: 60_000, interval: 300, otherwise: () => JSON.stringify(seen) },
    );
    expect(crashed.metadata.name).toMatch(/^ledger-\d$/);
    expect(crashed.status).toMatchObject({
      containerStatuses: [
        { lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } } },
      ],
    });
    const claims = await client.list(
      '/api/v1/namespaces/payments-dev/persistentvolumeclaims',
    );
    expect(claims.map(claim => claim.status?.phase)).toEqual([
      'Bound',
      'Bound',
      'Bound',
    ]);
    client.close();
  }, 90_000);

  it('ends every process when it is stopped, and removes what it wrote', async () => {
    const second = await startControlPlane({ clusters: 1, nodes: 1 });
    expect(second.pids.filter(isAlive)).toHaveLength(5);
    expect(existsSync(second.kubeconfig)).toBe(true);
    await second.stop();
    expect(second.pids.filter(isAlive)).toEqual([]);
    expect(existsSync(second.kubeconfig)).toBe(false);
  }, 120_000);

  it('leaves no process when whoever holds it is killed', async () => {
    const holder = spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        packagePath('src', 'tests', 'holdControlPlane.ts'),
        join(folder, 'held'),
      ],
      { cwd: packagePath(), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const pids = await new Promise<number[]>((resolve, reject) => {
      let text = '';
      holder.once('exit', code =>
        reject(new Error(`The holder ended with ${code}: ${text}`)),
      );
      holder.stdout.on('data', chunk => {
        text += chunk;
        const line = text
          .split('\n')
          .find(candidate => candidate.startsWith('['));
        if (line && text.endsWith('\n')) {
          resolve(JSON.parse(line));
        }
      });
    });
    expect(pids).toHaveLength(5);
    expect(pids.every(isAlive)).toBe(true);
    holder.kill('SIGKILL');
    await waitUntil(async () => (pids.some(isAlive) ? undefined : true), {
      limit: 10_000,
      interval: 100,
      otherwise: () => `alive: ${pids.filter(isAlive)}`,
    });
  }, 120_000);
});
