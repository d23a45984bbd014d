import { shareOut } from './shareOut';

function series(cluster: string, measure: string, count: number) {
  return Array.from({ length: count }, (_one, index) => ({
    cluster,
    namespace: 'pay',
    pod: `pod-${index}`,
    measure,
    values: [1],
  }));
}

function countsOf(shown: readonly { cluster: string; measure: string }[]) {
  const counts: Record<string, number> = {};
  for (const { cluster, measure } of shown) {
    const key = `${cluster} ${measure}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe('sharing out what can be drawn', () => {
  it('leaves alone what is not too much', () => {
    const all = [...series('a', 'request', 2), ...series('b', 'usage', 2)];
    expect(shareOut(all, 4)).toEqual({ shown: all, warnings: [] });
  });

  it('gives each cluster as many, and what one does not need to the others', () => {
    const { shown, warnings } = shareOut(
      [
        ...series('a', 'usage', 300),
        ...series('b', 'usage', 300),
        ...series('c', 'usage', 10),
      ],
      200,
    );
    expect(countsOf(shown)).toEqual({
      'a usage': 95,
      'b usage': 95,
      'c usage': 10,
    });
    expect(warnings).toEqual([
      {
        cluster: 'a',
        code: 'truncated',
        message: expect.stringMatching(/^205 more series/),
      },
      {
        cluster: 'b',
        code: 'truncated',
        message: expect.stringMatching(/^205 more series/),
      },
    ]);
  });

  it('takes what was measured before what is asked for', () => {
    const all = [
      ...series('a', 'request', 150),
      ...series('a', 'usage', 60),
      ...series('b', 'limit', 150),
      ...series('b', 'usage', 60),
    ];
    const { shown } = shareOut(all, 200);
    expect(countsOf(shown)).toEqual({
      'a usage': 60,
      'b usage': 60,
      'a request': 40,
      'b limit': 40,
    });
    expect(shown).toEqual(all.filter(one => shown.includes(one)));
  });
});
