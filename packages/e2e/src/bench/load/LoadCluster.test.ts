import { LoadCluster } from './LoadCluster';

interface Line {
  readonly type: string;
  readonly object: {
    readonly code?: number;
    readonly metadata?: {
      readonly name?: string;
      readonly resourceVersion: string;
      readonly annotations?: Record<string, string>;
    };
    readonly status?: { containerStatuses: { restartCount: number }[] };
  };
}

/** Reads a watch until it has so many lines, or ends. */
async function readLines(body: Response, count: number): Promise<Line[]> {
  const reader = body.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    text += value ?? '';
    const lines = text.split('\n').slice(0, -1);
    if (done || lines.length >= count) {
      await reader.cancel();
      return lines.map(line => JSON.parse(line));
    }
  }
}

describe('LoadCluster', () => {
  let cluster: LoadCluster;
  const pods = '/api/v1/pods';
  const get = (path: string) => fetch(`${cluster.url}${path}`);
  const list = async (path: string) =>
    (await (await get(path)).json()) as {
      metadata: { continue: string; resourceVersion: string };
      items: { metadata: { name: string } }[];
    };

  beforeEach(async () => {
    cluster = await LoadCluster.start({
      name: 'busy',
      entityPods: 3,
      otherPods: 12,
      podBytes: 8_000,
    });
  });

  afterEach(() => cluster.stop());

  it('lists in pages, by label and by namespace, and counts', async () => {
    expect((await list(pods)).items).toHaveLength(15);
    const first = await list(`${pods}?limit=10`);
    const rest = await list(
      `${pods}?limit=10&continue=${first.metadata.continue}`,
    );
    expect([first.items.length, rest.items.length]).toEqual([10, 5]);
    expect(rest.metadata.continue).toBe('');
    const named = await list(
      `${pods}?labelSelector=backstage.io%2Fkubernetes-id%3Dpricing`,
    );
    expect(named.items).toHaveLength(3);
    const inOne = await list('/api/v1/namespaces/load-1/pods');
    expect(inOne.items).toHaveLength(12);
    expect((await list('/apis/apps/v1/deployments')).items).toHaveLength(4);
    expect((await list('/apis/batch/v1/jobs')).items).toHaveLength(0);
    expect(cluster.counts).toMatchObject({ lists: 7, watches: 0 });
  });

  it('sends a list as a watch, then changes, and goes on from a version', async () => {
    const query = '?watch=true&sendInitialEvents=true';
    const watch = await get(`${pods}${query}`);
    const reading = readLines(watch, 18);
    const [pod] = cluster.pods('pricing');
    // Some of it during the initial events, which it must not overtake.
    cluster.touch(pod, 1);
    cluster.touch(pod, 2);
    const lines = await reading;
    expect(lines.slice(0, 15).every(({ type }) => type === 'ADDED')).toBe(true);
    expect(lines[15].object.metadata?.annotations).toEqual({
      'k8s.io/initial-events-end': 'true',
    });
    const marks = lines
      .slice(16)
      .map(({ object }) => object.status?.containerStatuses[0].restartCount);
    expect(marks).toEqual([1, 2]);

    const from = lines[16].object.metadata?.resourceVersion;
    const resumed = await readLines(
      await get(`${pods}?watch=true&resourceVersion=${from}`),
      1,
    );
    expect(resumed[0].object.status?.containerStatuses[0].restartCount).toBe(2);
    expect(cluster.counts).toMatchObject({ watches: 2, initialWatches: 1 });
  });

  it('says 410 to those who come from before what it remembers', async () => {
    const { metadata } = await list(pods);
    cluster.cut({ forget: true });
    const late = await get(
      `${pods}?watch=true&resourceVersion=${metadata.resourceVersion}`,
    );
    expect(await readLines(late, 1)).toMatchObject([
      { type: 'ERROR', object: { code: 410 } },
    ]);
  });

  it('holds its tongue, and answers what has waited', async () => {
    cluster.setSilent(true);
    let answered = false;
    const waiting = list(pods).then(found => {
      answered = true;
      return found.items.length;
    });
    while (cluster.waiting === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(answered).toBe(false);
    expect(cluster.counts.lists).toBe(0);
    cluster.setSilent(false);
    expect(await waiting).toBe(15);
  });
});
