import { Backoff } from './Backoff';

describe('Backoff', () => {
  it('R6: has ceilings from 0.5 to 30 s that double', () => {
    const highest = Backoff.create(() => 1);
    const waits = Array.from({ length: 40 }, () => highest.next());
    expect(waits.slice(0, 8)).toEqual([
      500, 1000, 2000, 4000, 8000, 16000, 30000, 30000,
    ]);
    expect(Math.max(...waits)).toBe(30_000);
    highest.reset();
    expect(highest.next()).toBe(500);
  });

  it('R6: waits anything below the ceiling, and never less than the server asked for', () => {
    const lowest = Backoff.create(() => 0);
    expect(lowest.next()).toBe(0);
    expect(lowest.next(7_000)).toBe(7_000);
  });
});
