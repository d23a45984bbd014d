import { traceLink } from './traceLink';

const URL = 'https://traces.example/trace/{{traceId}}?from=logs';

describe('traceLink', () => {
  it.each(['traceId', 'trace_id', 'trace.id', 'X-B3-TraceId'])(
    'knows the trace that %s names',
    name => {
      expect(traceLink({ name, value: '4bf92f3577b34da6' }, URL)).toBe(
        'https://traces.example/trace/4bf92f3577b34da6?from=logs',
      );
    },
  );

  it('is none for what is no trace, or where no address is known', () => {
    const value = '4bf92f3577b34da6';
    expect(traceLink({ name: 'spanId', value }, URL)).toBeUndefined();
    expect(traceLink({ name: 'traceId', value }, undefined)).toBeUndefined();
    for (const evil of ['../../admin', 'a b c d', '<script>', '']) {
      expect(traceLink({ name: 'traceId', value: evil }, URL)).toBeUndefined();
    }
    expect(
      traceLink({ name: 'traceId', value }, 'data:text/html,x'),
    ).toBeUndefined();
  });
});
