import { readComparison, writeComparison } from './comparison';

describe('a comparison', () => {
  it.each([
    'compare=2026-11-19T11%3A20%3A00.000Z',
    'compare=2026-11-19T11%3A20%3A00.000Z&side=PT1H',
    'compare=week',
    'compare=pods&a=orders-1&b=orders-2',
    'compare=environments&a=dev-1%2Fpayments-dev',
  ])('comes back from the URL as it was written: %s', text => {
    const read = readComparison(new URLSearchParams(text));
    const params = new URLSearchParams('compare=pods&a=old&side=P3D');
    writeComparison(read, params);
    expect(`${params}`).toBe(text);
    writeComparison(undefined, params);
    expect(`${params}`).toBe('');
  });

  it.each(['', 'compare=', 'compare=revision', 'a=x&b=y&side=PT1H'])(
    'is none in %j',
    text => {
      expect(readComparison(new URLSearchParams(text))).toBeUndefined();
    },
  );

  it('has the usual sides where the URL names others', () => {
    expect(
      readComparison(
        new URLSearchParams('compare=2026-11-19T11:20:00Z&side=P9D'),
      ),
    ).toEqual({
      kind: 'release',
      at: '2026-11-19T11:20:00.000Z',
      side: 'PT24H',
    });
  });
});
