import { printPresence, printQuery } from '../promql/print';
import { QueryScope } from '../promql/types';
import { seriesOf } from '../source/seriesOf';
import { selectorsOf } from '../testUtils';
import { CATALOGUE } from '.';

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

describe('the catalogue', () => {
  it.each(nasty)('holds every selector to its scope: %j', text => {
    const scope: QueryScope = {
      cluster: [{ label: 'cluster', is: '=', value: text }],
      namespace: text,
      pods: ['api-[0-9]+', text],
    };
    const value = text.replace('\ud800', '\ufffd');
    for (const { query } of CATALOGUE) {
      const selectors = selectorsOf(printQuery(query, scope, 120_000));
      expect(selectors.length).toBeGreaterThan(0);
      for (const { metric, matchers } of selectors) {
        expect(metric).toMatch(/^(container|kube|http)_/);
        expect(matchers.slice(-3)).toEqual([
          `cluster=${value}`,
          `namespace=${value}`,
          `pod=~(?:api-[0-9]+)|(?:${value})`,
        ]);
      }
    }
  });

  it('leaves out pods that are somebody else’s in every selector', () => {
    const scope: QueryScope = {
      cluster: [],
      namespace: 'pay',
      pods: ['api-.*'],
      exceptPods: ['api-db-.*', 'api-x'],
    };
    for (const { query } of CATALOGUE) {
      for (const { matchers } of selectorsOf(
        printQuery(query, scope, 120_000),
      )) {
        expect(matchers.slice(-2)).toEqual([
          'pod=~(?:api-.*)',
          'pod!~(?:api-db-.*)|(?:api-x)',
        ]);
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
      'usage',
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
    const names = CATALOGUE.map(({ panel, measure }) => `${panel} ${measure}`);
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
