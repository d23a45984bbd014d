import { printPresence, printQuery } from '../promql/print';
import { QueryScope } from '../promql/types';
import { seriesOf } from '../source/seriesOf';
import { selectorsOf } from '../testUtils';
import { CATALOGUE, Measure } from '.';

/** Kinds of which it is told how many pods they want. */
const MEASURED = ['Deployment', 'StatefulSet', 'DaemonSet'];

const nasty = [
  'secret',
  'pay"} or {namespace="secret',
  'pay"} or vector(1) #',
  'pay`} or {namespace=`secret',
  'pay\\"} or up{a=\\"',
  'pay\n} #',
  'pay\\',
  'pay\ud800',
  '.*',
  'pay|secret',
];

/** Metrics of whole namespaces; beside a metric of pods they tell of what these pods have. */
const SIDES = ['kubelet_volume_stats_'];

/** What a selector is held to after the namespace, by what its measure or its side of a join is told of. */
function whoseOf(metric: string, measure: Measure, pods: string): string[] {
  const { told = { by: 'pods' } } = measure;
  if (SIDES.some(side => metric.startsWith(side))) {
    return [];
  }
  switch (told.by) {
    case 'pods':
      return [pods];
    case 'workloads':
      return [`${told.label}=~(?:web\\.1)`];
    case 'services':
      return ['service=~(?:web\\.1)|(?:jobs)'];
    default:
      return [];
  }
}

const workloads = MEASURED.map(kind => ({ kind, name: 'web.1' })).concat({
  kind: 'CronJob',
  name: 'jobs',
});

describe('the catalogue', () => {
  it.each(nasty)('holds every selector to its scope: %j', text => {
    const scope: QueryScope = {
      cluster: [{ label: 'cluster', is: '=', value: text }],
      namespace: text,
      pods: ['api-[0-9]+', text],
      workloads,
    };
    const value = text.replace('\ud800', '\ufffd');
    for (const measure of CATALOGUE) {
      const selectors = selectorsOf(printQuery(measure.query, scope, 120_000));
      expect(selectors.length).toBeGreaterThan(0);
      for (const { metric, matchers } of selectors) {
        expect(metric).toMatch(/^(container|kube|kubelet|http|nginx)_/);
        const whose = whoseOf(
          metric,
          measure,
          `pod=~(?:api-[0-9]+)|(?:${value})`,
        );
        const held = [`cluster=${value}`, `namespace=${value}`, ...whose];
        expect(matchers.slice(-held.length)).toEqual(held);
      }
    }
  });

  it('asks for what belongs to a namespace only beside its pods, or of who sees the whole', () => {
    const plain: QueryScope = { cluster: [], namespace: 'a', pods: ['b'] };
    const isHeld = (matcher: string) =>
      /^(pod|service|deployment|statefulset|daemonset)=~/.test(matcher);
    const loose = CATALOGUE.filter(
      ({ query, told }) =>
        told?.by !== 'namespace' &&
        selectorsOf(printQuery(query, plain, 1)).some(
          ({ matchers }) => !matchers.some(isHeld),
        ),
    );
    expect(loose.map(({ panel, measure }) => [panel, measure])).toEqual([
      ['volumes', 'used'],
      ['volumes', 'full'],
    ]);
    for (const { query } of loose) {
      // A join has values only where its other side has.
      expect(printQuery(query, plain, 1)).toMatch(
        /^\(.* \* on \(namespace, persistentvolumeclaim\) group_right \(\) max by \(namespace, persistentvolumeclaim, pod\) \(kube_pod_spec_volumes_persistentvolumeclaims_info\{namespace="a", pod=~"\(\?:b\)"\}\)\)$/,
      );
    }
  });

  it('leaves out pods that are somebody else’s in every selector of pods', () => {
    const scope: QueryScope = {
      cluster: [],
      namespace: 'pay',
      pods: ['api-.*'],
      exceptPods: ['api-db-.*', 'api-x'],
    };
    for (const { query, told = { by: 'pods' } } of CATALOGUE) {
      for (const { metric, matchers } of selectorsOf(
        printQuery(query, scope, 120_000),
      )) {
        const isOfPods =
          told.by === 'pods' && !SIDES.some(side => metric.startsWith(side));
        expect(matchers.filter(one => one.startsWith('pod'))).toEqual(
          isOfPods ? ['pod=~(?:api-.*)', 'pod!~(?:api-db-.*)|(?:api-x)'] : [],
        );
      }
    }
  });

  it('lets through no series of a pod that is somebody else’s', () => {
    const series = seriesOf(
      {
        status: 'success',
        data: {
          resultType: 'matrix',
          result: ['api-1', 'api-db-1', 'web'].map(pod => ({
            metric: { namespace: 'pay', pod },
            values: [[0, '1']],
          })),
        },
      },
      CATALOGUE.find(({ measure }) => measure === 'rss')!,
      { namespace: 'pay', pods: ['api-.*'], exceptPods: ['api-db-.*'] },
      { from: 0, to: 0, step: 1_000 },
    );
    expect(series.map(({ pod }) => pod)).toEqual(['api-1']);
  });

  it('asks what is there of the namespaces only', () => {
    for (const text of nasty) {
      const value = text.replace('\ud800', '\ufffd');
      const [selector, ...others] = selectorsOf(
        printPresence(
          ['up'],
          ['pay', text],
          [{ label: 'cluster', is: '=', value: text }],
        ),
      );
      expect(others).toEqual([]);
      expect(selector.matchers).toHaveLength(3);
      expect(selector.matchers).toEqual(
        expect.arrayContaining([`cluster=${value}`, '__name__=~up']),
      );
      const [, namespaces] =
        /^namespace=~(.*)$/s.exec(selector.matchers[2]) ?? [];
      const own = new RegExp(`^(?:${namespaces})$`);
      expect(['pay', value].every(name => own.test(name))).toBe(true);
      expect(own.test('other')).toBe(false);
    }
  });

  it('names each measure once, and needs what it asks', () => {
    const names = CATALOGUE.map(
      ({ panel, measure, origin, needs }) =>
        `${panel} ${measure} ${origin ?? (measure === 'desired' ? needs : '')}`,
    );
    expect(new Set(names).size).toBe(names.length);
    for (const { needs, query } of CATALOGUE) {
      const metrics = selectorsOf(
        printQuery(query, { cluster: [], namespace: 'a', pods: ['b'] }, 1),
      ).map(({ metric }) => metric);
      expect(metrics).toContain(needs);
    }
  });

  it.each([
    ['{}', ['']],
    ['up or up{a="}"}', ['up', 'up']],
    ['sum by (a) (up)', ['up']],
    ['(a * on (b) group_right () c{}) > -1', ['a', 'c']],
  ])('is judged by a reader that misses no selector: %s', (query, metrics) => {
    expect(selectorsOf(query).map(({ metric }) => metric)).toEqual(metrics);
  });

  it('refuses names that are none', () => {
    const scope: QueryScope = {
      cluster: [{ label: 'a="b"} or {c', is: '=', value: 'd' }],
      namespace: 'pay',
      pods: ['api'],
    };
    const [{ query }] = CATALOGUE;
    expect(() => printQuery(query, scope, 1)).toThrow('is not the name');
    expect(() =>
      printQuery(query, { ...scope, cluster: [] }, Number.NaN),
    ).toThrow('is not a span');
  });
});
