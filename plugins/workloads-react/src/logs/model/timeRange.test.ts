import {
  boundsOf,
  isReversed,
  movedRange,
  readTimeRange,
  TimeRange,
  writeTimeRange,
} from './timeRange';

const NOW = Date.parse('2026-11-24T14:00:00Z');

describe('the time range', () => {
  it.each<TimeRange>([
    { kind: 'live', duration: 'PT15M' },
    { kind: 'live', duration: 'PT1H' },
    { kind: 'last', duration: 'PT15M' },
    { kind: 'last', duration: 'P7D' },
    {
      kind: 'fixed',
      from: '2026-11-24T01:25:00.000Z',
      to: '2026-11-24T03:40:00.000Z',
    },
  ])('comes back from the URL as it was put there: %j', range => {
    const params = writeTimeRange(range, new URLSearchParams('tab=logs&to=x'));
    expect(params.get('tab')).toBe('logs');
    expect(readTimeRange(params)).toEqual(range);
  });

  it('is the same in the wrong order, and says so', () => {
    const params = new URLSearchParams(
      'from=2026-11-24T03:00:00Z&to=2026-11-24T01:00:00Z',
    );
    expect(readTimeRange(params)).toEqual({
      kind: 'fixed',
      from: '2026-11-24T01:00:00.000Z',
      to: '2026-11-24T03:00:00.000Z',
    });
    expect(isReversed(params)).toBe(true);
    expect(isReversed(writeTimeRange(readTimeRange(params), params))).toBe(
      false,
    );
    expect(isReversed(new URLSearchParams('from=x&to=y'))).toBe(false);
  });

  it.each(['', 'from=yesterday&to=today', 'range=constructor'])(
    'is live where the URL says nothing to be understood: %s',
    query => {
      expect(readTimeRange(new URLSearchParams(query))).toEqual({
        kind: 'live',
        duration: 'PT15M',
      });
    },
  );

  it('moves by its own length, never past now', () => {
    const live: TimeRange = { kind: 'live', duration: 'PT1H' };
    const before = movedRange(live, -1, NOW);
    expect(before).toEqual({
      kind: 'fixed',
      from: '2026-11-24T12:00:00.000Z',
      to: '2026-11-24T13:00:00.000Z',
    });
    const after = movedRange(movedRange(before, 1, NOW), 1, NOW);
    expect(boundsOf(after, NOW)).toEqual({ from: NOW - 3_600_000, to: NOW });
  });
});
