import { LogRecord } from '@domaindeck/backstage-plugin-workloads-common';
import {
  at,
  dev,
  LogsBackend,
  POD,
  prod,
  RIDE,
} from '../__testUtils__/LogsBackend';

describe('logs over HTTP', () => {
  let logs: LogsBackend;
  const linesOf = (records: readonly LogRecord[]) =>
    records.flatMap(record => (record.type === 'line' ? [record] : []));

  beforeAll(async () => {
    logs = await LogsBackend.start();
  });
  afterAll(() => logs.stop());

  it('tells where lines come from, and why not where not', async () => {
    const { body } = await logs.sources('dev-one');
    expect(body).toMatchObject({
      environments: [
        { ref: 'dev-1/payments-dev', readable: true, downloadable: true },
        { ref: 'prod-sh/payments-prod', readable: true, downloadable: false },
      ],
      history: [
        { cluster: 'dev-1', state: 'none', remedy: expect.any(String) },
        { cluster: 'prod-sh', state: 'available', name: 'memory' },
      ],
    });
    expect(body.pods).toHaveLength(2);
    expect(body.pods[0].containers[0]).toMatchObject({
      name: 'pricing',
      restarts: 1,
      previous: true,
      lastEnd: { exitCode: 137 },
    });
    const auditor = await logs.sources('auditor');
    expect(auditor.body.pods).toEqual([]);
    expect(auditor.body.environments[0]).toMatchObject({
      readable: false,
      refusal: expect.stringMatching(
        /not "logs"; the role "viewer" has it; ask group:default\/payments-platform/,
      ),
    });
  });

  it('streams the lines of all pods with their levels, filtered on the way', async () => {
    const all = await logs.stream('dev-one', { follow: false });
    expect(linesOf(all.records)).toHaveLength(10);
    expect(all.records.at(-1)).toMatchObject({
      type: 'end',
      reason: 'complete',
      scanned: 10,
      matched: 10,
    });
    const some = await logs.stream('dev-one', {
      follow: false,
      sources: [{ ...dev, workload: 'pricing' }],
      include: [{ text: 'RATES' }],
      exclude: [{ text: 'late|never', regex: true }],
      levels: ['error'],
    });
    expect(
      linesOf(some.records).map(({ text, level }) => [text, level]),
    ).toEqual([
      ['java.lang.IllegalStateException: no rates', 'error'],
      ['\tat pricing.Rates.read(Rates.java:41)', 'error'],
    ]);
    expect(some.records.at(-1)).toMatchObject({ scanned: 5, matched: 2 });
  });

  it('goes on from a cursor, with the last second once more', async () => {
    const first = await logs.stream('dev-one', {
      follow: false,
      sources: [dev],
    });
    const end = first.records.at(-1);
    const cursor = end?.type === 'end' ? end.cursor : undefined;
    const second = await logs.stream('dev-one', {
      follow: false,
      sources: [dev],
      cursor,
    });
    expect(second.status).toBe(200);
    expect(linesOf(second.records).map(line => line.at)).toEqual([
      at(3),
      at(3),
      at(4),
    ]);
    expect(second.records.some(({ type }) => type === 'gap')).toBe(false);
    for (const wrong of ['x', `${cursor}x`, `e30.${cursor?.split('.')[1]}`]) {
      const refused = await logs.stream('dev-one', { cursor: wrong });
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toMatch(/^cursor: /);
    }
  });

  it('gives the log before the restart', async () => {
    const { records } = await logs.stream('dev-one', {
      previous: true,
      sources: [dev],
    });
    expect(records).toContainEqual(
      expect.objectContaining({
        type: 'source',
        previous: true,
        origin: expect.objectContaining({ run: 0, pod: POD }),
      }),
    );
    expect(linesOf(records).map(({ text }) => text)).toEqual([
      'java.lang.OutOfMemoryError: Java heap space',
    ]);
  });

  it.each([
    ['stream', { sources: [{ ...dev, pod: RIDE }] }, 404],
    ['stream', { sources: [{ ...dev, pod: 'nobody' }] }, 404],
    [
      'stream',
      { sources: [{ cluster: 'dev-1', namespace: 'rides-dev' }] },
      404,
    ],
    ['stream', { include: [{ text: 'time(out', regex: true }] }, 400],
    ['stream', { include: [{ text: '(a)\\1', regex: true }] }, 400],
    ['stream', { include: [{ text: '' }] }, 400],
    ['stream', { tail: -1 }, 400],
    [
      'stream',
      { since: '2026-11-02T00:00:00Z', until: '2026-11-01T00:00:00Z' },
      400,
    ],
    [
      'search',
      { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' },
      400,
    ],
    [
      'histogram',
      { from: '2026-09-01T00:00:00Z', to: '2026-11-01T00:00:00Z' },
      400,
    ],
    [
      'search',
      {
        from: '2026-11-01T00:00:00Z',
        to: '2026-11-02T00:00:00Z',
        cursor: 'forged.x',
      },
      400,
    ],
    ['download', { sources: [prod] }, 403],
  ])('answers %s of %j with %d', async (call, body, code) => {
    const answer = await logs.post('dev-one', call, body);
    expect(answer.status).toBe(code);
    expect(answer.body.error.message.length).toBeGreaterThan(20);
  });

  it('says where an expression is wrong', async () => {
    const { body } = await logs.post('dev-one', 'stream', {
      include: [{ text: 'ok' }, { text: 'time(out', regex: true }],
    });
    expect(body.error.message).toBe(
      'include[1]: the expression "time(out" is wrong at position 5: this bracket is never closed',
    );
  });

  it('refuses who may view but not read, and is silent to everybody else', async () => {
    const range = {
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-01T01:00:00Z',
    };
    const context = {
      source: { ...dev, pod: POD, container: 'pricing' },
      at: at(3),
    };
    for (const [call, body] of [
      ['stream', { follow: false }],
      ['search', range],
      ['histogram', range],
      ['download', {}],
      ['context', context],
    ] as const) {
      const auditor = await logs.post('auditor', call, body);
      expect([call, auditor.status]).toEqual([call, 403]);
      expect(auditor.body.error.message).toMatch(/ask group:default/);
      const stranger = await logs.post('nobody', call, body);
      expect([call, stranger.status]).toEqual([call, 404]);
    }
  });
});
