import { aCluster, at, clustersWorld } from '../__testUtils__/clustersWorld';
import { checkFindings, checkTitle } from './checkFindings';
import { clusterStateInWords } from './clusterStateInWords';
import { clustersSentence } from './clustersSentence';
import { orderClusters } from './orderClusters';

describe('orderClusters', () => {
  it('puts the worst first and keeps the order of the config among equals', () => {
    const clusters = [
      aCluster('well-1'),
      aCluster('stale', { state: 'stale' }),
      aCluster('sick', { nodes: { ready: 1, total: 2 } }),
      aCluster('well-2', { nodes: undefined }),
      aCluster('new', { state: 'connecting' }),
      aCluster('silent', { state: 'unreachable' }),
      aCluster('denied', { state: 'denied' }),
    ];
    expect(orderClusters(clusters).map(({ name }) => name)).toEqual([
      'denied',
      'silent',
      'new',
      'sick',
      'stale',
      'well-1',
      'well-2',
    ]);
  });

  it('does not take more ready nodes than there are for trouble', () => {
    const odd = aCluster('odd', { nodes: { ready: 3, total: 2 } });
    expect(clusterStateInWords(odd).mark).toBe('healthy');
  });
});

describe('clustersSentence', () => {
  it('counts each kind of trouble; what a silent cluster last said of its nodes is none', () => {
    expect(
      clustersSentence([
        aCluster('a', { state: 'unreachable', nodes: { ready: 0, total: 9 } }),
        aCluster('b', { nodes: { ready: 7, total: 9 } }),
        aCluster('c', { state: 'stale', nodes: { ready: 8, total: 9 } }),
      ]),
    ).toEqual([
      { key: 'clusters.sentence.silent', params: { count: 1 } },
      { key: 'clusters.sentence.stale', params: { count: 1 } },
      { key: 'clusters.sentence.nodes', params: { count: 3 } },
    ]);
  });

  it('says that all is well', () => {
    expect(clustersSentence([aCluster('a'), aCluster('b')])).toEqual([
      { key: 'clusters.sentence.allWell', params: { count: 2 } },
    ]);
  });
});

describe('clusterStateInWords', () => {
  it.each([
    [
      { state: 'unreachable', asOf: at(14, 2), retryAt: at(14, 10) },
      'silent',
      'clusters.state.silentSince',
      [
        {
          key: 'clusters.state.nextTry',
          params: { time: { clock: at(14, 10) } },
        },
      ],
    ],
    [
      { state: 'unreachable', asOf: undefined },
      'silent',
      'clusters.state.silent',
      [{ key: 'clusters.state.neverSeen' }],
    ],
    [
      { state: 'denied', asOf: at(14, 2), reason: 'expired' },
      'denied',
      'clusters.state.denied',
      [
        { message: 'expired', cause: undefined },
        {
          key: 'clusters.state.lastSeen',
          params: { time: { clock: at(14, 2) } },
        },
      ],
    ],
    [
      { state: 'connecting', asOf: undefined },
      'progressing',
      'clusters.state.connecting',
      [{ key: 'clusters.state.neverSeen' }],
    ],
    [
      { state: 'stale', reason: 'reads pods again' },
      'progressing',
      'clusters.state.stale',
      [{ message: 'reads pods again', cause: undefined }],
    ],
    [
      { nodes: { ready: 1, total: 3 } },
      'degraded',
      'clusters.state.live',
      [{ key: 'clusters.state.nodesNotReady', params: { count: 2 } }],
    ],
    [{}, 'healthy', 'clusters.state.live', []],
  ] as const)('%j', (parts, mark, key, why) => {
    const words = clusterStateInWords(aCluster('a', parts));
    expect(words.mark).toBe(mark);
    expect(words.phrase).toMatchObject({ key });
    expect(words.why).toEqual(why);
  });
});

describe('checkFindings', () => {
  const check = clustersWorld().checks!['prod-sh'];

  it('puts what lacks first and leaves nodes out that are well', () => {
    const findings = checkFindings(check);
    expect(findings.open.map(({ id }) => id)).toEqual([
      'rights.nodes',
      'token',
    ]);
    expect(findings.passed.map(({ id }) => id)).toEqual(['rights.pods']);
    expect(findings.nodes.map(({ name }) => name)).toEqual([
      'sh-w-31',
      'sh-w-32',
    ]);
  });

  it('names what was checked in words of our own where it is known', () => {
    expect(check.items.map(checkTitle)).toEqual([
      { key: 'clusters.check.rights', params: { resource: 'pods' } },
      { text: 'its clock' },
      { key: 'clusters.check.token' },
      { key: 'clusters.check.rights', params: { resource: 'nodes' } },
    ]);
    for (const id of ['connection', 'tls', 'token']) {
      expect(checkTitle({ id, what: 'x', outcome: 'ok' })).toEqual({
        key: `clusters.check.${id}`,
      });
    }
  });

  it.each([
    [4_999, true, 'clusters.clock.equal'],
    [-4_999, true, 'clusters.clock.equal'],
    [5_000, false, 'clusters.clock.ahead'],
    [-300_000, false, 'clusters.clock.behind'],
    [undefined, undefined, 'clusters.clock.unknown'],
  ])('a clock off by %s ms', (clockSkewMs, agrees, key) => {
    const { clock } = checkFindings({
      ...check,
      clockSkewMs,
      nodes: undefined,
    });
    expect(clock.agrees).toBe(agrees);
    expect(clock.phrase).toMatchObject({ key });
  });
});
