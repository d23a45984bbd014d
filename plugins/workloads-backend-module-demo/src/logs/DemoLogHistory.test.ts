import { ConfigReader } from '@backstage/config';
import {
  LogHistoryQuery,
  LogHistorySource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { DemoCluster, startDemoCluster } from '@domaindeck/demo-clusters';
import { createDemoLogHistory } from './createDemoLogHistory';

const START = Date.parse('2026-11-24T10:00:00Z');
const labels = { app: 'pricing' };

describe('the history of a demo cluster', () => {
  let now = START;
  let cluster: DemoCluster;
  let history: LogHistorySource;
  const configOf = (token: string) =>
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              { name: 'one', url: cluster.url, serviceAccountToken: token },
            ],
          },
        ],
      },
    });
  const podName = () => cluster.list('v1', 'Pod', 'demo')[0].metadata.name;
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1000;
      cluster.tick();
    }
  };
  const question = (part: Partial<LogHistoryQuery> = {}): LogHistoryQuery => ({
    scopes: [{ namespace: 'demo', pods: ['pricing-.*'], container: 'pricing' }],
    from: `${new Date(START).toISOString().slice(0, 19)}.000000000Z`,
    to: `${new Date(now).toISOString().slice(0, 19)}.000000000Z`,
    include: [],
    exclude: [],
    signal: new AbortController().signal,
    ...part,
  });
  const search = (part: Partial<LogHistoryQuery> = {}, limit = 10_000) =>
    history.search({ ...question(part), direction: 'backward', limit });
  const served = async (query: string) => {
    const answer = await fetch(
      `${
        cluster.url
      }/api/v1/namespaces/demo/pods/${podName()}/log?timestamps=true&${query}`,
      { headers: { authorization: `Bearer ${cluster.token}` } },
    );
    return (await answer.text()).split('\n').slice(0, -1);
  };

  beforeAll(async () => {
    cluster = await startDemoCluster({
      world: {
        name: 'one',
        kubernetesVersion: 'v1.36.3',
        nodes: 1,
        manifests: [
          { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'demo' } },
        ],
      },
      clock: () => now,
      live: false,
    });
    cluster.apply({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'pricing', namespace: 'demo', labels },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: {
            labels,
            annotations: {
              'demo.domaindeck.io/behaviour': 'out-of-memory',
              'demo.domaindeck.io/behaviour-after': '2m',
            },
          },
          spec: {
            containers: [
              { name: 'pricing', image: 'registry.example.com/pricing:1.0.0' },
            ],
          },
        },
      },
    });
    history = createDemoLogHistory(configOf(cluster.token), 'one');
    pass(400);
  });
  afterAll(() => cluster.stop());

  it('has the very lines that the pod serves, and those of the runs that the node has given up', async () => {
    const { lines, more, scanned } = await search();
    const stored = lines.map(({ at, text }) => `${at} ${text}`);
    const current = await served('');
    const before = await served('previous=true');
    expect(current.length).toBeGreaterThan(10);
    expect(stored.slice(-current.length)).toEqual(current);
    expect(stored).toEqual(expect.arrayContaining(before));
    expect(stored.length).toBeGreaterThan(current.length + before.length);
    expect(stored[0]).toContain('pricing 1.0.0 starts');
    expect(more).toBe(false);
    expect(scanned).toBe(lines.length);
  });

  it('pages from either end and counts as it searches', async () => {
    const { lines: all } = await search();
    const last = await search({}, 7);
    expect(last).toMatchObject({ lines: all.slice(-7), more: true });
    const first = await history.search({
      ...question(),
      direction: 'forward',
      limit: 7,
    });
    expect(first).toMatchObject({ lines: all.slice(0, 7), more: true });
    const { counts } = await history.count({ ...question(), step: 60_000 });
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    expect(counts.every(({ at }) => (at - START) % 60_000 === 0)).toBe(true);
  });

  it('gives only what is asked for, by text, expression and level', async () => {
    const { lines: all } = await search();
    const { lines } = await search({
      include: [{ text: 'outofmemoryerror' }],
    });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ text }) => text.includes('OutOfMemoryError'))).toBe(
      true,
    );
    const without = await search({
      exclude: [{ text: 'outofmemory.*space$', regex: true }],
    });
    expect(without.lines).toHaveLength(all.length - lines.length);
    const errors = await search({ levels: ['error'] });
    expect(errors.lines.length).toBeGreaterThanOrEqual(lines.length);
    expect(errors.lines.length).toBeLessThan(all.length);
  });

  it('gives nothing from outside its scopes', async () => {
    for (const scope of [
      { namespace: 'other' },
      { namespace: 'demo', pods: ['pric'] },
      { namespace: 'demo', container: 'sidecar' },
    ]) {
      await expect(search({ scopes: [scope] })).resolves.toMatchObject({
        lines: [],
        more: false,
      });
    }
  });

  it('keeps the lines of a pod that is gone, up to its end', async () => {
    const name = podName();
    cluster.remove('v1', 'Pod', 'demo', name);
    pass(60);
    const { lines } = await search({
      scopes: [{ namespace: 'demo', pods: [name] }],
    });
    expect(lines.length).toBeGreaterThan(100);
    expect(Date.parse(lines.at(-1)?.at ?? '')).toBeLessThan(now - 50_000);
  });

  it('says in one sentence when the store refuses', async () => {
    const refused = createDemoLogHistory(configOf('wrong'), 'one');
    await expect(refused.status(new AbortController().signal)).rejects.toThrow(
      "The demo's log store of one gives no lines: it answers 401",
    );
  });
});
