/** Long enough for every pair of faults to meet many times. */
const SCHEDULES = '10000';

/** The command that runs fault schedules against the watch cache; see `docs/architecture.md`. */
export function faultSchedules(args) {
  return {
    command: 'node',
    args: [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'plugins/workloads-backend/src/tests/faults/cli.ts',
      ...args,
    ],
  };
}

/**
 * The suites that are too long for every commit, whole. `npm test` runs a sample of each instead.
 *
 * @param seed - where the random ones begin; undefined for anywhere
 */
export function planLongSuites(seed) {
  const from = seed === undefined ? [] : ['--seed', String(seed)];
  return [
    {
      name: 'fault schedules',
      ...faultSchedules(['--schedules', SCHEDULES, ...from]),
    },
  ];
}
