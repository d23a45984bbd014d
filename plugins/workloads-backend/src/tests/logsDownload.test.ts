import {
  at,
  BEFORE,
  dev,
  LINES,
  LogsBackend,
  POD,
  prod,
} from '../__testUtils__/LogsBackend';

describe('logs as a file over HTTP', () => {
  let logs: LogsBackend;

  beforeAll(async () => {
    logs = await LogsBackend.start();
  });
  afterAll(() => logs.stop());

  it('hands the filtered log over as a file', async () => {
    const answer = await logs.post('dev-one', 'download', {
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
    logs.history.lines.splice(
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
    const answer = await logs.post('keeper', 'download', {
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
    const records = logs.backend.audit.written.slice(-2);
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

    logs.history.failure = new Error('the store is being moved');
    const failing = await logs.post('keeper', 'download', {
      ...range,
      sources: [prod],
    });
    logs.history.failure = undefined;
    expect(failing.text).toContain('--- prod-sh: the store is being moved ---');
    expect(failing.text).toContain(LINES[4].slice(31));
    const refused = await logs.post('dev-one', 'download', {
      ...range,
      sources: [prod],
    });
    expect(refused.status).toBe(403);
  });
});
