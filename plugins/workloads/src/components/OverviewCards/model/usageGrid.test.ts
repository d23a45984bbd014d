import {
  MetricUsageAnswer,
  MetricUse,
} from '@domaindeck/backstage-plugin-workloads-common';
import { usageGrid } from './usageGrid';

function itemOf(
  name: string,
  cluster: string,
  uses: { cpu?: Partial<MetricUse>; memory?: Partial<MetricUse> },
): MetricUsageAnswer['items'][number] {
  return {
    workload: `${cluster}/pay/Deployment/${name}`,
    environment: `${cluster}/pay`,
    cluster,
    namespace: 'pay',
    object: { kind: 'Deployment', name },
    pods: 1,
    ...(uses.cpu && { cpu: { values: [1], ...uses.cpu } }),
    ...(uses.memory && { memory: { values: [1], ...uses.memory } }),
  };
}

function answerOf(
  items: MetricUsageAnswer['items'],
  sources: MetricUsageAnswer['sources'] = [],
): MetricUsageAnswer {
  return {
    from: '2026-11-01T00:00:00Z',
    to: '2026-11-01T01:00:00Z',
    step: 120,
    items,
    sources,
    warnings: [],
    clusters: [
      { name: 'dev-1', tier: 'development', state: 'live' },
      { name: 'prod-sh', tier: 'production', state: 'live' },
    ],
  };
}

describe('usageGrid', () => {
  it('adds up by environment, in the order of the clusters', () => {
    const { environments, single } = usageGrid(
      answerOf([
        itemOf('orders', 'prod-sh', {
          cpu: { total: 1, totalRequest: 2 },
          memory: { total: 10 },
        }),
        itemOf('risk', 'prod-sh', { cpu: { total: 0.5 } }),
        itemOf('orders', 'dev-1', { memory: { total: 4, totalRequest: 8 } }),
      ]),
    );
    expect(single).toBe(false);
    expect(environments).toMatchObject([
      {
        ref: 'dev-1/pay',
        tier: 'development',
        cpu: { used: undefined, requested: undefined },
        memory: { used: 4, requested: 8 },
      },
      {
        ref: 'prod-sh/pay',
        tier: 'production',
        cpu: { used: 1.5, requested: 2 },
        memory: { used: 10, requested: undefined },
      },
    ]);
  });

  it('names what is nearly full, the fullest first', () => {
    const memory = (now: number, limit?: number) => ({
      memory: { now, limit },
    });
    const { full } = usageGrid(
      answerOf([
        itemOf('a', 'dev-1', memory(90, 100)),
        itemOf('b', 'dev-1', memory(99, 100)),
        itemOf('c', 'dev-1', memory(89, 100)),
        itemOf('d', 'dev-1', memory(99)),
      ]),
    );
    expect(full.map(({ usage, share }) => [usage.object.name, share])).toEqual([
      ['b', 0.99],
      ['a', 0.9],
    ]);
  });

  it('says of which clusters nothing is known', () => {
    expect(
      usageGrid(
        answerOf(
          [],
          [
            { cluster: 'dev-1', state: 'sampled' },
            { cluster: 'prod-sh', state: 'failing', reason: 'too slow' },
          ],
        ),
      ),
    ).toMatchObject({
      environments: [],
      missing: [{ cluster: 'prod-sh', reason: 'too slow' }],
    });
  });
});
