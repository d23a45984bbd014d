import { chipOf, conditionOf, highlightOf, hitsOf } from './conditions';

const plain = { regex: false, caseSensitive: false };

describe('the conditions of a query', () => {
  it('reads text, -text and /expression/', () => {
    expect(chipOf(' healthz ')).toEqual({ kind: 'has', text: 'healthz' });
    expect(chipOf('-healthz')).toEqual({ kind: 'not', text: 'healthz' });
    expect(chipOf('-')).toBeUndefined();
    expect(chipOf('  ')).toBeUndefined();
    expect(conditionOf({ kind: 'has', text: '/a|b/' }, plain)).toEqual({
      text: 'a|b',
      regex: true,
    });
    expect(
      conditionOf(
        { kind: 'not', text: '/' },
        { ...plain, caseSensitive: true },
      ),
    ).toEqual({ text: '/', caseSensitive: true });
    expect(
      conditionOf({ kind: 'has', text: 'a.b' }, { ...plain, regex: true }),
    ).toEqual({ text: 'a.b', regex: true });
  });

  it('marks what the conditions look for', () => {
    const pattern = highlightOf([
      { text: 'a.b' },
      { text: 'pay(ment)?', regex: true },
    ]);
    expect(hitsOf('Payment A.B axb', pattern!)).toEqual([
      [0, 7],
      [8, 11],
    ]);
  });

  it('marks nothing where it cannot, and comes to an end', () => {
    expect(highlightOf([])).toBeUndefined();
    expect(highlightOf([{ text: '(', regex: true }])).toBeUndefined();
    expect(hitsOf('abc', /x*/g)).toEqual([]);
    expect(hitsOf('a'.repeat(1000), /a/g)).toHaveLength(50);
  });
});
