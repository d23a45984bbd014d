import {
  clusterDefinition,
  FakeClusterConnection,
  FakeMetricSource,
} from '../testUtils';
import { MetricSources } from './MetricSources';

describe('MetricSources', () => {
  const plain = clusterDefinition({ name: 'plain' });
  const stored = clusterDefinition({
    name: 'stored',
    metrics: { type: 'mine', url: 'http://store' },
  });
  const connection = FakeClusterConnection.create(stored, () => ({}));

  it('makes the source of each cluster that names a type, with the way to its API server', () => {
    const sources = MetricSources.create();
    const source = FakeMetricSource.create();
    const factory = jest.fn(() => source);
    sources.addType('mine', factory);
    const made = sources.sources([plain, stored], cluster =>
      cluster === 'stored' ? connection : undefined,
    );
    expect([...made]).toEqual([['stored', source]]);
    expect(factory).toHaveBeenCalledTimes(1);
    expect(factory).toHaveBeenCalledWith({
      cluster: 'stored',
      config: { type: 'mine', url: 'http://store' },
      connection,
    });
  });

  it('names the key of a type that nobody brought, and what there is', () => {
    const sources = MetricSources.create();
    const make = () => sources.sources([stored], () => connection);
    expect(make).toThrow(
      'workloads.clusters.stored.metrics.type is "mine", for which no module is installed; known are none',
    );
    sources.addType('other', () => FakeMetricSource.create());
    expect(make).toThrow('known are other');
  });

  it('takes a type once, and no cluster that cannot be reached', () => {
    const sources = MetricSources.create();
    sources.addType('mine', () => FakeMetricSource.create());
    expect(() =>
      sources.addType('mine', () => FakeMetricSource.create()),
    ).toThrow('exist already');
    expect(() => sources.sources([stored], () => undefined)).toThrow(
      'There is no connection to cluster "stored"',
    );
  });
});
