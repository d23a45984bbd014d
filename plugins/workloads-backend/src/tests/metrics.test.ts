import { mockCredentials } from '@backstage/backend-test-utils';
import { FakeMetricSource } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import request from 'supertest';
import { podPattern } from '../entities/podPatterns';
import {
  podObject,
  startWorkloadsBackend,
  WorkloadsBackend,
} from '../__testUtils__';

const METRICS = '/api/workloads/entities/domain/default/payments/metrics';
const POD = 'pricing-6d5f7c9b8-x2x2x';
const FOREIGN = 'matching-6d5f7c9b8-x2x2x';

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
      role: 'looker',
    },
    {
      subject: 'user:default/auditor',
      domains: ['domain:default/payments'],
      role: 'auditor',
    },
  ],
};

function usageOf(pod: string, cpu: string) {
  return {
    metadata: { name: pod },
    timestamp: '2026-11-01T00:00:00Z',
    window: '15s',
    containers: [{ name: 'pricing', usage: { cpu, memory: '262144Ki' } }],
  };
}

describe('metrics over HTTP', () => {
  let backend: WorkloadsBackend;
  let asked: string[];
  let answer: () => { status?: number; body?: unknown };
  const store = FakeMetricSource.create([
    [
      'latency',
      [
        { namespace: 'payments-prod', pod: POD, measure: 'p95', value: 0.2 },
        // A store that answers with more than was asked for.
        { namespace: 'payments-prod', pod: FOREIGN, measure: 'p95', value: 9 },
      ],
    ],
  ]);
  const range = { from: '2026-11-01T00:00:00Z', to: '2026-11-01T01:00:00Z' };
  const panels = (person: string) =>
    request(backend.server)
      .get(`${METRICS}/panels`)
      .set('authorization', bearer(person));
  const query = (person: string, body: object) =>
    request(backend.server)
      .post(`${METRICS}/query`)
      .set('authorization', bearer(person))
      .send({ ...range, ...body });

  beforeEach(async () => {
    asked = [];
    answer = () => ({
      body: { items: [usageOf(POD, '120m'), usageOf(FOREIGN, '900m')] },
    });
    store.failure = undefined;
    store.queries.length = 0;
    backend = await startWorkloadsBackend({
      access,
      metricStores: new Map([['prod-sh', store]]),
      answer: path => {
        if (!path.includes('metrics.k8s.io')) {
          return { status: 404 };
        }
        asked.push(path);
        return answer();
      },
    });
    const { reader } = backend;
    reader.put('dev-1', 'pods', podObject('payments-dev', 'pricing', POD));
    reader.put('prod-sh', 'pods', podObject('payments-prod', 'pricing', POD));
  });
  afterEach(() => backend.server.stop());

  it('tells which panels have data and from where, without what the caller may not read', async () => {
    const all = await panels('auditor');
    expect(all.status).toBe(200);
    expect(all.body.sources).toEqual([
      {
        cluster: 'dev-1',
        state: 'sampled',
        name: 'metrics.k8s.io',
        keptFor: 'PT1H',
      },
      { cluster: 'prod-sh', state: 'stored', name: 'memory', keptFor: 'P15D' },
    ]);
    const stateOf = (body: { panels: { panel: string; state: string }[] }) =>
      Object.fromEntries(body.panels.map(one => [one.panel, one.state]));
    expect(stateOf(all.body)).toMatchObject({
      cpu: 'available',
      latency: 'available',
      network: 'absent',
    });
    const some = await panels('dev-one');
    expect(some.body.environments).toMatchObject([
      { ref: 'dev-1/payments-dev', readable: true },
      { ref: 'prod-sh/payments-prod', readable: false },
    ]);
    expect(stateOf(some.body)).toMatchObject({ latency: 'absent' });
    expect(
      all.body.panels.find((one: { panel: string }) => one.panel === 'disk'),
    ).toMatchObject({
      state: 'absent',
      reason: 'metrics.k8s.io does not tell it; memory has none of disk_total',
    });
  });

  it('draws what the cluster tells beside what the containers ask for, and nobody else’s', async () => {
    const { body } = await query('dev-one', { panel: 'cpu' });
    expect(body).toMatchObject({ unit: 'cores', step: 15, warnings: [] });
    const lines = body.series.map(
      (one: { pod: string; measure: string; values: unknown[] }) => [
        one.pod,
        one.measure,
        one.values[0],
      ],
    );
    expect(lines).toEqual([
      [POD, 'usage', 0.12],
      [POD, 'request', 0.2],
    ]);
    expect(body.series[0].values).toHaveLength(241);
    // An old sample stands for a while, and not for ever.
    expect(body.series[0].values.at(-1)).toBeNull();
    const memory = await query('dev-one', { panel: 'memory' });
    expect(memory.body.series).toMatchObject([
      { measure: 'usage' },
      { measure: 'limit' },
    ]);
  });

  it('asks a cluster once for all who look, and no more when nobody does', async () => {
    await Promise.all(
      ['dev-one', 'auditor', 'dev-one'].map(person =>
        query(person, { panel: 'cpu', environments: ['dev-1/payments-dev'] }),
      ),
    );
    expect(asked).toEqual([
      'GET /apis/metrics.k8s.io/v1beta1/namespaces/payments-dev/pods',
    ]);
    for (let second = 0; second < 600; second += 15) {
      await backend.clock.advance(15_000);
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThan(12);
  });

  it('shares an answer of a store for one step, and asks for the scope alone', async () => {
    const ask = () =>
      query('auditor', {
        panel: 'latency',
        environments: ['prod-sh/payments-prod'],
        workload: 'pricing',
      });
    const [{ body }] = await Promise.all([ask(), ask(), ask()]);
    expect(body.series.map((one: { pod: string }) => one.pod)).toEqual([POD]);
    expect(store.queries).toHaveLength(1);
    expect(store.queries[0].scopes).toEqual([
      {
        namespace: 'payments-prod',
        pods: [podPattern({ kind: 'Deployment', name: 'pricing' })],
        workloads: [{ kind: 'Deployment', name: 'pricing' }],
      },
    ]);
  });

  it('tells what a store was asked, to who asks for it', async () => {
    const ask = (explain?: boolean) =>
      query('auditor', {
        panel: 'latency',
        environments: ['prod-sh/payments-prod'],
        ...(explain && { explain }),
      });
    expect((await ask(true)).body.queries).toEqual([
      { cluster: 'prod-sh', text: 'latency_total' },
    ]);
    expect((await ask()).body.queries).toBeUndefined();
  });

  it('lets the rest stand when a source fails, and says why', async () => {
    store.failure = new Error('the store is full');
    const { body, status } = await query('auditor', { panel: 'cpu' });
    expect(status).toBe(200);
    expect(body.series.length).toBeGreaterThan(0);
    expect(body.warnings).toEqual([
      { cluster: 'prod-sh', code: 'failing', message: 'the store is full' },
    ]);
    answer = () => ({ status: 404 });
    const none = await query('dev-one', { panel: 'memory' });
    expect(none.body.sources[0].state).toBe('sampled');
  });

  it('says that a cluster does not measure, and which right is missing', async () => {
    answer = () => ({ status: 404 });
    const without = await panels('dev-one');
    expect(without.body.sources[0]).toMatchObject({
      state: 'none',
      reason: expect.stringContaining('no metrics-server'),
    });
  });

  it.each([
    [{ panel: 'cpu', from: range.to, to: range.from }, /reversed/],
    [{ panel: 'cpu', from: '2026-01-01T00:00:00Z' }, /30 are the most/],
    [{ panel: 'cpu', step: 1 }, /more than 1500/],
    [{ panel: 'up{}' }, /panel/],
    [{ panel: 'cpu', step: 0 }, /step/],
    [{ panel: 'cpu', step: 0.5 }, /step/],
    [{ panel: 'cpu', step: 15.5 }, /step/],
    [{ panel: 'cpu', step: 1e308 }, /step/],
  ])('refuses %j', async (body, message) => {
    const { status, body: error } = await query('dev-one', body);
    expect(status).toBe(400);
    expect(error.error.message).toMatch(message);
  });

  it('hides what may not be viewed, and names the verb where it is missing', async () => {
    const hidden = await query('dev-one', {
      panel: 'cpu',
      environments: ['dev-1/rides-dev'],
    });
    const absent = await query('dev-one', {
      panel: 'cpu',
      environments: ['dev-1/nowhere'],
    });
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    const refused = await query('dev-one', {
      panel: 'cpu',
      environments: ['prod-sh/payments-prod'],
    });
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(/not "metrics"; the role/);
    expect((await panels('stranger')).status).toBe(404);
    expect((await query('stranger', { panel: 'cpu' })).status).toBe(404);
  });
});

function bearer(person: string): string {
  return mockCredentials.user.header(`user:default/${person}`);
}
