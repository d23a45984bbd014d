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
 * @param machine - as `inspectMachine` gives it
 * @param seed - where the random ones begin; undefined for anywhere
 */
export function planLongSuites(machine, seed) {
  const from = seed === undefined ? [] : ['--seed', String(seed)];
  return [
    {
      name: 'fault schedules',
      ...faultSchedules(['--schedules', SCHEDULES, ...from]),
    },
    {
      name: 'schedules of logs',
      jest: ['plugins/workloads-backend/src/logs/logSchedules'],
      workers: 1,
      env: { DOMAINDECK_LOG_SCHEDULES: '200' },
    },
    {
      name: 'real log store',
      jest: ['plugins/workloads-backend-module-loki/src/tests/real'],
      workers: 1,
      env: { DOMAINDECK_LOKI: '1', DOMAINDECK_LOKI_LINES: '1000000' },
      skip: withoutGo(machine),
    },
    {
      name: 'every kill of environments',
      jest: ['plugins/environments-backend/src/tests/kills'],
      workers: 1,
      env: { DOMAINDECK_LONG: '1' },
    },
    {
      name: 'every kill of environments on a real control plane',
      jest: ['plugins/environments-backend/src/tests/real/kills'],
      workers: 1,
      env: { DOMAINDECK_LONG: '1', DOMAINDECK_CONTROL_PLANE: '1' },
      skip: withoutGo(machine),
    },
  ];
}

function withoutGo({ go }) {
  return go.present ? undefined : `no go on this machine: ${go.bring}`;
}
