import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { Beat } from './Beat';

describe('Beat', () => {
  const begin = new Date('2026-11-01T00:00:00Z').getTime();
  let clock: FakeClock;
  let beats: number[];
  let beat: Beat;

  beforeEach(() => {
    clock = FakeClock.create(new Date(begin));
    beats = [];
    beat = Beat.create({
      clock,
      interval: 100,
      onBeat: () => beats.push(clock.now().getTime() - begin),
    });
  });

  it('comes at once after a quiet time, and then once in each interval', () => {
    for (let time = 0; time < 1_000; time += 10) {
      beat.ask();
      clock.advance(10);
    }
    expect(beats).toEqual([
      0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000,
    ]);
    clock.advance(500);
    expect(beats).toHaveLength(11);
    beat.ask();
    expect(beats.at(-1)).toBe(1_500);
    expect(clock.pending).toBe(0);
  });

  it('forgets what was asked for when it stops', () => {
    beat.ask();
    beat.ask();
    beat.stop();
    expect(clock.pending).toBe(0);
    clock.advance(1_000);
    expect(beats).toEqual([0]);
  });

  it('does not wait for a clock that was set back', () => {
    beat.ask();
    clock.advance(-3_600_000);
    beat.ask();
    expect(beats).toHaveLength(2);
  });
});
