import { RolloutState, rollingUpdateStep } from './rollingUpdate';

/** Plays a rollout in which every wanted pod becomes available at once; gives [new, old] after each step. */
function play(
  desired: number,
  maxSurge: number | string,
  maxUnavailable: number | string,
): [number, number][] {
  let current = 0;
  let old = desired;
  const steps: [number, number][] = [];
  while ((current !== desired || old !== 0) && steps.length < 50) {
    const step = rollingUpdateStep({
      desired,
      maxSurge,
      maxUnavailable,
      current: { wanted: current, available: current },
      old: [{ wanted: old, available: old }],
    });
    current = step.current;
    [old] = step.old;
    steps.push([current, old]);
  }
  return steps;
}

describe('rollingUpdateStep', () => {
  it('rounds a surge up and what may be missing down', () => {
    expect(play(3, '25%', '25%')).toEqual([
      [1, 3],
      [1, 2],
      [2, 2],
      [2, 1],
      [3, 1],
      [3, 0],
    ]);
  });

  it('goes down first when nothing may be added', () => {
    expect(play(3, 0, 2)).toEqual([
      [0, 1],
      [2, 1],
      [2, 0],
      [3, 0],
    ]);
  });

  it('never stands still, even when neither is allowed', () => {
    const steps = play(2, 0, 0);
    expect(steps[steps.length - 1]).toEqual([2, 0]);
  });

  it('keeps within its bounds for every size and every bound', () => {
    for (let desired = 1; desired <= 12; desired++) {
      for (const [surge, missing] of [
        [0, 1],
        [1, 0],
        [2, 3],
        [12, 12],
      ]) {
        for (const [current, old] of play(desired, surge, missing)) {
          expect(current + old).toBeLessThanOrEqual(desired + surge);
          expect(current + old).toBeGreaterThanOrEqual(desired - missing);
        }
      }
    }
  });

  it('waits while new pods are not available', () => {
    const state: RolloutState = {
      desired: 2,
      maxSurge: 0,
      maxUnavailable: 1,
      current: { wanted: 1, available: 0 },
      old: [{ wanted: 1, available: 1 }],
    };
    expect(rollingUpdateStep(state)).toEqual({ current: 1, old: [1] });
  });

  it('takes away old pods that do not serve before those that do', () => {
    expect(
      rollingUpdateStep({
        desired: 4,
        maxSurge: 1,
        maxUnavailable: 1,
        current: { wanted: 2, available: 2 },
        old: [
          { wanted: 2, available: 1 },
          { wanted: 1, available: 1 },
        ],
      }),
    ).toEqual({ current: 2, old: [0, 1] });
  });
});
