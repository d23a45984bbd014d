import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { SilenceWatch } from './SilenceWatch';

describe('SilenceWatch', () => {
  const clock = FakeClock.create();
  const onSilence = jest.fn();

  it('tells of a minute in which nothing came, whenever the last thing came, and not of a busy reader', () => {
    const watch = SilenceWatch.start(clock, onSilence);
    clock.advance(40_000);
    watch.hear();
    watch.listen();
    clock.advance(59_999);
    expect(onSilence).not.toHaveBeenCalled();
    expect(clock.pending).toBe(1);

    // Its own reader takes two minutes.
    watch.hear();
    clock.advance(120_000);
    watch.listen();
    clock.advance(59_999);
    expect(onSilence).not.toHaveBeenCalled();
    clock.advance(60_000);
    expect(onSilence).toHaveBeenCalledTimes(1);

    const other = SilenceWatch.start(clock, onSilence);
    other.stop();
    clock.advance(60_000);
    expect(onSilence).toHaveBeenCalledTimes(1);
    expect(clock.pending).toBe(0);
  });
});
