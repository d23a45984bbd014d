import { mockCredentials } from '@backstage/backend-test-utils';
import { LogRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { FakeLogHistory } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import request from 'supertest';
import { startWorkloadsBackend, WorkloadsBackend } from '../__testUtils__';

const LOGS = '/api/workloads/entities/domain/default/payments/logs';
const NANOS = '000000';
const POD = 'pricing-6d5f7c9b8-x2x2x';
const RIDE = 'matching-6d5f7c9b8-x2x2x';

const access = {
  roles: { looker: ['workloads.view'] },
  grants: [
    {
      subject: 'group:default/checkout-engineering',
      domains: ['domain:default/payments'],
      where: { tiers: ['development'] },
      role: 'developer',
    },
    {
      subject: 'group:default/checkout-engineering',
      domains: ['domain:default/payments'],
      where: { tiers: ['production'] },
      role: 'viewer',
    },
    {
      subject: 'user:default/keeper',
      domains: ['domain:default/payments'],
      role: 'operator',
    },
    {
      subject: 'user:default/auditor',
      domains: ['domain:default/payments'],
      role: 'auditor',
    },
  ],
};

function at(second: number): string {
  return `2026-11-01T00:00:${String(second).padStart(2, '0')}.000${NANOS}Z`;
}

const LINES = [
  `${at(1)} level=info msg="quotes served" ms=41`,
  `${at(2)} {"level":"warn","msg":"rates late"}`,
  `${at(3)} java.lang.IllegalStateException: no rates`,
  `${at(3)} \tat pricing.Rates.read(Rates.java:41)`,
  `${at(4)} level=debug msg=healthz`,
];

/** What the run before the restart said. */
const BEFORE = 'java.lang.OutOfMemoryError: Java heap space';

/** A pod as an API server sends it, owned by a ReplicaSet of a Deployment. */
function podObject(namespace: string, workload: string, name: string) {
  return {
    metadata: {
      namespace,
      name,
      uid: `pod-${namespace}-${name}`,
      resourceVersion: '1',
      creationTimestamp: '2026-11-01T00:00:00Z',
      ownerReferences: [
        {
          kind: 'Deployment',
          name: workload,
          uid: `${namespace}-${workload}`,
          controller: true,
        },
      ],
    },
    spec: {
      nodeName: 'n',
      containers: [{ name: workload, image: `r.example.com/${workload}:1` }],
    },
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          name: workload,
          ready: true,
          restartCount: 1,
          state: { running: { startedAt: '2026-11-01T00:00:00Z' } },
          lastState: {
            terminated: {
              exitCode: 137,
              reason: 'OOMKilled',
              finishedAt: '2026-10-31T23:59:59Z',
            },
          },
        },
      ],
    },
  };
}

describe('logs over HTTP', () => {
  let backend: WorkloadsBackend;
  const history = FakeLogHistory.create();
  const post = (person: string, call: string, body: object) =>
    request(backend.server)
      .post(`${LOGS}/${call}`)
      .set('authorization', bearer(person))
      .send(body);
  const stream = async (person: string, body: object) => {
    const answer = await post(person, 'stream', body);
    const records: LogRecord[] =
      answer.status === 200
        ? answer.text
            .split('\n')
            .filter(Boolean)
            .map(line => JSON.parse(line))
        : [];
    return { status: answer.status, body: answer.body, records };
  };
  const linesOf = (records: readonly LogRecord[]) =>
    records.flatMap(record => (record.type === 'line' ? [record] : []));
  const dev = { cluster: 'dev-1', namespace: 'payments-dev' };
  const prod = { cluster: 'prod-sh', namespace: 'payments-prod' };

  beforeAll(async () => {
    backend = await startWorkloadsBackend({
      access,
      histories: new Map([['prod-sh', history]]),
      answer: path => {
        const { searchParams, pathname } = new URL(
          path.replace('GET ', ''),
          'http://x',
        );
        if (!pathname.endsWith('/log')) {
          return { status: 404 };
        }
        const previous = searchParams.get('previous') === 'true';
        const since = searchParams.get('sinceTime') ?? '';
        const body = previous
          ? `${at(0)} ${BEFORE}\n`
          : LINES.filter(line => line.slice(0, 19) >= since.slice(0, 19))
              .map(line => `${line}\n`)
              .join('');
        return { status: 200, body };
      },
    });
    const { reader } = backend;
    reader.put('dev-1', 'pods', podObject('payments-dev', 'pricing', POD));
    reader.put('prod-sh', 'pods', podObject('payments-prod', 'pricing', POD));
    reader.put('dev-1', 'pods', podObject('rides-dev', 'matching', RIDE));
  });
  afterAll(() => backend.server.stop());

  it('tells where lines come from, and why not where not', async () => {
    const of = (person: string) =>
      request(backend.server)
        .get(`${LOGS}/sources`)
        .set('authorization', bearer(person));
    const { body } = await of('dev-one');
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
    const auditor = await of('auditor');
    expect(auditor.body.pods).toEqual([]);
    expect(auditor.body.environments[0]).toMatchObject({
      readable: false,
      refusal: expect.stringMatching(
        /not "logs"; the role "viewer" has it; ask group:default\/payments-platform/,
      ),
    });
  });

  it('streams the lines of all pods with their levels, filtered on the way', async () => {
    const all = await stream('dev-one', { follow: false });
    expect(linesOf(all.records)).toHaveLength(10);
    expect(all.records.at(-1)).toMatchObject({
      type: 'end',
      reason: 'complete',
      scanned: 10,
      matched: 10,
    });
    const some = await stream('dev-one', {
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
    const first = await stream('dev-one', { follow: false, sources: [dev] });
    const end = first.records.at(-1);
    const cursor = end?.type === 'end' ? end.cursor : undefined;
    const second = await stream('dev-one', {
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
      const refused = await stream('dev-one', { cursor: wrong });
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toMatch(/^cursor: /);
    }
  });

  it('gives the log before the restart', async () => {
    const { records } = await stream('dev-one', {
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
    const answer = await post('dev-one', call, body);
    expect(answer.status).toBe(code);
    expect(answer.body.error.message.length).toBeGreaterThan(20);
  });

  it('says where an expression is wrong', async () => {
    const { body } = await post('dev-one', 'stream', {
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
      const auditor = await post('auditor', call, body);
      expect([call, auditor.status]).toEqual([call, 403]);
      expect(auditor.body.error.message).toMatch(/ask group:default/);
      const stranger = await post('nobody', call, body);
      expect([call, stranger.status]).toEqual([call, 404]);
    }
  });

  it('searches what the pods hold, page by page past equal times', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const { body } = await post('dev-one', 'search', {
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
    const { body } = await post('dev-one', 'histogram', {
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
    history.lines.splice(
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
    const { body } = await post('dev-one', 'search', {
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
    const counted = await post('dev-one', 'histogram', {
      from: '2026-10-31T23:59:00Z',
      to: '2026-11-01T01:00:00Z',
      sources: [{ ...prod, workload: 'pricing' }],
    });
    expect(counted.body.matched).toBe(8);
    history.failure = new Error('the store is being moved');
    const failing = await post('dev-one', 'search', {
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-01T01:00:00Z',
    });
    history.failure = undefined;
    expect(failing.status).toBe(200);
    expect(failing.body.items).toHaveLength(11);
    expect(failing.body.troubles).toEqual([
      { cluster: 'prod-sh', message: 'the store is being moved' },
    ]);
  });

  it('shows the neighbours of a line', async () => {
    const { body } = await post('dev-one', 'context', {
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

  it('hands the filtered log over as a file', async () => {
    const answer = await post('dev-one', 'download', {
      sources: [dev],
      levels: ['error'],
    });
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="payments.log"',
    );
    expect(answer.text).toBe(
      `${at(
        3,
      )} dev-1/payments-dev/${POD}/pricing java.lang.IllegalStateException: no rates\n` +
        `${at(
          3,
        )} dev-1/payments-dev/${POD}/pricing \tat pricing.Rates.read(Rates.java:41)\n`,
    );
  });

  it('hands over what is stored and what the pods hold as one file, whole lines of all containers, once', async () => {
    const long = 'x'.repeat(100_000);
    const stored = (
      pod: string,
      when: string,
      text: string,
      container = 'pricing',
    ) => ({ at: when, text, namespace: 'payments-prod', pod, container });
    const early = '2026-10-31T23:50:00.000000000Z';
    history.lines.splice(
      0,
      Infinity,
      stored('pricing-5c4d2b8f9-zzzzz', early, long),
      stored(POD, early, 'of a sidecar', 'proxy'),
      stored(POD, at(0), BEFORE),
      ...LINES.map(line => stored(POD, line.slice(0, 30), line.slice(31))),
    );
    const range = {
      from: '2026-10-31T23:00:00Z',
      to: '2026-11-01T01:00:00Z',
    };
    const answer = await post('keeper', 'download', {
      ...range,
      sources: [prod, dev].map(one => ({ ...one, container: '*' })),
    });
    const place = `payments-prod/${POD}/pricing`;
    expect(
      answer.text.split('\n').filter(line => !line.includes(' dev-1/')),
    ).toEqual([
      `${early} prod-sh/payments-prod/pricing-5c4d2b8f9-zzzzz/pricing ${long}`,
      `${early} prod-sh/payments-prod/${POD}/proxy of a sidecar`,
      `${at(0)} prod-sh/${place} ${BEFORE}`,
      ...LINES.map(
        line => `${line.slice(0, 30)} prod-sh/${place} ${line.slice(31)}`,
      ),
      '',
    ]);
    expect(answer.text.match(/ dev-1\//g)).toHaveLength(LINES.length);
    const records = backend.audit.written.slice(-2);
    expect(
      records.map(({ event, outcome, details }) => [
        event.environment?.cluster,
        outcome,
        details?.after,
      ]),
    ).toEqual(
      ['prod-sh', 'dev-1'].map(cluster => [
        cluster,
        'done',
        { characters: answer.text.length },
      ]),
    );

    history.failure = new Error('the store is being moved');
    const failing = await post('keeper', 'download', {
      ...range,
      sources: [prod],
    });
    history.failure = undefined;
    expect(failing.text).toContain('--- prod-sh: the store is being moved ---');
    expect(failing.text).toContain(LINES[4].slice(31));
    const refused = await post('dev-one', 'download', {
      ...range,
      sources: [prod],
    });
    expect(refused.status).toBe(403);
  });
});

function bearer(person: string): string {
  return mockCredentials.user.header(`user:default/${person}`);
}
