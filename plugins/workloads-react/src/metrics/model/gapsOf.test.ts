import { gapsOf } from './gapsOf';

const line = (text: string) => ({
  values: [...text].map(one => (one === '.' ? null : Number(one))),
});

describe('gapsOf', () => {
  it.each([
    ['...11', [{ from: 0, to: 2 }]],
    ['1...1', [{ from: 1, to: 3 }]],
    ['11...', [{ from: 2, to: 4 }]],
    ['1..1..1', []],
    ['00000', []],
    ['.....', []],
    ['', []],
  ])('finds where nothing was measured in %s', (text, gaps) => {
    expect(gapsOf([line(text)])).toEqual(gaps);
  });

  it('sees no gap where another line has a value', () => {
    expect(gapsOf([line('1....1'), line('..1...')])).toEqual([]);
    expect(gapsOf([])).toEqual([]);
  });
});
