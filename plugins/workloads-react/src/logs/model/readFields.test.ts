import { readFields } from './readFields';

describe('readFields', () => {
  it('reads JSON: the message first, time and level left to their columns', () => {
    expect(
      readFields(
        '{"time":"2026-11-24T10:00:00Z","level":"error","msg":"capture failed","order":"8f1e7","attempt":2,"upstream":{"host":"pricing"}}',
      ),
    ).toEqual({
      format: 'json',
      message: 'capture failed',
      fields: [
        { name: 'order', value: '8f1e7' },
        { name: 'attempt', value: '2' },
        { name: 'upstream', value: '{"host":"pricing"}' },
      ],
    });
  });

  it('reads logfmt with and without words before it', () => {
    expect(
      readFields('level=info msg="payment \\"ok\\"" order=8f1e7 empty= a.b=c'),
    ).toEqual({
      format: 'logfmt',
      message: 'payment "ok"',
      fields: [
        { name: 'order', value: '8f1e7' },
        { name: 'empty', value: '' },
        { name: 'a.b', value: 'c' },
      ],
    });
    expect(readFields('payment authorised  order=8f21c amount=42.50')).toEqual({
      format: 'logfmt',
      message: 'payment authorised',
      fields: [
        { name: 'order', value: '8f21c' },
        { name: 'amount', value: '42.50' },
      ],
    });
  });

  it.each([
    '{"cut off":',
    '[1, 2]',
    'x = y is no pair',
    'a=b and then words',
    '    at pricing.cache.FareCache.load(FareCache.java:118)',
    '',
  ])('takes %j as words', line => {
    expect(readFields(line)).toEqual({
      format: 'text',
      message: line,
      fields: [],
    });
  });

  it("reads klog's lines, of whose head the place in the program stays", () => {
    expect(
      readFields(
        'E1130 08:48:49.407000       1 poster.go:137] "Replica \\"b\\" lags" behind="28s"',
      ),
    ).toEqual({
      format: 'klog',
      message: 'Replica "b" lags',
      fields: [
        { name: 'behind', value: '28s' },
        { name: 'source', value: 'poster.go:137' },
      ],
    });
    for (const words of ['Waited for 1s', '"a" and "b" differ']) {
      expect(
        readFields(`I1130 08:48:49.407000 12 wait.go:7] ${words}`),
      ).toMatchObject({ message: words, fields: [{ name: 'source' }] });
    }
  });

  it('shows what JSON had hidden by its escapes', () => {
    expect(
      readFields(
        '{"msg":"a\\n\\tat b","user":"\\u202enimda","colour":"\\u001b[31mred"}',
      ),
    ).toEqual({
      format: 'json',
      message: 'a\n\tat b',
      fields: [
        { name: 'user', value: '‹U+202E›nimda' },
        { name: 'colour', value: 'red' },
      ],
    });
  });

  it('does not take fields for methods of an object', () => {
    const { fields } = readFields('{"__proto__":"x","constructor":"y"}');
    expect(fields).toEqual([
      { name: '__proto__', value: 'x' },
      { name: 'constructor', value: 'y' },
    ]);
  });
});
