import {
  at,
  BEFORE,
  dev,
  LINES,
  LogsBackend,
  POD,
  prod,
} from '../__testUtils__/LogsBackend';

describe('search in logs over HTTP', () => {
  let logs: LogsBackend;

  beforeAll(async () => {
    logs = await LogsBackend.start();
  });
  afterAll(() => logs.stop());

  it('searches what the pods hold, page by page past equal times', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const { body } = await logs.post('dev-one', 'search', {
        from: '2026-11-01T00:00:00Z',
        to: '2026-11-01T01:00:00Z',
        sources: [dev],
        limit: 1,
        cursor,
      });
      seen.push(...body.items.map(({ text }: { text: string }) => text));
      cursor = body.nextCursor;
      if (!cursor) {
        break;
      }
    }
    expect(seen).toEqual(LINES.map(line => line.slice(31)).reverse());
  });

  it('counts lines by level and step', async () => {
    const { body } = await logs.post('dev-one', 'histogram', {
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-01T00:00:06Z',
      sources: [dev],
      buckets: 2,
    });
    expect(body).toMatchObject({
      step: 'PT3S',
      matched: 5,
      scanned: 5,
      buckets: [
        { counts: { error: 0, warn: 1, info: 1, debug: 0 } },
        { counts: { error: 2, warn: 0, info: 0, debug: 1 } },
      ],
    });
  });

  it('joins the store with the pods where there is one, within the pods of the page', async () => {
    const stored = (pod: string, when: string, text: string) => ({
      at: when,
      text,
      namespace: 'payments-prod',
      pod,
      container: 'pricing',
    });
    const [, live] = LINES;
    logs.history.lines.splice(
      0,
      Infinity,
      stored(
        'pricing-5c4d2b8f9-zzzzz',
        at(2),
        'level=warn msg="of a pod that is gone"',
      ),
      stored('pricing-admin-0', at(2), 'of another workload'),
      stored(
        POD,
        '2026-10-31T23:59:30.000000000Z',
        'level=info msg="given up by the pod"',
      ),
      stored(POD, at(0), BEFORE),
      ...LINES.map(line => stored(POD, line.slice(0, 30), line.slice(31))),
    );
    const { body } = await logs.post('dev-one', 'search', {
      from: '2026-10-31T23:59:00Z',
      to: '2026-11-01T01:00:00Z',
      sources: [{ ...prod, workload: 'pricing' }],
    });
    const told = body.items.map(
      ({ source, text }: { source: number; text: string }) => [
        body.sources[source].stored ?? false,
        text,
      ],
    );
    expect(told).toEqual([
      [true, 'level=info msg="given up by the pod"'],
      [false, BEFORE],
      [false, LINES[0].slice(31)],
      [true, 'level=warn msg="of a pod that is gone"'],
      ...[live, ...LINES.slice(2)].map(line => [false, line.slice(31)]),
    ]);
    expect(body.coverage).toEqual([
      {
        cluster: 'prod-sh',
        stored: true,
        from: '2026-10-31T23:59:00.000000000Z',
        oldestLiveAt: at(0),
        unsure: false,
      },
    ]);
    const counted = await logs.post('dev-one', 'histogram', {
      from: '2026-10-31T23:59:00Z',
      to: '2026-11-01T01:00:00Z',
      sources: [{ ...prod, workload: 'pricing' }],
    });
    expect(counted.body.matched).toBe(8);
    logs.history.failure = new Error('the store is being moved');
    const failing = await logs.post('dev-one', 'search', {
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-01T01:00:00Z',
    });
    logs.history.failure = undefined;
    expect(failing.status).toBe(200);
    expect(failing.body.items).toHaveLength(11);
    expect(failing.body.troubles).toEqual([
      { cluster: 'prod-sh', message: 'the store is being moved' },
    ]);
  });

  it('shows the neighbours of a line', async () => {
    const { body } = await logs.post('dev-one', 'context', {
      source: { ...dev, pod: POD, container: 'pricing' },
      at: at(3),
      text: 'java.lang.IllegalStateException: no rates',
      before: 1,
      after: 1,
    });
    expect(body).toMatchObject({
      before: [{ at: at(2) }],
      line: { at: at(3), level: 'error' },
      after: [{ text: '\tat pricing.Rates.read(Rates.java:41)' }],
      moreBefore: true,
      moreAfter: true,
    });
  });
});
