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

  it('stays on one row, and hides nothing', () => {
    const textOf = (line: string) =>
      linePieces(line, undefined)
        .map(({ text }) => text)
        .join('');
    expect(textOf('{"msg":"boom\\n\\tat a.b"}')).toBe('boom ↵ \tat a.b');
    expect(textOf('user \u202enimda')).toBe('user ‹U+202E›nimda');
    expect(textOf('\u001b[31mpay\u200bment\u001b[0m')).toBe('pay‹U+200B›ment');
    expect(textOf('<b>x</b> \u001b]8;;javascript:alert(1)\u001b\\y')).toBe(
      '<b>x</b> y',
    );
  });

  it('draws no more of a line of 20 MB than a row holds', () => {
    const pieces = linePieces('x'.repeat(20_000_000), /y/g);
    expect(pieces.map(piece => piece.text.length)).toEqual([2_000]);
  });
});
