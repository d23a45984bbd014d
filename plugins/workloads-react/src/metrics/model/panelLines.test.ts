import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { metricScale } from './metricScale';
import { panelLines } from './panelLines';
import { csvOf, tableOf } from './tableOf';

function answerOf(series: MetricsAnswer['series']): MetricsAnswer {
  return {
    panel: 'cpu',
    unit: 'cores',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-01T00:02:00.000Z',
    step: 60,
    series,
    sources: [],
    warnings: [],
    clusters: [],
  };
}

function usage(
  pod: string,
  values: (number | null)[],
  more: Partial<MetricsAnswer['series'][number]> = {},
) {
  return {
    cluster: 'dev-1',
    namespace: 'demo',
    pod,
    container: 'app',
    measure: 'usage',
    values,
    ...more,
  };
}

describe('panelLines', () => {
  it('adds up the containers of a pod, and draws a gap only where none has a value', () => {
    const [line, ...others] = panelLines(
      answerOf([
        usage('a', [1, null, null]),
        usage('a', [2, 3, null], { container: 'proxy' }),
      ]),
    );
    expect(line).toMatchObject({
      kind: 'pod',
      name: 'a',
      values: [3, 3, null],
    });
    expect(others).toEqual([]);
  });

  it('keeps pods of the same name in two clusters apart', () => {
    const lines = panelLines(
      answerOf([
        usage('db-0', [1, 1, 1]),
        usage('db-0', [5, 5, 5], { cluster: 'prod-sh' }),
      ]),
    );
    expect(lines.map(({ values }) => values[0])).toEqual([1, 5]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
  });

  it('tells the worst pod where values cannot be added up', () => {
    const answer = answerOf(
      ['p50', 'p95'].flatMap(measure => [
        usage('a', [1, null, null], { measure }),
        usage('b', [3, 2, null], { measure }),
      ]),
    );
    expect(
      panelLines({ ...answer, unit: 'seconds' }).map(({ values }) => values),
    ).toEqual([
      [3, 2, null],
      [3, 2, null],
    ]);
    expect(panelLines(answer).map(({ values }) => values[0])).toEqual([4, 4]);
  });

  it('shows the busiest and the median of many pods, and each where it is wanted', () => {
    const answer = answerOf(
      [1, 2, 3, 4, 5, 6, 9].map(value => usage(`p${value}`, [value, null, 2])),
    );
    expect(panelLines(answer)).toMatchObject([
      { kind: 'busiest', values: [9, null, 2] },
      { kind: 'median', values: [4, null, 2] },
    ]);
    expect(panelLines(answer, 'each')).toHaveLength(7);
  });

  it('draws what is asked for and the limit once, and measures as lines of their own', () => {
    const lines = panelLines(
      answerOf([
        usage('a', [1, 1, 1]),
        usage('a', [2, 2, 2], { measure: 'request' }),
        usage('b', [2, 2, 2], { measure: 'request' }),
        usage('b', [4, 4, 4], { measure: 'limit' }),
      ]),
    );
    expect(lines.map(({ kind, values }) => [kind, values[0]])).toEqual([
      ['pod', 1],
      ['request', 2],
      ['limit', 4],
    ]);
    const network = panelLines(
      answerOf([
        usage('a', [1, 1, 1], { measure: 'receive' }),
        usage('b', [2, 2, 2], { measure: 'receive' }),
        usage('a', [7, 7, 7], { measure: 'transmit' }),
      ]),
    );
    expect(network.map(({ name, values }) => [name, values[0]])).toEqual([
      ['receive', 3],
      ['transmit', 7],
    ]);
    expect(panelLines(answerOf([]))).toEqual([]);
  });

  it('names what is no pod, and draws nothing that is counted in another unit', () => {
    const answer = answerOf([
      usage('db-0', [0.5, 0.5, 0.6], { subject: 'data', measure: 'used' }),
      usage('db-0', [900, 900, 800], {
        subject: 'data',
        measure: 'full',
        unit: 'seconds',
      }),
    ]);
    expect(panelLines({ ...answer, unit: 'ratio' })).toMatchObject([
      { kind: 'subject', name: 'data', values: [0.5, 0.5, 0.6] },
    ]);
  });

  it('draws how many are wanted in place of how many are there', () => {
    const replicas = [
      usage('a', [1, 1, 1], { measure: 'pods' }),
      usage('a', [0, 1, 1], { measure: 'ready' }),
    ];
    const desired = usage('', [2, 2, 2], {
      pod: undefined,
      workload: 'orders',
      measure: 'desired',
    });
    const kindsOf = (series: MetricsAnswer['series']) =>
      panelLines(answerOf(series)).map(({ kind, name }) => [kind, name]);
    expect(kindsOf(replicas)).toEqual([
      ['measure', 'pods'],
      ['measure', 'ready'],
    ]);
    expect(kindsOf([...replicas, desired])).toEqual([
      ['measure', 'ready'],
      ['wanted', 'desired'],
    ]);
  });

  it('tells resident memory of one pod beside what each uses', () => {
    expect(
      panelLines(
        answerOf([
          usage('a', [5, 5, 5]),
          usage('b', [6, 6, 6]),
          usage('a', [3, 3, 3], { measure: 'rss' }),
          usage('b', [2, 2, 2], { measure: 'rss' }),
        ]),
      ).map(({ name, values }) => [name, values[0]]),
    ).toEqual([
      ['a', 5],
      ['b', 6],
      ['rss', 3],
    ]);
  });

  it('adds up the requests of all pods, unless each is wanted', () => {
    const answer: MetricsAnswer = {
      ...answerOf([
        usage('a', [1, 1, null], { measure: 'requests' }),
        usage('b', [2, null, null], { measure: 'requests' }),
      ]),
      panel: 'requests',
    };
    expect(panelLines(answer)).toMatchObject([
      { name: 'all', values: [3, 1, null] },
    ]);
    expect(panelLines(answer, 'each').map(({ name }) => name)).toEqual([
      'a',
      'b',
    ]);
  });

  it('never adds up what two have counted', () => {
    const requests = (origin: string, value: number) =>
      usage('a', [value, value, value], { measure: 'requests', origin });
    expect(
      panelLines(
        answerOf([requests('OpenTelemetry', 5), requests('ingress-nginx', 6)]),
      ).map(({ origin, values }) => [origin, values[0]]),
    ).toEqual([
      ['OpenTelemetry', 5],
      ['ingress-nginx', 6],
    ]);
    const [alone] = panelLines(answerOf([requests('OpenTelemetry', 5)]));
    expect(alone).toMatchObject({ kind: 'pod', name: 'a' });
    expect(alone.origin).toBeUndefined();
  });
});

describe('panelLines of containers', () => {
  it('draws each container with what it asks for and may use', () => {
    const lines = panelLines(
      answerOf([
        usage('a', [1, 1, null]),
        usage('a', [2, 2, 2], { measure: 'limit' }),
        usage('a', [5, 5, 5], { container: 'proxy' }),
        usage('a', [9, 9, 9], { container: 'proxy', measure: 'limit' }),
      ]),
      'containers',
    );
    expect(lines).toMatchObject([
      { kind: 'subject', name: 'app', values: [1, 1, null] },
      { kind: 'subject', name: 'proxy', values: [5, 5, 5] },
      { kind: 'limit', name: 'limit', origin: 'app', values: [2, 2, 2] },
      { kind: 'limit', name: 'limit', origin: 'proxy', values: [9, 9, 9] },
    ]);
  });

  it('draws the pod where it has one container, and what is told of no container', () => {
    expect(
      panelLines(answerOf([usage('a', [1, 1, 1])]), 'containers'),
    ).toMatchObject([{ kind: 'pod', name: 'a' }]);
    const received = { container: undefined, measure: 'receive' };
    expect(
      panelLines(answerOf([usage('a', [1, 1, 1], received)]), 'containers'),
    ).toMatchObject([{ kind: 'pod', name: 'a' }]);
  });
});

describe('tableOf', () => {
  it('holds the numbers of the chart, and CSV quotes what needs it', () => {
    const answer = answerOf([usage('a,"b"', [1.5, null, 2])]);
    const table = tableOf(panelLines(answer), answer);
    expect(table.rows[1]).toEqual(['2026-11-01T00:01:00.000Z', null]);
    expect(csvOf(table).split('\r\n')).toEqual([
      'time,"a,""b"""',
      '2026-11-01T00:00:00.000Z,1.5',
      '2026-11-01T00:01:00.000Z,',
      '2026-11-01T00:02:00.000Z,2',
      '',
    ]);
  });
});

describe('metricScale', () => {
  it.each([
    ['bytes', 700 * 2 ** 20, 'MiB', 512 * 2 ** 20, '512'],
    ['bytes', 0, 'B', 0, '0'],
    ['bytes', 1_100 * 2 ** 20, 'MiB', 1_024 * 2 ** 20, '1,024'],
    ['bytesPerSecond', 5 * 2 ** 30, 'GiB/s', 2 ** 30, '1'],
    ['ratio', 0.5, '%', 0.335, '33.5'],
    ['seconds', 0.4, 'ms', 0.199, '199'],
    ['seconds', 12, 's', 3, '3'],
    ['cores', 0.2, 'cores', 0.1234, '0.123'],
  ] as const)(
    'writes %s up to %d in %s',
    (unit, largest, head, value, text) => {
      const scale = metricScale(unit, largest, 'en-US');
      expect(scale.unit).toBe(head);
      expect(scale.format(value)).toBe(text);
    },
  );
});
