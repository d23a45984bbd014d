import { DemoCluster } from '../cluster/DemoCluster';
import { startDemoCluster } from '../cluster/startDemoCluster';
import { deploymentManifest } from '../testUtils/deploymentManifest';

const START = Date.parse('2026-11-24T10:00:00Z');

interface PodMetrics {
  readonly metadata: { readonly name: string };
  readonly timestamp: string;
  readonly containers: readonly {
    readonly name: string;
    readonly usage: { readonly cpu: string; readonly memory: string };
  }[];
}

describe('what pods use', () => {
  let now = START;
  let cluster: DemoCluster;
  const ask = async (token = cluster.token, namespace = 'demo') => {
    const answer = await fetch(
      `${cluster.url}/apis/metrics.k8s.io/v1beta1/namespaces/${namespace}/pods`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    const body = (await answer.json()) as { items: PodMetrics[] };
    return { status: answer.status, items: body.items };
  };
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1000;
      cluster.tick();
    }
  };

  beforeAll(async () => {
    cluster = await startDemoCluster({
      world: {
        name: 'usage',
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
      tokens: [
        { token: 'all', user: 'portal' },
        { token: 'few', user: 'reader', allow: [] },
      ],
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

  it('is the same for everybody within 15 seconds, in the units of the API', async () => {
    const first = await ask();
    expect(first.status).toBe(200);
    expect(first.items).toHaveLength(1);
    const [{ timestamp, containers }] = first.items;
    expect(Date.parse(timestamp) % 15_000).toBe(0);
    expect(containers[0].usage).toEqual({
      cpu: expect.stringMatching(/^[1-9]\d*n$/),
      memory: expect.stringMatching(/^[1-9]\d*Ki$/),
    });
    expect(await ask()).toEqual(first);
    pass(15);
    expect((await ask()).items[0].containers).not.toEqual(containers);
  });

  it('has nothing of a container that does not run, nor for who may not ask', async () => {
    expect((await ask('few')).status).toBe(403);
    expect((await ask('all', 'elsewhere')).items).toEqual([]);
  });
});
