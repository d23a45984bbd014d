import { linePieces } from './linePieces';

describe('linePieces', () => {
  it('puts the message first and the fields dim behind it, without those in columns', () => {
    expect(
      linePieces(
        '{"level":"error","ms":12,"msg":"capture failed","order":"8 f"}',
        /FAILED|8/gi,
        ['ms'],
      ),
    ).toEqual([
      { text: 'capture ' },
      { text: 'failed', hit: true },
      { text: '  order="', dim: true },
      { text: '8', dim: true, hit: true },
      { text: ' f"', dim: true },
    ]);
  });

  it('keeps the colours of a program', () => {
    expect(linePieces('\u001b[31mbad\u001b[0m news', /news/g)).toEqual([
      { text: 'bad', style: { colour: 'red' } },
      { text: ' ' },
      { text: 'news', hit: true },
    ]);
  });

  it('draws no more of a line of 20 MB than a row holds', () => {
    const pieces = linePieces('x'.repeat(20_000_000), /y/g);
    expect(pieces.map(piece => piece.text.length)).toEqual([2_000]);
  });
});
