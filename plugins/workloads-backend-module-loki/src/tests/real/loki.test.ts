import { detectLogLevel } from '@domaindeck/backstage-plugin-workloads-common';
import {
  LogHistoryLine,
  LogHistoryPage,
  LogHistoryQuery,
  LogHistorySource,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { RealLoki, startLoki } from '@domaindeck/control-plane';
import { createLokiLogHistory } from '../../createLokiLogHistory';
import { nanosOf, timeOfNanos } from '../../history/nanoTime';
import { LogWorld, WorldLine } from './__testUtils__/LogWorld';

/** `npm test` sets it where Go or a filled cache is. */
const describeReal =
  process.env.DOMAINDECK_LOKI === '1' ? describe : describe.skip;
/** A sample for every commit; `npm run test:long` takes a million. */
const LINES = Number(process.env.DOMAINDECK_LOKI_LINES ?? 40_000);
const STEP = 60_000;

describeReal(`a real Loki with ${LINES} lines in 200 streams`, () => {
  const world = LogWorld.create(LINES, Date.now());
  const { from, to } = world;
  let loki: RealLoki;
  let history: LogHistorySource;

  const source = (config: object = {}) =>
    createLokiLogHistory({
      cluster: 'prod-sh',
      config: {
        type: 'loki',
        url: loki.url,
        tenant: 'team-a',
        labels: { cluster: 'sh' },
        ...config,
      },
      clock: systemClock,
    });
  const query = (rest: Partial<LogHistoryQuery> = {}): LogHistoryQuery => ({
    scopes: [
      { namespace: 'pay', pods: ['api-7f9c-[a-z]{5}'], container: 'api' },
    ],
    from,
    to,
    include: [],
    exclude: [],
    signal: new AbortController().signal,
    ...rest,
  });
  const texts = (lines: readonly { readonly text: string }[]) =>
    lines.map(({ text }) => text);
  const search = (rest: Partial<LogHistoryQuery>, limit = 1_000) =>
    history.search({ ...query(rest), direction: 'forward', limit });

  // The first start may have to build it.
  beforeAll(async () => {
    loki = await startLoki();
    const started = Date.now();
    await world.push(loki, 'team-a');
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${LINES} lines pushed in ${seconds} s\n`);
    history = source();
  }, 1_200_000);
  afterAll(() => loki?.stop(), 60_000);

  it('finds out the labels by itself', async () => {
    await expect(history.status(new AbortController().signal)).resolves.toEqual(
      {},
    );
  });

  it.each(['forward', 'backward'] as const)(
    'pages %s through all lines, each once, where many have one time',
    async direction => {
      const wanted = world.of('pay', 'api');
      const limit = Math.ceil(wanted.length / 7);
      const got: LogHistoryLine[] = [];
      let rest = { from, to };
      let page: LogHistoryPage;
      let pages = 0;
      do {
        page = await history.search({ ...query(rest), direction, limit });
        // As the range queries page: the lines of the last time come again, and those that were shown are left out.
        const edge =
          direction === 'forward' ? page.lines.at(-1) : page.lines.at(0);
        const fresh = page.lines.filter(isShown(page, edge));
        got.push(...fresh);
        const at = edge?.at ?? '';
        rest =
          direction === 'forward'
            ? { from: at, to }
            : { from, to: timeOfNanos(nanosOf(at) + 1n) };
        pages += 1;
      } while (page.more);
      expect(pages).toBeGreaterThan(5);
      expect(page.gaps).toEqual([]);
      expect(sorted(texts(got))).toEqual(sorted(texts(wanted)));
    },
    120_000,
  );

  it('gives the very same lines for the same question, in the order of time', async () => {
    const first = await search({}, 503);
    const second = await search({}, 503);
    expect(second.lines).toEqual(first.lines);
    expect(first.more).toBe(true);
    const times = first.lines.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
  });

  it('finds texts, expressions and levels, and leaves out', async () => {
    const own = world.of('pay', 'api');
    const cases: [Partial<LogHistoryQuery>, (line: WorldLine) => boolean][] = [
      [
        {
          include: [
            { text: `order=${orderOf(own[40])} `, caseSensitive: true },
          ],
        },
        line => line === own[40],
      ],
      [
        { include: [{ text: '"QUOTED" {braces}' }, { text: 'took=13ms' }] },
        line => line.text.includes('took=13ms'),
      ],
      [
        { include: [{ text: 'took=(13|14)ms', regex: true }] },
        line => /took=1[34]ms/.test(line.text),
      ],
      [
        {
          levels: ['error'],
          exclude: [{ text: 'took=\\d\\dms', regex: true }],
        },
        line => line.text.includes('error') && /took=\dms/.test(line.text),
      ],
      [
        { levels: ['warn', 'info'], include: [{ text: 'took=5ms' }] },
        line => !line.text.includes('error') && line.text.includes('took=5ms'),
      ],
    ];
    for (const [rest, fits] of cases) {
      const wanted = own.filter(fits);
      const { lines } = await search(rest, 100_000);
      expect(wanted.length).toBeGreaterThan(0);
      expect(sorted(texts(lines))).toEqual(sorted(texts(wanted)));
    }
  }, 120_000);

  it('gives the lines around a hit', async () => {
    const own = world.of('pay', 'api');
    const { nanos } = own[Math.floor(own.length / 2)];
    const at = timeOfNanos(nanos);
    const earlier = await history.search({
      ...query({ to: at }),
      direction: 'backward',
      limit: 5,
    });
    const later = await search({ from: timeOfNanos(nanos + 1n) }, 5);
    const before = own.filter(line => line.nanos < nanos);
    const after = own.filter(line => line.nanos > nanos);
    expect(earlier.lines.map(line => line.at)).toEqual(
      before.slice(-5).map(line => timeOfNanos(line.nanos)),
    );
    expect(later.lines.map(line => line.at)).toEqual(
      after.slice(0, 5).map(line => timeOfNanos(line.nanos)),
    );
  });

  it.each([
    ['from the beginning of a second', 0n],
    ['from a crooked time, to within a step', 12_345_678_901n],
  ])(
    'counts every line once, %s',
    async (_name, shift) => {
      const begin = nanosOf(from) + shift;
      const end = nanosOf(to) - shift * 2n;
      const { counts } = await history.count({
        ...query({
          scopes: [{ namespace: 'pay' }],
          from: timeOfNanos(begin),
          to: timeOfNanos(end),
        }),
        step: STEP,
      });
      const start = Number(begin / 1_000_000n);
      const wanted = new Map<string, number>();
      for (const { nanos, text } of world.of('pay')) {
        if (nanos >= begin && nanos < end) {
          const at =
            start +
            Number((nanos - begin) / (BigInt(STEP) * 1_000_000n)) * STEP;
          const key = `${at} ${detectLogLevel(text)}`;
          wanted.set(key, (wanted.get(key) ?? 0) + 1);
        }
      }
      expect(wanted.size).toBeGreaterThan(150);
      expect(
        new Map(
          counts.map(({ at, level, count }) => [`${at} ${level}`, count]),
        ),
      ).toEqual(wanted);
    },
    60_000,
  );

  it('counts few lines as it lists them', async () => {
    const rest = query({ include: [{ text: 'took=13ms' }] });
    const { counts } = await history.count({ ...rest, step: STEP });
    const { lines } = await search(rest, 10_000);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(
      lines.length,
    );
  });

  it('keeps to its scope, its cluster and its tenant, whatever is asked', async () => {
    const attempts = [
      'secret',
      'pay"} or {namespace="secret',
      'pay`} | {namespace=`secret`}',
      'pay\n} #',
      '.*',
      'pay|secret',
    ];
    for (const attempt of attempts) {
      const { lines } = await search({
        scopes: [{ namespace: 'ride', pods: ['api-.*'], container: attempt }],
        include: [{ text: attempt }],
      });
      expect(lines).toEqual([]);
      const none = await search({
        scopes: [{ namespace: attempt === 'secret' ? 'sec' : attempt }],
      });
      expect(none.lines).toEqual([]);
      const filtered = await search({ exclude: [{ text: attempt }] });
      filtered.lines.forEach(line =>
        expect(line).toMatchObject({ namespace: 'pay', container: 'api' }),
      );
    }
    const two = await search(
      {
        scopes: [
          { namespace: 'pay', pods: ['api-7f9c-aaaaa'], container: 'api' },
          { namespace: 'ride', pods: ['web-7f9c-bbbbb'], container: 'web' },
        ],
      },
      100_000,
    );
    expect(sorted(texts(two.lines))).toEqual(
      sorted(
        texts([
          ...world.of('pay', 'api').filter(line => line.pod.endsWith('aaaaa')),
          ...world.of('ride', 'web').filter(line => line.pod.endsWith('bbbbb')),
        ]),
      ),
    );
  }, 60_000);

  it('is told by Loki of another tenant and of none', async () => {
    await expect(
      source({ tenant: 'team-b' }).search({
        ...query(),
        direction: 'forward',
        limit: 10,
      }),
    ).rejects.toThrow('has no lines of the last day');
    await expect(
      source({ tenant: undefined }).search({
        ...query(),
        direction: 'forward',
        limit: 10,
      }),
    ).rejects.toThrow('set workloads.clusters.prod-sh.logs.tenant');
  });

  it('reads what OpenTelemetry writes, where pods are no labels of streams', async () => {
    const at = nanosOf(to) - 1_000n;
    const pods = ['api-7f9c-aaaaa', 'api-7f9c-bbbbb', 'other-7f9c-aaaaa'];
    await loki.push('otel', [
      {
        stream: { k8s_namespace_name: 'pay', k8s_container_name: 'api' },
        values: pods.map((pod, index) => [
          String(at + BigInt(index)),
          `of ${pod}`,
          { k8s_pod_name: pod },
        ]),
      },
    ]);
    const page = await source({ tenant: 'otel', labels: {} }).search({
      ...query(),
      direction: 'backward',
      limit: 10,
    });
    expect(page.lines.map(({ pod, text }) => [pod, text])).toEqual([
      [pods[0], `of ${pods[0]}`],
      [pods[1], `of ${pods[1]}`],
    ]);
  });

  it('goes on over what Loki has written to its store', async () => {
    const before = await search({}, 2_000);
    await loki.flush();
    const after = await search({}, 2_000);
    expect(after.lines).toEqual(before.lines);
  }, 60_000);

  it('says so when Loki is gone', async () => {
    const other = source();
    await other.status(new AbortController().signal);
    await loki.stop();
    await expect(
      other.search({ ...query(), direction: 'forward', limit: 10 }),
    ).rejects.toThrow('cannot be reached');
  }, 60_000);
});

/** Whether a line is not among those that the next page gives again. */
function isShown({ more }: LogHistoryPage, edge: LogHistoryLine | undefined) {
  return (line: LogHistoryLine) => !more || line.at !== edge?.at;
}

function sorted(texts: readonly string[]): string[] {
  return [...texts].sort();
}

function orderOf({ text }: WorldLine): string {
  return /order=(\d+)/.exec(text)?.[1] ?? '';
}
