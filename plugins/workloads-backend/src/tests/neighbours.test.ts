import { mockCredentials } from '@backstage/backend-test-utils';
import {
  LogHistoryScope,
  LogHistorySource,
  MetricScope,
  MetricSource,
} from '@domaindeck/backstage-plugin-workloads-node';
import {
  FakeLogHistory,
  FakeMetricSource,
} from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import request from 'supertest';
import { isNamed } from '../entities/podPatterns';
import { startWorkloadsBackend, WorkloadsBackend } from '../__testUtils__';

const NAMESPACE = 'payments-prod';
const OWN = 'pricing-6d5f7c9b8-x2x2x';
const OWN_GONE = 'pricing-5c4d2b8f9-zzzzz';
/** Of a DaemonSet `pricing-rpc`, which belongs to no component: one that lives and one that is gone. */
const NEIGHBOURS = ['pricing-rpc-x7k2p', 'pricing-rpc-zzzzz'];
/** Of the Deployment `risk`, whose living pod has an odd name. */
const ODD = 'pricing-5d5d5-44444';
const ALL = [OWN, OWN_GONE, ...NEIGHBOURS, ODD];

const access = {
  grants: [
    {
      subject: 'user:default/dev-one',
      domains: ['domain:default/payments'],
      role: 'developer',
    },
  ],
};

function daemonSet(name: string) {
  return {
    metadata: {
      namespace: NAMESPACE,
      name,
      uid: `${NAMESPACE}-${name}`,
      resourceVersion: '1',
      generation: 1,
      creationTimestamp: '2026-11-01T00:00:00Z',
    },
    spec: { template: { spec: { containers: [{ name, image: 'r/x:1' }] } } },
    status: { observedGeneration: 1, desiredNumberScheduled: 1 },
  };
}

function pod(name: string, kind: string, owner: string) {
  return {
    metadata: {
      namespace: NAMESPACE,
      name,
      uid: `pod-${name}`,
      resourceVersion: '1',
      creationTimestamp: '2026-11-01T00:00:00Z',
      ownerReferences: [
        { kind, name: owner, uid: `${NAMESPACE}-${owner}`, controller: true },
      ],
    },
    spec: { containers: [{ name: 'main', image: 'r.example.com/x:1' }] },
    status: { phase: 'Running' },
  };
}

describe('pods of a neighbour in the same namespace', () => {
  let backend: WorkloadsBackend;
  /** Whether the stores answer with everything that they have, whatever they are asked for. */
  let leaky: boolean;
  let panelsAsked: number;
  const metricStore = FakeMetricSource.create([
    [
      'latency',
      [...ALL.map(name => ({ pod: name, value: 1 })), { value: 9 }].map(
        one => ({ namespace: NAMESPACE, measure: 'p95', ...one }),
      ),
    ],
  ]);
  const logStore = FakeLogHistory.create(
    ALL.map((name, index) => ({
      at: `2026-11-01T00:00:0${index}.000000000Z`,
      text: name,
      namespace: NAMESPACE,
      pod: name,
      container: 'main',
    })),
  );
  const everything = [{ namespace: NAMESPACE, pods: ['.*'] }];
  const metrics: MetricSource = {
    name: 'leaky',
    panels: async () => {
      panelsAsked += 1;
      return metricStore.panels();
    },
    query: query =>
      metricStore.query({
        ...query,
        scopes: reached<MetricScope>(query.scopes),
      }),
  };
  const history: LogHistorySource = {
    name: 'leaky',
    status: async () => ({}),
    search: query =>
      logStore.search({
        ...query,
        scopes: reached<LogHistoryScope>(query.scopes),
      }),
    count: query => logStore.count(query),
  };
  function reached<T>(scopes: readonly T[]) {
    return leaky ? everything : scopes;
  }

  const call = (entity: string, path: string, body?: object) => {
    const url = `/api/workloads/entities/${entity}/${path}`;
    return (
      body
        ? request(backend.server).post(url).send(body)
        : request(backend.server).get(url)
    ).set('authorization', mockCredentials.user.header('user:default/dev-one'));
  };
  const range = { from: '2026-11-01T00:00:00Z', to: '2026-11-01T01:00:00Z' };
  const measured = async (entity: string, more: object = {}) => {
    const { body } = await call(entity, 'metrics/query', {
      ...range,
      panel: 'latency',
      ...more,
    });
    return body.series.map((one: { pod?: string }) => one.pod ?? 'namespace');
  };
  const read = async (entity: string) => {
    const { body } = await call(entity, 'logs/search', {
      ...range,
      sources: [{ cluster: 'prod-sh', namespace: NAMESPACE, container: '*' }],
    });
    return body.items.map(({ text }: { text: string }) => text);
  };

  beforeEach(async () => {
    leaky = false;
    panelsAsked = 0;
    backend = await startWorkloadsBackend({
      access,
      histories: new Map([['prod-sh', history]]),
      metricStores: new Map([['prod-sh', metrics]]),
    });
    const { reader } = backend;
    reader.put('prod-sh', 'daemonsets', daemonSet('pricing-rpc'));
    reader.put('prod-sh', 'pods', pod(OWN, 'Deployment', 'pricing'));
    reader.put('prod-sh', 'pods', pod(ODD, 'Deployment', 'risk'));
    reader.put(
      'prod-sh',
      'pods',
      pod(NEIGHBOURS[0], 'DaemonSet', 'pricing-rpc'),
    );
  });
  afterEach(() => backend.server.stop());

  const component = 'component/default/pricing';
  const domain = 'domain/default/payments';

  it.each([false, true])(
    'are in neither metrics nor stored lines of a component (a store that answers with everything: %s)',
    async answersAll => {
      leaky = answersAll;
      expect(await measured(component)).toEqual([OWN, OWN_GONE]);
      expect(await read(component)).toEqual([OWN, OWN_GONE]);
    },
  );

  it('are not counted', async () => {
    const { body } = await call(component, 'logs/histogram', {
      ...range,
      sources: [{ cluster: 'prod-sh', namespace: NAMESPACE, container: '*' }],
    });
    expect(body.matched).toBe(2);
  });

  it('cannot be named', async () => {
    for (const name of [...NEIGHBOURS, ODD]) {
      const { status } = await call(component, 'logs/search', {
        ...range,
        sources: [{ cluster: 'prod-sh', namespace: NAMESPACE, pod: name }],
      });
      expect([name, status]).toEqual([name, 404]);
    }
  });

  it('are there for who sees the whole namespace, as is what belongs to no pod', async () => {
    expect(await measured(domain)).toEqual([...ALL, 'namespace']);
    // A source that asks for each part by itself finds nothing twice.
    const scopes = metricStore.queries.at(-1)?.scopes ?? [];
    expect(
      ALL.map(name => scopes.filter(scope => isNamed(name, [scope])).length),
    ).toEqual(ALL.map(() => 1));
    expect(await read(domain)).toEqual(ALL);
    expect(await measured(domain, { workload: 'pricing-rpc' })).toEqual(
      NEIGHBOURS,
    );
    expect(await measured(domain, { workload: 'risk' })).toEqual([ODD]);
  });

  it('are told apart in what a line is said to be of', async () => {
    const { body } = await call(domain, 'logs/search', {
      ...range,
      sources: [{ cluster: 'prod-sh', namespace: NAMESPACE, container: '*' }],
    });
    expect(
      body.sources.map((one: { pod: string; workload: string }) => [
        one.pod,
        one.workload.split('/').at(-1),
      ]),
    ).toEqual([
      [OWN, 'pricing'],
      [OWN_GONE, 'pricing'],
      [NEIGHBOURS[0], 'pricing-rpc'],
      [NEIGHBOURS[1], 'pricing-rpc'],
      [ODD, 'risk'],
    ]);
  });

  it('share one look at what a store has data of', async () => {
    await Promise.all([
      call(component, 'metrics/panels'),
      call(component, 'metrics/panels'),
    ]);
    backend.clock.advance(29_000);
    await call(component, 'metrics/panels');
    expect(panelsAsked).toBe(1);
    backend.clock.advance(1_000);
    await call(component, 'metrics/panels');
    expect(panelsAsked).toBe(2);
  });
});
