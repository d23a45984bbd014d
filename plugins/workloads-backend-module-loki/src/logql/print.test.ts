import { printCount, printQuery, quoteText } from './print';

/** What Go reads out of a string of LogQL; JSON reads the same escapes. */
const read = (quoted: string): string => JSON.parse(quoted);

describe('the text of queries', () => {
  const NASTY = [
    '"} or {namespace="secret"}',
    '\\"} |= "',
    'a`b`',
    '{{ .x }}',
    'line\nbreak\r\n\t\u0000\u2028',
    "it's \\ back\\\\slashed\\",
    '# no comment',
    '🙂 中文',
  ];

  it.each(NASTY)('holds %j between quotes and nowhere else', text => {
    const quoted = quoteText(text);
    expect(read(quoted)).toBe(text);
    // Without the escapes there is one quote at each end and no bare control sign.
    const bare = quoted.replace(/\\(?:u[0-9a-f]{4}|.)/g, '');
    expect(bare.match(/"/g)).toHaveLength(2);
    expect(bare).toMatch(/^"[^\n\r]*"$/);
    expect(
      printQuery({
        streams: [{ label: 'namespace', is: '=', value: text }],
        lines: [{ is: '!=', text }],
        labels: { any: [{ label: 'pod', is: '=~', value: text }] },
      }),
    ).toBe(`{namespace=${quoted}} != ${quoted} | (pod=~${quoted})`);
  });

  it('writes no half of a sign, which Go would refuse', () => {
    expect(quoteText('a\ud800b\udc00')).toBe('"a\ufffdb\ufffd"');
    expect(quoteText('\ud83d\ude42')).toBe('"\ud83d\ude42"');
  });

  it('refuses a label that is no name', () => {
    expect(() =>
      printQuery({
        streams: [{ label: 'a="b"} #', is: '=', value: 'x' }],
        lines: [],
      }),
    ).toThrow('is not the name of a label');
  });

  it('counts spans that end before the moment of evaluation', () => {
    expect(
      printCount({
        of: { streams: [{ label: 'a', is: '=', value: 'b' }], lines: [] },
        span: 30_000n,
        offset: 12_345n,
        by: ['level'],
      }),
    ).toBe(
      'sum by (level) (count_over_time({a="b"} [30000ms] offset 12345ms))',
    );
  });
});
