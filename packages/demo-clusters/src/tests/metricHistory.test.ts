import { resolve } from 'node:path';
import { DemoCluster } from '../cluster/DemoCluster';
import { DemoWorld, startDemoWorld } from '../cluster/startDemoWorld';
import { Pod } from '../player/objects';

const EXAMPLES = resolve(__dirname, '../../../../examples/kubernetes');
const NOW = Date.parse('2026-11-23T14:09:00Z');
const MINUTE = 60_000;
/** Of pricing 5.2.1 in production, as its manifest says. */
const RELEASED = NOW - 25 * MINUTE;

interface Series {
  readonly pod?: string;
  readonly container?: string;
  readonly workload?: string;
  readonly subject?: string;
  readonly measure: string;
  readonly unit?: string;
  readonly values: readonly (number | null)[];
}

/** What the demo's stores tell, against what the same clusters tell of their pods and logs. */
describe('the history of measures of the demo', () => {
  let now = NOW;
  let world: DemoWorld;
  let cluster: DemoCluster;
  const get = async (path: string) => {
    const answer = await fetch(`${cluster.url}${path}`, {
      headers: { authorization: `Bearer ${cluster.token}` },
    });
    return { status: answer.status, text: await answer.text() };
  };
  const series = async (
    panel: string,
    { namespace = 'payments-prod', from = NOW - 60 * MINUTE, to = now } = {},
  ): Promise<Series[]> => {
    const { text } = await get(
      `/demo/metrics/series?panel=${panel}&namespace=${namespace}&from=${from}&to=${to}&step=${MINUTE}`,
    );
    return (JSON.parse(text) as { items: Series[] }).items;
  };
  const valueAt = ({ values }: Series, at: number) =>
    values[(at - (NOW - 60 * MINUTE)) / MINUTE];
  const pods = (name: string) =>
    (cluster.list('v1', 'Pod', 'payments-prod') as Pod[]).filter(
      pod => pod.metadata.labels?.['app.kubernetes.io/name'] === name,
    );
  /** The largest of the values that pods of a service have at a moment. */
  const worst = (all: readonly Series[], name: string, at: number) =>
    Math.max(
      ...all
        .filter(({ pod }) => pod?.startsWith(`${name}-`))
        .map(one => valueAt(one, at) ?? 0),
    );

  beforeAll(async () => {
    world = await startDemoWorld({
      examples: EXAMPLES,
      clock: () => now,
      live: false,
    });
    cluster = world.cluster('prod-sh');
  });
  afterAll(() => world.stop());

  it('shows that latency and errors rose with the release, of this service alone', async () => {
    const latency = (await series('latency')).filter(
      ({ measure }) => measure === 'p95',
    );
    const errors = await series('errors');
    const before = RELEASED - 5 * MINUTE;
    const after = RELEASED + 15 * MINUTE;
    const rise = (all: readonly Series[], name: string) =>
      worst(all, name, after) / worst(all, name, before);
    expect(rise(latency, 'pricing')).toBeGreaterThan(2);
    expect(rise(errors, 'pricing')).toBeGreaterThan(5);
    for (const name of ['orders', 'gateway', 'risk', 'ledger']) {
      expect(rise(latency, name)).toBeLessThan(1.3);
      expect(rise(latency, name)).toBeGreaterThan(0.7);
    }
  });

  it('has the pods of before, in whose log nothing of it is said, and those of now, in which it is', async () => {
    const isThere = (all: readonly Series[], at: number) =>
      new Set(
        all
          .filter(
            one => one.pod?.startsWith('pricing-') && valueAt(one, at) !== null,
          )
          .map(({ pod }) => pod),
      );
    const cpu = await series('cpu');
    const before = isThere(cpu, RELEASED - 5 * MINUTE);
    const after = isThere(cpu, NOW - MINUTE);
    expect(before.size).toBe(3);
    expect(after.size).toBe(3);
    expect([...before].filter(pod => after.has(pod))).toEqual([]);
    const { items } = JSON.parse(
      (await get('/demo/logs/runs?namespace=payments-prod')).text,
    ) as { items: { id: number; pod: string; container: string }[] };
    const linesOf = async (names: ReadonlySet<string | undefined>) => {
      const runs = items
        .filter(({ pod, container }) => names.has(pod) && container === 'app')
        .map(({ id }) => `run=${id}`);
      const { text } = await get(
        `/demo/logs/lines?${runs.join('&')}&from=${
          NOW - 60 * MINUTE
        }&to=${NOW}`,
      );
      return text;
    };
    expect(await linesOf(before)).not.toContain('fare cache was locked');
    expect(await linesOf(after)).toContain('fare cache was locked');
  });

  it('counts the restarts that the pods tell, the kills among them, and the memory before them', async () => {
    const all = await series('restarts');
    const [troubled] = pods('pricing').filter(
      ({ status }) => (status.containerStatuses?.[0].restartCount ?? 0) > 0,
    );
    const { name } = troubled.metadata;
    const [{ restartCount, lastState, state }] =
      troubled.status.containerStatuses ?? [];
    const own = all.filter(one => one.pod === name && one.container === 'app');
    const last = (measure: string) =>
      own.find(one => one.measure === measure)?.values.at(-1);
    expect(last('restarts')).toBe(restartCount);
    expect(last('oom')).toBe(1);
    const counts = own
      .find(({ measure }) => measure === 'restarts')!
      .values.filter(value => value !== null);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBe(restartCount + 1);
    // Just before it was killed it was full.
    const killed = state.terminated ?? lastState.terminated;
    const at = Date.parse(killed!.finishedAt) - 2_000;
    const [memory] = (await series('memory', { from: at, to: at })).filter(
      one => one.pod === name && one.measure === 'usage',
    );
    expect(memory.values[0]).toBeGreaterThan(0.9 * 512 * 2 ** 20);
    expect(memory.values[0]).toBeLessThan(512 * 2 ** 20);
  });

  it('tells of pods that are wanted, there and ready as the cluster does', async () => {
    const all = await series('replicas');
    const latest = (measure: string, name: string) =>
      all.filter(
        one =>
          one.measure === measure &&
          (one.pod?.startsWith(`${name}-`) || one.workload === name) &&
          one.values.at(-1),
      );
    expect(latest('pods', 'pricing')).toHaveLength(3);
    expect(latest('desired', 'pricing')[0].values.at(-1)).toBe(3);
    const ready = pods('pricing').filter(({ status }) =>
      status.conditions?.some(
        ({ type, status: value }) => type === 'Ready' && value === 'True',
      ),
    );
    expect(latest('ready', 'pricing')).toHaveLength(ready.length);
    // A pod whose image is missing is there and never ready.
    cluster = world.cluster('test-1');
    const test = await series('replicas', { namespace: 'payments-test' });
    cluster = world.cluster('prod-sh');
    const missing = test.filter(
      ({ pod, measure, values }) =>
        pod?.startsWith('risk-') && measure === 'ready' && values.at(-1) === 0,
    );
    expect(missing).toHaveLength(1);
  });

  it('tells of the quota what the cluster has counted', async () => {
    const { status } = cluster.get(
      'v1',
      'ResourceQuota',
      'payments-prod',
      'payments',
    ) as unknown as {
      status: { used: Record<string, string>; hard: Record<string, string> };
    };
    const cores = (text: string) =>
      text.endsWith('m') ? Number.parseInt(text, 10) / 1000 : Number(text);
    const all = await series('quota', { from: NOW, to: NOW });
    expect(all.map(({ subject }) => subject).sort()).toEqual([
      'pods',
      'requests.cpu',
      'requests.memory',
    ]);
    const share = (name: string) =>
      all.find(({ subject }) => subject === name)!.values[0];
    for (const name of ['pods', 'requests.cpu']) {
      expect(share(name)).toBeCloseTo(
        cores(status.used[name]) / cores(status.hard[name]),
        6,
      );
    }
    expect(share('requests.cpu')).toBeGreaterThan(0.7);
    expect(share('requests.cpu')).toBeLessThan(1);
  });

  it('shows volumes that fill, and for how long there is room', async () => {
    cluster = world.cluster('dev-1');
    const all = await series('volumes', { namespace: 'payments-dev' });
    cluster = world.cluster('prod-sh');
    const of = (measure: string) =>
      all.find(
        one =>
          one.pod === 'fares-db-0' &&
          one.subject === 'data-fares-db-0' &&
          one.measure === measure,
      )!;
    const used = of('used').values.map(value => value ?? 0);
    const full = of('full').values.map(value => value ?? 0);
    expect(of('full').unit).toBe('seconds');
    expect(used).toEqual([...used].sort((a, b) => a - b));
    expect(used.at(-1)).toBeGreaterThan(0.8);
    expect(used.at(-1)).toBeLessThan(1);
    // At the pace of the last hour it is full when it says so.
    const pace = (used.at(-1)! - used[0]) / 3_600;
    expect(full.at(-1)! / ((1 - used.at(-1)!) / pace)).toBeCloseTo(1, 2);
    expect(full.at(-1)! / 86_400).toBeGreaterThan(1);
    expect(full.at(-1)! / 86_400).toBeLessThan(7);
  });

  it('throttles what has a limit of CPU and comes near to it, and nothing else', async () => {
    const all = await series('throttling');
    expect(all.length).toBeGreaterThan(0);
    expect(all.every(({ pod }) => pod?.startsWith('pricing-'))).toBe(true);
    const cpu = (await series('cpu')).filter(
      one => one.pod?.startsWith('pricing-') && one.container === 'app',
    );
    for (const { pod, values } of cpu) {
      const throttled = all.find(one => one.pod === pod)!.values;
      values.forEach((cores, index) => {
        expect(cores ?? 0).toBeLessThanOrEqual(0.3);
        // It waits while it uses more than half of its 300m.
        expect((throttled[index] ?? 0) > 0).toBe((cores ?? 0) > 0.15);
      });
    }
    const waits = all
      .flatMap(({ values }) => values)
      .filter(value => (value ?? 0) > 0.01);
    expect(waits.length).toBeGreaterThan(10);
  });

  it('agrees with what is told of now, knows nothing of later, and only what was asked for', async () => {
    const { text } = await get(
      '/apis/metrics.k8s.io/v1beta1/namespaces/payments-prod/pods',
    );
    const told = (
      JSON.parse(text) as {
        items: {
          metadata: { name: string };
          timestamp: string;
          containers: { name: string; usage: { cpu: string } }[];
        }[];
      }
    ).items;
    const at = Date.parse(told[0].timestamp);
    const cpu = await series('cpu', { from: at, to: at });
    expect(told.length).toBeGreaterThan(20);
    for (const { metadata, containers } of told) {
      for (const { name, usage } of containers) {
        const [own] = cpu.filter(
          one => one.pod === metadata.name && one.container === name,
        );
        expect(own.values[0]).toBeCloseTo(
          Number.parseInt(usage.cpu, 10) / 1e9,
          6,
        );
      }
    }
    const later = await series('cpu', { to: NOW + 10 * MINUTE });
    expect(later[0].values).toHaveLength(71);
    expect(later[0].values.slice(-10)).toEqual(new Array(10).fill(null));
    expect(await series('quota', { namespace: 'none' })).toEqual([]);
    const panels = JSON.parse(
      (await get('/demo/metrics/panels?namespace=payments-prod')).text,
    ) as { items: string[] };
    expect(panels.items).toEqual(expect.arrayContaining(['latency', 'disk']));
    const none = JSON.parse(
      (await get('/demo/metrics/panels?namespace=none')).text,
    ) as { items: string[] };
    expect(none.items).toEqual([]);
    expect((await get('/demo/metrics/series?panel=cpu')).status).toBe(400);
    expect((await get('/demo/metrics/else')).status).toBe(404);
  });

  it('remembers a rollout and a scaling, and forgets them after a day', async () => {
    const old = new Set(pods('notifier').map(({ metadata }) => metadata.name));
    cluster.rollout('payments-prod', 'notifier', '9.9.9');
    const deployment = cluster.get(
      'apps/v1',
      'Deployment',
      'payments-prod',
      'ledger',
    )!;
    const begun = now;
    for (let second = 0; second < 120; second += 1) {
      now += 1_000;
      cluster.tick();
    }
    cluster.apply({
      ...deployment,
      spec: { ...(deployment.spec as object), replicas: 6 },
    });
    const scaledAt = now;
    for (let second = 0; second < 60; second += 1) {
      now += 1_000;
      cluster.tick();
    }
    const names = new Set(
      (await series('cpu', { to: now })).map(({ pod }) => pod),
    );
    expect([...old].every(name => names.has(name))).toBe(true);
    const desired = (
      await series('replicas', { from: begun, to: scaledAt + MINUTE })
    ).find(
      ({ workload, measure }) => measure === 'desired' && workload === 'ledger',
    );
    expect(desired?.values).toEqual([4, 4, 6, 6]);
    now += 25 * 3_600_000;
    const later = new Set(
      (await series('cpu', { from: begun - MINUTE, to: begun })).map(
        ({ pod }) => pod,
      ),
    );
    expect([...old].some(name => later.has(name))).toBe(false);
  });
});
