import { parseAnsi, withoutAnsi } from './parseAnsi';

const ESC = '\u001b';

describe('parseAnsi', () => {
  it('leaves a plain line as it is', () => {
    expect(parseAnsi('a <b>bold</b> claim\twith a tab')).toEqual([
      { text: 'a <b>bold</b> claim\twith a tab' },
    ]);
  });

  it('keeps colours and weights, by name', () => {
    expect(
      parseAnsi(
        `${ESC}[31;1mERROR${ESC}[0m plain ${ESC}[94mblue${ESC}[39m ${ESC}[38;5;3mold${ESC}[m ${ESC}[38;2;1;2;3;4mrgb`,
      ),
    ).toEqual([
      { text: 'ERROR', style: { colour: 'red', bold: true } },
      { text: ' plain ' },
      { text: 'blue', style: { colour: 'blue' } },
      { text: ' ' },
      { text: 'old', style: { colour: 'yellow' } },
      { text: ' ' },
      { text: 'rgb', style: { underline: true } },
    ]);
  });

  it.each([
    ['clears and cursor moves', `${ESC}[2J${ESC}[1;1Hgone`, 'gone'],
    ['a title', `${ESC}]0;evil title\u0007word`, 'word'],
    [
      'a link to anywhere',
      `${ESC}]8;;javascript:alert(1)${ESC}\\click${ESC}]8;;${ESC}\\ me`,
      'click me',
    ],
    ['eight-bit sequences', '\u009b31mred\u009d', 'red'],
    ['bells and backspaces', 'a\u0007b\u0008c\u0000d', 'abcd'],
    ['an unfinished sequence', `end${ESC}`, 'end'],
  ])('takes out %s', (_, line, words) => {
    expect(
      parseAnsi(line)
        .map(span => span.text)
        .join(''),
    ).toBe(words);
    expect(withoutAnsi(line)).toBe(words);
  });

  it('takes a line of many codes in one pass', () => {
    const line = `${ESC}[31m.`.repeat(10_000);
    expect(parseAnsi(line)).toHaveLength(10_000);
  });
});
