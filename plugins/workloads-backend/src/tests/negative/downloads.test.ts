import { startWorkloadsBackend, WorkloadsBackend } from '../../__testUtils__';
import { Caller } from './__testUtils__/Caller';

const PAYMENTS = 'domain:default/payments';
const DOWNLOAD = '/entities/domain/default/payments/logs/download';
const DEV = { cluster: 'dev-1', namespace: 'payments-dev' };
const PROD = { cluster: 'prod-sh', namespace: 'payments-prod' };
const SECRET = 'only-the-container-wrote-this';

function podIn(namespace: string) {
  const image = 'registry.example.com/payments/pricing:1.0.0';
  return {
    metadata: { namespace, name: 'pricing-1', uid: `${namespace}-pricing-1` },
    spec: { containers: [{ name: 'pricing', image }] },
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          name: 'pricing',
          image,
          ready: true,
          restartCount: 0,
          state: { running: { startedAt: '2026-10-31T00:00:00Z' } },
        },
      ],
    },
  };
}

describe('a download of logs', () => {
  let backend: WorkloadsBackend;

  beforeEach(async () => {
    backend = await startWorkloadsBackend({
      access: {
        grants: [
          {
            subject: 'user:default/dev-one',
            domains: [PAYMENTS],
            where: { tiers: ['development'] },
            role: 'developer',
          },
          {
            subject: 'user:default/dev-one',
            domains: [PAYMENTS],
            where: { tiers: ['production'] },
            role: 'viewer',
          },
        ],
      },
      answer: path =>
        path.includes('/log?')
          ? { body: `2026-10-31T12:00:00.000000000Z ${SECRET}\n` }
          : { status: 404 },
    });
    backend.reader.put('dev-1', 'pods', podIn(DEV.namespace));
    backend.reader.put('prod-sh', 'pods', podIn(PROD.namespace));
  });

  const download = (person: string, sources?: object[]) =>
    Caller.create(backend, person).send('POST', DOWNLOAD, {
      body: JSON.stringify({
        ...(sources ? { sources } : {}),
        from: '2026-10-31T00:00:00Z',
        to: '2026-11-01T00:00:00Z',
      }),
    });
  const sentToClusters = () =>
    [...backend.connections.values()].flatMap(({ requests }) => requests);

  it('is on record with who, where and how it ended, and without what the log says', async () => {
    const { status, text } = await download('dev-one', [
      { ...DEV, pod: 'pricing-1' },
    ]);
    expect([status, text]).toEqual([200, expect.stringContaining(SECRET)]);
    expect(backend.audit.written).toEqual([
      {
        event: {
          credentials: expect.objectContaining({
            principal: expect.objectContaining({
              userEntityRef: 'user:default/dev-one',
            }),
          }),
          verb: 'workloads.log-download',
          entityRef: PAYMENTS,
          domains: [PAYMENTS],
          environment: DEV,
          object: { kind: 'Log', name: 'pricing-1' },
        },
        outcome: 'done',
        details: { after: { characters: text.length } },
      },
    ]);
    expect(JSON.stringify(backend.audit.written)).not.toContain(SECRET);
  });

  it('names each environment that it reads, also when it asked for none', async () => {
    expect((await download('dev-one')).status).toBe(200);
    expect(
      backend.audit.written.map(({ event, outcome }) => [
        event.environment,
        outcome,
      ]),
    ).toEqual([[DEV, 'done']]);
  });

  it('is on record when it was refused, but not for who may not even know of it', async () => {
    expect((await download('dev-one', [PROD])).status).toBe(403);
    expect((await download('nobody', [PROD])).status).toBe(404);
    expect(
      backend.audit.written.map(({ event, outcome, reason }) => [
        event.environment,
        outcome,
        reason,
      ]),
    ).toEqual([[PROD, 'refused', expect.stringContaining('"log-download"')]]);
  });

  it('is not given when the record cannot be written, and nothing is read for it', async () => {
    backend.audit.fail();
    const { status, text } = await download('dev-one', [DEV]);
    expect(status).toBe(503);
    expect(text).not.toContain(SECRET);
    expect(sentToClusters()).toEqual([]);
  });
});
