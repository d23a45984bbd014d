import { DemoCluster } from '../cluster/DemoCluster';
import { startDemoCluster } from '../cluster/startDemoCluster';
import { deploymentManifest } from '../testUtils/deploymentManifest';

const START = Date.parse('2026-11-24T10:00:00Z');
const LINE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z) (.+)$/;

describe('the log of a container', () => {
  let now = START;
  let cluster: DemoCluster;
  const pods = () => cluster.list('v1', 'Pod', 'demo');
  const ask = (query: string, name = pods()[0].metadata.name) =>
    fetch(`${cluster.url}/api/v1/namespaces/demo/pods/${name}/log?${query}`, {
      headers: { authorization: `Bearer ${cluster.token}` },
    });
  const get = async (query: string, name?: string) => {
    const answer = await ask(query, name);
    return { status: answer.status, text: await answer.text() };
  };
  const lines = async (query: string) =>
    (await get(`timestamps=true&${query}`)).text.split('\n').slice(0, -1);
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1000;
      cluster.tick();
    }
  };

  beforeAll(async () => {
    cluster = await startDemoCluster({
      world: {
        name: 'logs',
        kubernetesVersion: 'v1.36.3',
        nodes: 1,
        manifests: [
          {
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: { name: 'demo' },
          },
        ],
      },
      clock: () => now,
      live: false,
    });
    cluster.apply(
      deploymentManifest({
        name: 'pricing',
        replicas: 1,
        podAnnotations: {
          'demo.domaindeck.io/behaviour': 'out-of-memory',
          'demo.domaindeck.io/behaviour-after': '4m',
        },
      }),
    );
    pass(120);
  });
  afterAll(() => cluster.stop());

  it('says the same twice, in the order of time, each line with nanoseconds', async () => {
    const all = await lines('');
    expect(all.length).toBeGreaterThan(60);
    const times = all.map(line => LINE.exec(line)?.[1] ?? '');
    expect(times).toEqual([...times].sort());
    expect(times).not.toContain('');
    await expect(lines('')).resolves.toEqual(all);
  });

  it('gives the end of it, a part of it, and what came since a whole second', async () => {
    const all = await lines('');
    await expect(lines('tailLines=3')).resolves.toEqual(all.slice(-3));
    await expect(lines('tailLines=0')).resolves.toEqual([]);
    const half = LINE.exec(all[20])?.[1] ?? '';
    const since = await lines(`sinceTime=${half}`);
    expect(since).toEqual(
      all.filter(line => line.slice(0, 19) >= half.slice(0, 19)),
    );
    expect((await get('limitBytes=10')).text).toHaveLength(10);
  });

  it('follows until the container is killed, whose last words are kept for afterwards', async () => {
    const answer = await ask('timestamps=true&follow=true');
    // The head is there: it follows.
    pass(200);
    const text = await answer.text();
    expect(text).toContain('java.lang.OutOfMemoryError');
    expect(text.trimEnd().split('\n').at(-1)).toContain(
      'pricing.Scheduler.tick',
    );
    pass(20);
    await expect(get('timestamps=true&previous=true')).resolves.toEqual({
      status: 200,
      text,
    });
    const current = await lines('');
    expect(current[0]).toContain('run=1');
  });

  it.each([
    ['tailLines=-1', 422, 'must be greater than or equal to 0'],
    ['limitBytes=0', 422, 'must be greater than 0'],
    ['sinceSeconds=0', 422, 'must be greater than 0'],
    ['container=other', 400, 'container other is not valid for pod'],
  ])(
    'refuses %s in the words of the real server',
    async (query, code, words) => {
      const { status, text } = await get(query);
      expect(status).toBe(code);
      expect(JSON.parse(text).message).toContain(words);
    },
  );

  it('has none for a pod that there is not', async () => {
    await expect(get('', 'nobody')).resolves.toMatchObject({ status: 404 });
  });
});
