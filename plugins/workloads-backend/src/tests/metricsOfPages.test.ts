import { mockCredentials } from '@backstage/backend-test-utils';
import { FakeMetricSource } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import request from 'supertest';
import {
  deploymentObject,
  podObject,
  startWorkloadsBackend,
  WorkloadsBackend,
} from '../__testUtils__';

const ENTITIES = '/api/workloads/entities';
const DOMAIN = `${ENTITIES}/domain/default/payments/metrics`;
const PRICING = `${ENTITIES}/component/default/pricing/metrics`;
const POD = 'pricing-6d5f7c9b8-x2x2x';
const GONE = 'pricing-6d5f7c9b8-zzzzz';
const NEIGHBOUR = 'stranger-6d5f7c9b8-x2x2x';
const place = { namespace: 'payments-prod' };

const access = {
  roles: { looker: ['workloads.view'] },
  grants: [
    {
      subject: 'user:default/auditor',
      domains: ['domain:default/payments'],
      role: 'auditor',
    },
    {
      subject: 'user:default/looker',
      domains: ['domain:default/payments'],
      where: { tiers: ['production'] },
      role: 'looker',
    },
  ],
};

describe('what a page needs of metrics at once', () => {
  let backend: WorkloadsBackend;
  let store: FakeMetricSource;
  let now: number;
  const ask = (person: string, path: string, body?: object) => {
    const call = body
      ? request(backend.server).post(path).send(body)
      : request(backend.server).get(path);
    return call.set(
      'authorization',
      mockCredentials.user.header(`user:default/${person}`),
    );
  };
  const range = () => ({
    from: new Date(now - 3_600_000).toISOString(),
    to: new Date(now).toISOString(),
  });
  const atMinute = (minute: number) => now - 3_600_000 + minute * 60_000;
  const step = (measure: string, pod: string, minute: number) => ({
    ...place,
    pod,
    container: 'pricing',
    measure,
    value: (at: number) => (at >= atMinute(minute) ? 1 : 0),
  });

  beforeEach(async () => {
    const use = (pod: string, value: number) => ({
      ...place,
      pod,
      container: 'pricing',
      measure: 'usage',
      value,
    });
    store = FakeMetricSource.create([
      [
        'restarts',
        [
          step('restarts', GONE, 10),
          step('oom', GONE, 10),
          // A store that answers with more than was asked for.
          step('restarts', NEIGHBOUR, 20),
        ],
      ],
      ['cpu', [use(POD, 0.1), use(GONE, 0.3), use(NEIGHBOUR, 9)]],
      ['memory', [use(POD, 2 ** 28), { ...use(POD, 1), measure: 'limit' }]],
      [
        'replicas',
        [
          { ...place, workload: 'pricing', measure: 'desired', value: 3 },
          { ...place, workload: 'ledger', measure: 'desired', value: 4 },
          { ...place, workload: 'stranger', measure: 'desired', value: 5 },
        ],
      ],
      [
        'quota',
        [{ ...place, subject: 'requests.cpu', measure: 'used', value: 0.5 }],
      ],
    ]);
    backend = await startWorkloadsBackend({
      access,
      metricStores: new Map([['prod-sh', store]]),
    });
    now = backend.clock.now().getTime();
    const ended = {
      terminated: {
        exitCode: 1,
        reason: 'Error',
        startedAt: new Date(atMinute(20)).toISOString(),
        finishedAt: new Date(atMinute(40)).toISOString(),
      },
    };
    backend.reader.put(
      'prod-sh',
      'pods',
      podObject('payments-prod', 'pricing', POD, ended),
    );
  });
  afterEach(() => backend.server.stop());

  it('tells what happened, in one answer for every chart', async () => {
    const { status, body } = await ask('auditor', `${DOMAIN}/marks`, {
      ...range(),
      workload: 'pricing',
    });
    expect(status).toBe(200);
    expect(body.warnings).toEqual([]);
    expect(body.items).toMatchObject([
      {
        type: 'out-of-memory',
        environment: 'prod-sh/payments-prod',
        workload: 'prod-sh/payments-prod/Deployment/pricing',
        object: { kind: 'Deployment', name: 'pricing' },
        pod: GONE,
        at: new Date(atMinute(10)).toISOString(),
        count: 1,
      },
      {
        type: 'restart',
        pod: POD,
        at: new Date(atMinute(40)).toISOString(),
        within: 0,
        exitCode: 1,
      },
    ]);
    backend.clock.advance(60_000);
    backend.reader.put(
      'prod-sh',
      'deployments',
      deploymentObject('payments-prod', 'pricing', { replicas: 5 }),
    );
    now = backend.clock.now().getTime();
    const later = await ask('auditor', `${DOMAIN}/marks`, {
      ...range(),
      environments: ['prod-sh/payments-prod'],
    });
    expect(later.body.items.at(-1)).toMatchObject({
      type: 'scaling',
      from: 2,
      to: 5,
      text: 'pricing: 2 → 5 replicas',
    });
  });

  it('tells what each workload uses with two questions a cluster, for all who look', async () => {
    const answers = await Promise.all(
      ['auditor', 'auditor', 'auditor'].map(person =>
        ask(person, `${DOMAIN}/usage`),
      ),
    );
    const { body } = answers[0];
    expect(body.step).toBe(120);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      workload: 'prod-sh/payments-prod/Deployment/pricing',
      pods: 1,
      cpu: { now: 0.1, pod: POD, request: 0.2, total: 0.1, totalRequest: 0.2 },
      memory: { now: 2 ** 28, limit: 2 ** 29 },
    });
    // The one that is gone was busier.
    expect(body.items[0].cpu.values).toEqual(new Array(31).fill(0.3));
    expect(
      store.queries.map(({ panel, measures }) => [panel, measures]),
    ).toEqual([
      ['cpu', ['usage']],
      ['memory', ['usage']],
    ]);
    const sources = body.sources.map((one: { state: string }) => one.state);
    expect(sources).toContain('stored');
  });

  it('says once that a source fails, and lets the rest stand', async () => {
    store.failure = new Error('the store is full');
    const usage = await ask('auditor', `${DOMAIN}/usage`);
    expect(usage.body.items).toEqual([]);
    expect(
      usage.body.warnings.filter(
        (one: { cluster: string }) => one.cluster === 'prod-sh',
      ),
    ).toEqual([
      { cluster: 'prod-sh', code: 'failing', message: 'the store is full' },
    ]);
    const marks = await ask('auditor', `${DOMAIN}/marks`, range());
    // What the cluster itself knows does not need the store.
    expect(marks.body.items.map((one: { type: string }) => one.type)).toEqual([
      'restart',
    ]);
    expect(marks.body.warnings).toHaveLength(1);
  });

  it('tells of workloads and whole namespaces only who may see them', async () => {
    const query = (path: string, panel: string) =>
      ask('auditor', `${path}/query`, { ...range(), panel });
    const names = async (path: string) =>
      (await query(path, 'replicas')).body.series.map(
        (one: { workload: string }) => one.workload,
      );
    expect(await names(DOMAIN)).toEqual(['pricing', 'ledger']);
    expect(await names(PRICING)).toEqual(['pricing']);
    expect((await query(DOMAIN, 'quota')).body.series).toHaveLength(1);
    expect((await query(PRICING, 'quota')).body.series).toEqual([]);
    const { body } = await ask('auditor', `${PRICING}/panels`);
    expect(
      body.panels.find((one: { panel: string }) => one.panel === 'quota'),
    ).toMatchObject({
      state: 'absent',
      reason: 'It is told of whole namespaces, of which this is a part',
    });
  });

  it('hides what may not be viewed, and names the verb where it is missing', async () => {
    for (const [path, body] of [
      [`${DOMAIN}/marks`, range()],
      [`${DOMAIN}/usage`, undefined],
    ] as const) {
      expect((await ask('stranger', path, body)).status).toBe(404);
      const refused = await ask('looker', path, body);
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toMatch(/not "metrics"; the role/);
    }
    const elsewhere = await ask('auditor', `${DOMAIN}/marks`, {
      ...range(),
      environments: ['dev-1/rides-dev'],
    });
    expect(elsewhere.status).toBe(404);
    const reversed = await ask('auditor', `${DOMAIN}/marks`, {
      from: range().to,
      to: range().from,
    });
    expect(reversed.status).toBe(400);
  });
});
