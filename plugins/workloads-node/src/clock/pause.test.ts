import { FakeClock } from '../testUtils';
import { pause } from './pause';

describe('pause', () => {
  it('ends when the time has passed', async () => {
    const clock = FakeClock.create();
    const paused = pause(clock, 1_000, new AbortController().signal);
    clock.advance(1_000);
    expect(await paused).toBe(true);
  });

  it('ends with the signal, and leaves no timer', async () => {
    const clock = FakeClock.create();
    const abort = new AbortController();
    const cancelled = jest.fn();
    const after = clock.after.bind(clock);
    jest.spyOn(clock, 'after').mockImplementation((...args) => {
      const cancel = after(...args);
      return () => {
        cancelled();
        cancel();
      };
    });
    const paused = pause(clock, 1_000, abort.signal);
    abort.abort();
    expect(await paused).toBe(false);
    expect(cancelled).toHaveBeenCalledTimes(1);
  });

  it('does not begin after the signal', async () => {
    const clock = FakeClock.create();
    expect(await pause(clock, 1_000, AbortSignal.abort())).toBe(false);
  });
});
