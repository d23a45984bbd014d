import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { nanosOf } from '../history/nanoTime';
import {
  FakeLoki,
  historyOf,
  historyQuery,
  LineStore,
  streams,
} from '../testUtils';

const START = nanosOf('2026-11-01T00:00:00.000000000Z');
const API = { namespace: 'pay', pod: 'api-a', container: 'api' };

describe('log history in Loki', () => {
  const clock = FakeClock.create();
  let loki: FakeLoki;
  const history = (config: object = {}) => historyOf(loki, clock, config);
  const lines = (count: number, at: (index: number) => bigint) =>
    Array.from({ length: count }, (_, index) => ({
      labels: API,
      nanos: START + at(index),
      text: `line ${index}`,
    }));

  beforeEach(async () => {
    loki = await FakeLoki.start();
  });
  afterEach(() => loki.stop());

  it('sends the tenant and the headers of the config', async () => {
    await history({
      tenant: 'team-a',
      headers: { Authorization: 'Bearer s3cret' },
    }).search({ ...historyQuery(), direction: 'backward', limit: 10 });
    expect(loki.requests.map(({ path }) => path)).toEqual([
      '/loki/api/v1/labels',
      '/loki/api/v1/query_range',
    ]);
    for (const { headers } of loki.requests) {
      expect(headers).toMatchObject({
        'x-scope-orgid': 'team-a',
        authorization: 'Bearer s3cret',
      });
    }
  });

  it('asks within the labels of the cluster, labels included', async () => {
    await history({ labels: { cluster: 'sh"1' } }).search({
      ...historyQuery({ include: [{ text: '"} or {a="b' }] }),
      direction: 'backward',
      limit: 10,
    });
    const [labels] = loki.requests;
    expect(labels.parameters.get('query')).toBe('{cluster="sh\\"1"}');
    expect(loki.queries).toEqual([
      '{cluster="sh\\"1", namespace="pay", pod=~"(?:api-[a-z]+)", container="api"} |~ "(?i)(?:\\"\\\\} or \\\\{a=\\"b)"',
    ]);
  });

  it.each([
    [['k8s_namespace_name', 'k8s_container_name', 'namespace_name'], 'k8s_'],
    [['kubernetes_namespace_name', 'kubernetes_pod_name'], 'kubernetes_'],
  ])('finds out which labels there are: %j', async (labels, prefix) => {
    loki.labels = labels;
    await history().search({
      ...historyQuery(),
      direction: 'backward',
      limit: 10,
    });
    expect(loki.queries[0]).toContain(`{${prefix}namespace_name="pay"`);
    expect(loki.queries[0]).toContain(`${prefix}pod_name=~"(?:api-[a-z]+)"`);
  });

  it('asks for labels again after a failure, not after a success', async () => {
    const source = history();
    const signal = new AbortController().signal;
    loki.answer = () => ({ status: 500, body: 'out of memory' });
    await expect(source.status(signal)).rejects.toThrow('answers 500: out of');
    loki.answer = () => ({ body: streams([]) });
    await expect(source.status(signal)).resolves.toEqual({});
    await source.status(signal);
    expect(loki.requests).toHaveLength(2);
    clock.advance(300_000);
    await source.status(signal);
    expect(loki.requests).toHaveLength(3);
  });

  it('leaves out what a gateway gives beyond the question', async () => {
    loki.answer = () => ({
      body: streams([
        { stream: API, values: [[String(START + 1n), 'mine']] },
        ...[
          { ...API, namespace: 'secret' },
          { ...API, pod: 'api-a-b' },
          { ...API, container: 'sidecar' },
          { namespace: 'pay' },
        ].map(stream => ({
          stream,
          values: [[String(START + 2n), 'foreign'] as const],
        })),
      ]),
    });
    const page = await history().search({
      ...historyQuery(),
      direction: 'backward',
      limit: 10,
    });
    expect(page.lines.map(({ text }) => text)).toEqual(['mine']);
    await expect(
      history({ labels: { cluster: 'x' } }).search({
        ...historyQuery(),
        direction: 'backward',
        limit: 10,
      }),
    ).resolves.toMatchObject({ lines: [] });
  });

  it.each(['backward', 'forward'] as const)(
    'pages %s past lines of one time, however they fall',
    async direction => {
      const stored = lines(100, index => BigInt(Math.floor(index / 7)) * 5n);
      loki.answer = LineStore.create(stored).answer;
      const source = history({ maxLines: 100 });
      for (const limit of [1, 6, 7, 8, 20, 99, 100, 101]) {
        const page = await source.search({
          ...historyQuery(),
          direction,
          limit,
        });
        const wanted =
          direction === 'forward'
            ? stored.slice(0, limit)
            : stored.slice(-limit);
        expect(page.lines.map(({ text }) => text)).toEqual(
          wanted.map(({ text }) => text),
        );
        expect(page.more).toBe(limit < 100);
        expect(page.gaps).toEqual([]);
      }
    },
  );

  it('says that more lines are of one nanosecond than Loki gives', async () => {
    loki.answer = LineStore.create(
      lines(300, index => (index < 250 ? 5n : BigInt(index))),
    ).answer;
    const page = await history({ maxLines: 100 }).search({
      ...historyQuery(),
      direction: 'backward',
      limit: 500,
    });
    expect(page.lines).toHaveLength(150);
    expect(page.gaps).toEqual([
      {
        from: '2026-11-01T00:00:00.000000005Z',
        to: '2026-11-01T00:00:00.000000006Z',
      },
    ]);
  });

  it('looks on for lines of a level, and ends with a gap when few have it', async () => {
    const stored = Array.from({ length: 5_000 }, (_, index) => ({
      labels: API,
      nanos: START + BigInt(index),
      text: index % 1_000 === 0 ? 'level=error x' : 'an error in the text only',
    }));
    loki.answer = LineStore.create(stored).answer;
    const source = history({ maxLines: 100 });
    const some = await source.search({
      ...historyQuery({ levels: ['error'] }),
      direction: 'backward',
      limit: 1,
    });
    expect(some).toMatchObject({
      lines: [{ at: '2026-11-01T00:00:00.000004000Z' }],
      more: true,
    });
    expect(loki.queries[0]).toContain('|~ "(?i)(?:emerg|');
    const rest = await source.search({
      ...historyQuery({ levels: ['error'] }),
      direction: 'forward',
      limit: 10,
    });
    expect(rest.lines).toHaveLength(2);
    expect(rest.gaps).toHaveLength(1);
    expect(rest.gaps?.[0].to).toBe('2026-11-01T01:00:00.000000000Z');
  });

  it('counts few lines by the rules of the list', async () => {
    loki.answer = LineStore.create([
      { labels: API, nanos: START, text: 'level=error x' },
      { labels: API, nanos: START + 59_999_999_999n, text: 'plain' },
      { labels: API, nanos: START + 60_000_000_000n, text: 'WARN x' },
    ]).answer;
    const { counts, scanned } = await history().count({
      ...historyQuery(),
      step: 60_000,
    });
    const zero = Date.parse('2026-11-01T00:00:00Z');
    expect(counts).toEqual([
      { at: zero, level: 'error', count: 1 },
      { at: zero, level: 'info', count: 1 },
      { at: zero + 60_000, level: 'warn', count: 1 },
    ]);
    expect(scanned).toBe(7);
  });

  it('lets Loki count many, by spans that lie as the steps do', async () => {
    const store = LineStore.create(lines(200, index => BigInt(index)));
    const zero = Date.parse('2026-11-01T00:00:07.500Z');
    loki.answer = request => {
      const query = request.parameters.get('query') ?? '';
      if (!query.startsWith('sum')) {
        return store.answer(request);
      }
      const first = Number(BigInt(request.parameters.get('start') ?? 0)) / 1e9;
      const metric = { detected_level: 'error' };
      return {
        body: {
          status: 'success',
          data: {
            result: request.path.endsWith('/query')
              ? [{ metric: {}, value: [first, '3'] }]
              : [
                  {
                    metric,
                    values: [
                      [first, '40'],
                      [first + 60, '2'],
                    ],
                  },
                  { metric: { level: 'FATAL' }, values: [[first, '1']] },
                ],
          },
        },
      };
    };
    const { counts } = await history({ maxLines: 100 }).count({
      ...historyQuery({
        from: '2026-11-01T00:00:00.000000000Z',
        to: '2026-11-01T00:02:30.250000000Z',
      }),
      step: 60_000,
    });
    const shifted = await history({ maxLines: 100 }).count({
      ...historyQuery({ from: '2026-10-31T23:59:07.500000000Z' }),
      step: 60_000,
    });
    const start = Date.parse('2026-11-01T00:00:00Z');
    expect(counts).toEqual([
      // The line of the very beginning, which no span of Loki's holds.
      { at: start, level: 'info', count: 1 },
      { at: start, level: 'error', count: 41 },
      { at: start + 60_000, level: 'error', count: 2 },
      { at: start + 120_000, level: 'info', count: 3 },
    ]);
    expect(shifted.counts[0].at).toBe(zero - 60_000);
    const asked = loki.requests
      .map(({ parameters }) => parameters)
      .filter(parameters => parameters.get('query')?.startsWith('sum'));
    const [whole, last, moved] = asked;
    expect(whole.get('query')).toMatch(/\[60000ms\]\)\)$/);
    expect(whole.get('start')).toBe(String(START + 60_000_000_000n));
    expect(whole.get('end')).toBe(String(START + 120_000_000_000n));
    expect(last.get('query')).toContain('[30250ms]');
    expect(last.get('time')).toBe(String(START + 150_250_000_000n));
    // Loki evaluates at whole minutes.
    expect(moved.get('query')).toContain('[60000ms] offset 52500ms');
    expect(moved.get('start')).toBe(String(START + 60_000_000_000n));
  });

  it('posts what is too long for an address', async () => {
    await history().search({
      ...historyQuery({ include: [{ text: 'x'.repeat(5_000) }] }),
      direction: 'backward',
      limit: 10,
    });
    expect(loki.requests.at(-1)).toMatchObject({ method: 'POST' });
    expect(loki.queries[0]).toContain('x'.repeat(5_000));
  });
});
