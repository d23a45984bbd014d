import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  LogRecord,
  LogResume,
  LogStreamRequest,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  DefaultClusterConnection,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import {
  ControlPlane,
  startControlPlane,
  waitUntil,
} from '@domaindeck/control-plane';
import { LogStream } from '../../logs/stream/LogStream';
import { ViewPlaces } from '../../logs/stream/ViewPlaces';
import { RuntimeLog } from './__testUtils__/RuntimeLog';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

const PODS = ['api-0', 'api-1'];
const PATIENCE = { limit: 60_000, interval: 100 };

describeReal('logs of a real cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'logs-'));
  const logs = PODS.map(pod => RuntimeLog.create(join(folder, pod)));
  const before = RuntimeLog.create(join(folder, 'before'));
  let plane: ControlPlane;
  let connection: DefaultClusterConnection;

  // The first start may have to build the programs.
  beforeAll(async () => {
    before.write(20, 'the run before says');
    logs.forEach(log => log.write(50, 'early'));
    plane = await startControlPlane({
      clusters: ['dev-1'],
      logs: PODS.map((pod, index) => ({
        namespace: 'pay',
        pod,
        file: logs[index].file,
        previousFile: before.file,
      })),
    });
    const [cluster] = plane.clusters;
    await cluster.apply(writeWorld(folder));
    connection = DefaultClusterConnection.create({
      cluster: clusterDefinition({
        name: 'dev-1',
        url: cluster.url,
        caData: Buffer.from(cluster.ca).toString('base64'),
      }),
      credentials: {
        getCredential: async () => ({
          type: 'bearer token',
          token: cluster.tokens.portal,
        }),
      },
    });
    await waitUntil(
      async () => {
        const answers = await Promise.all(
          PODS.map(async pod => {
            const { status, body } = await connection.get(
              `/api/v1/namespaces/pay/pods/${pod}/log?tailLines=1`,
            );
            await body.text();
            return status;
          }),
        );
        return answers.every(status => status === 200) || undefined;
      },
      { ...PATIENCE, otherwise: () => 'no pod has a log' },
    );
  }, 900_000);

  afterAll(async () => {
    await connection?.close();
    await plane?.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  function open(request: LogStreamRequest, signal: AbortSignal) {
    return LogStream.batches({
      scene: {
        workloads: () => PODS.map(podWorkload),
        clusters: () => [],
        skewOf: () => undefined,
        connectionOf: () => connection,
        listen: () => () => {},
      },
      entityRef: 'domain:default/payments',
      request,
      clock: systemClock,
      random: Math.random,
      slots: ViewPlaces.create(10),
      signal,
      shutdown: new AbortController().signal,
    });
  }

  async function readAll(request: LogStreamRequest): Promise<string[]> {
    const lines: string[] = [];
    for await (const batch of open(
      { ...request, follow: false },
      new AbortController().signal,
    )) {
      lines.push(...linesOf(batch));
    }
    return lines;
  }

  it('reads the end, a part, and the run before', async () => {
    const all = await readAll({});
    const times = all.map(line => line.slice(0, 30));
    expect(times).toEqual([...times].sort());
    expect(all.sort()).toEqual(logs.flatMap(({ written }) => written).sort());
    const tail = await readAll({ tail: 5 });
    expect(tail.sort()).toEqual(
      logs.flatMap(({ written }) => written.slice(-5)).sort(),
    );
    const [since] = logs[0].written[40].split(' ');
    const part = await readAll({ since });
    expect(part.every(line => line >= since)).toBe(true);
    expect(part).toContain(logs[0].written[40]);
    const previous = await readAll({ previous: true });
    expect(previous.sort()).toEqual(
      [...before.written, ...before.written].sort(),
    );
  }, 120_000);

  it('follows both pods over lost connections, each line once', async () => {
    const resume = LogResume.create();
    const shown: string[] = [];
    const gaps: LogRecord[] = [];
    const wanted = () => logs.flatMap(({ written }) => written);
    for (let round = 0; round < 4; round += 1) {
      const leave = new AbortController();
      const done = (async () => {
        for await (const batch of open(
          resume.next({ tail: 10_000 }),
          leave.signal,
        )) {
          for (const record of batch) {
            gaps.push(...(record.type === 'gap' ? [record] : []));
            if (resume.accept(record)) {
              shown.push(...linesOf([record]));
            }
          }
        }
      })();
      logs.forEach(log => log.write(200, `round ${round} says`));
      await waitUntil(
        async () => shown.length >= wanted().length || undefined,
        {
          ...PATIENCE,
          otherwise: () => `${shown.length} of ${wanted().length} lines came`,
        },
      );
      // Nobody is there while these are written.
      leave.abort();
      await done;
      logs.forEach(log => log.write(30, 'unseen'));
    }
    expect(gaps).toEqual([]);
    const missing = wanted().filter(line => !shown.includes(line));
    expect(missing).toHaveLength(60);
    expect(missing.every(line => line.includes('unseen'))).toBe(true);
    expect(shown).toHaveLength(wanted().length - 60);
    expect(new Set(shown).size).toBe(shown.length);
  }, 240_000);
});

function linesOf(records: readonly LogRecord[]): string[] {
  return records.flatMap(record =>
    record.type === 'line' ? [`${record.at} ${record.text}`] : [],
  );
}

function writeWorld(folder: string): string {
  const file = join(folder, 'world.yaml');
  const objects = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'pay' } },
    ...PODS.map(name => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'pay' },
      spec: {
        containers: [{ name: 'api', image: 'registry.example.com/api:1' }],
      },
    })),
  ];
  writeFileSync(
    file,
    objects.map(object => `---\n${JSON.stringify(object)}\n`).join(''),
  );
  return file;
}

/** As the cache has it: a pod that was started again once. */
function podWorkload(name: string): Workload {
  return {
    id: `dev-1/pay/Pod/${name}`,
    cluster: 'dev-1',
    namespace: 'pay',
    kind: 'Pod',
    name,
    uid: `uid-${name}`,
    images: [],
    version: '1',
    replicas: { desired: 1, ready: 1, updated: 1, available: 1 },
    health: 'healthy',
    problems: [],
    restarts: 1,
    createdAt: '2026-11-01T00:00:00Z',
    pods: [
      {
        name,
        uid: `pod-${name}`,
        phase: 'Running',
        ready: true,
        restarts: 1,
        containers: [
          {
            name: 'api',
            role: 'main',
            state: 'running',
            ready: true,
            restarts: 1,
            lastEnd: { exitCode: 1, reason: 'Error' },
          },
        ],
      },
    ],
  };
}
