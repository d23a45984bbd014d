import { LogHistoryScope } from '@domaindeck/backstage-plugin-workloads-node';
import { ScopeCheck } from '../history/ScopeCheck';
import { lineFilters } from './lineFilters';
import { printQuery } from './print';
import { scopedStreams } from './scopedStreams';

const scheme = {
  namespace: 'namespace',
  pod: 'pod',
  container: 'container',
  indexed: new Set(['namespace', 'pod', 'container']),
};
const cluster = [{ label: 'cluster', is: '=' as const, value: 'prod-sh' }];

function queries(
  scopes: readonly LogHistoryScope[],
  options: Partial<typeof scheme> = {},
): string[] {
  return scopedStreams(scopes, { ...scheme, ...options }, cluster).map(
    ({ query }) => printQuery({ ...query, lines: [] }),
  );
}

describe('queries of scopes', () => {
  it('name the cluster and one namespace in every selector', () => {
    expect(
      queries([
        { namespace: 'pay', pods: ['api-[a-z]{5}'], container: 'api' },
        { namespace: 'ride' },
      ]),
    ).toEqual([
      '{cluster="prod-sh", namespace="pay", pod=~"(?:api-[a-z]{5})", container="api"}',
      '{cluster="prod-sh", namespace="ride"}',
    ]);
  });

  it('keep apart which container goes with which pod', () => {
    expect(
      queries([
        { namespace: 'pay', pods: ['a', 'b'], container: 'x.y' },
        { namespace: 'pay', pods: ['c'], container: 'z' },
      ]),
    ).toEqual([
      '{cluster="prod-sh", namespace="pay", pod=~"(?:a)|(?:b)|(?:c)", container=~"x\\\\.y|z"}' +
        ' | ((pod=~"(?:a)|(?:b)" and container="x.y") or (pod=~"(?:c)" and container="z"))',
    ]);
  });

  it('leave out pods that are somebody else’s', () => {
    const scope = {
      namespace: 'pay',
      pods: ['api-.*'],
      exceptPods: ['api-db-.*', 'api-x'],
      container: 'api',
    };
    const streams =
      '{cluster="prod-sh", namespace="pay", pod=~"(?:api-.*)", container="api"}';
    expect(queries([scope])).toEqual([
      `${streams} | ((pod=~"(?:api-.*)" and pod!~"(?:api-db-.*)|(?:api-x)" and container="api"))`,
    ]);
    expect(queries([{ ...scope, exceptPods: [] }])).toEqual([streams]);
    const check = ScopeCheck.create([scope], scheme, { cluster: 'prod-sh' });
    const origin = (pod: string) =>
      check.origin({
        cluster: 'prod-sh',
        namespace: 'pay',
        container: 'api',
        pod,
      })?.pod;
    expect(['api-1', 'api-db-1', 'api-x', 'web'].map(origin)).toEqual([
      'api-1',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('take the whole namespace where one scope is all of it', () => {
    expect(
      queries([{ namespace: 'pay', pods: ['a'] }, { namespace: 'pay' }]),
    ).toEqual(['{cluster="prod-sh", namespace="pay"}']);
  });

  it('compare line by line what is no label of streams', () => {
    expect(
      queries([{ namespace: 'pay', pods: ['a'], container: 'x' }], {
        indexed: new Set(['namespace']),
      }),
    ).toEqual([
      '{cluster="prod-sh", namespace="pay"} | ((pod=~"(?:a)" and container="x"))',
    ]);
  });

  it('stay short enough for Loki however many workloads there are', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({
      namespace: 'pay',
      pods: [`service-number-${index}-[a-z0-9]{1,10}-[a-z0-9]{5}`],
      container: `service-number-${index}`,
    }));
    const texts = queries(many);
    expect(texts).toHaveLength(3);
    texts.forEach(text => expect(text.length).toBeLessThan(131_072));
  });

  it.each(['x"} or {namespace="secret', 'x`}', 'x}\n{', '\\'])(
    'keep the scope whatever a name is: %j',
    name => {
      const [text] = queries([{ namespace: name, container: name }]);
      const strings = text.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
      expect(strings.map(string => JSON.parse(string))).toEqual([
        'prod-sh',
        name,
        name,
      ]);
      expect(text.replace(/"(?:[^"\\]|\\.)*"/g, '?')).toBe(
        '{cluster=?, namespace=?, container=?}',
      );
    },
  );
});

describe('filters of lines', () => {
  it('quote texts, and keep expressions in a group of their own', () => {
    expect(
      lineFilters({
        include: [
          { text: 'a.b', caseSensitive: true },
          { text: 'a.b' },
          { text: '(?i)x|y', regex: true, caseSensitive: true },
          { text: 'x|y', regex: true },
        ],
        exclude: [{ text: '"}', caseSensitive: true }, { text: '{' }],
      }),
    ).toEqual([
      { is: '|=', text: 'a.b' },
      { is: '|~', text: '(?i)(?:a\\.b)' },
      { is: '|~', text: '(?i)x|y' },
      { is: '|~', text: '(?i)(?:x|y)' },
      { is: '!=', text: '"}' },
      { is: '!~', text: '(?i)(?:\\{)' },
    ]);
  });

  it('refuse what RE2 does not know, and what would close the group', () => {
    for (const text of ['a)|(b', '(?=x)', '(a)\\1', '[']) {
      expect(() =>
        lineFilters({ include: [{ text, regex: true }], exclude: [] }),
      ).toThrow('is wrong');
    }
  });
});
