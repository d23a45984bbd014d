import {
  ago,
  running,
  Sickness,
  sickWorkload,
  terminated,
  waiting,
} from '../testUtils';

const oom = terminated({
  exitCode: 137,
  reason: 'OOMKilled',
  startedAt: ago(4),
  finishedAt: ago(1),
});

const limited = { limits: { memory: '512Mi' }, requests: { memory: '384Mi' } };

describe('pods that crash', () => {
  const cases: readonly [string, Sickness, string, string, string, string][] = [
    [
      'killed for its memory, backing off',
      {
        container: {
          restartCount: 6,
          resources: limited,
          state: waiting(
            'CrashLoopBackOff',
            'back-off 2m40s restarting failed',
          ),
          lastState: oom,
        },
      },
      'out-of-memory',
      '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
      'failed',
      'Out of memory, restarting',
    ],
    [
      'killed for its memory, running again for a moment',
      {
        container: {
          ready: true,
          restartCount: 6,
          resources: limited,
          state: running(0.5),
          lastState: oom,
        },
      },
      'out-of-memory',
      '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
      'failed',
      'Out of memory, restarting',
    ],
    [
      'killed for its memory without a limit',
      { container: { state: oom } },
      'out-of-memory',
      '1 of 3 pods crashed: out of memory on the node, with no limit of its own',
      'failed',
      'Out of memory',
    ],
    [
      'crash loop',
      {
        container: {
          restartCount: 3,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated(),
        },
      },
      'crash-loop',
      '1 of 3 pods keeps crashing: exit code 1',
      'failed',
      'Crashing, restarting',
    ],
    [
      'crash loop by signal',
      {
        container: {
          restartCount: 3,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated({ exitCode: 139 }),
        },
      },
      'crash-loop',
      '1 of 3 pods keeps crashing: exit code 139, killed by signal 11',
      'failed',
      'Crashing, restarting',
    ],
    [
      'ends well again and again',
      {
        container: {
          restartCount: 9,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated({ exitCode: 0, reason: 'Completed' }),
        },
      },
      'crash-loop',
      '1 of 3 pods keeps stopping by itself, exit code 0',
      'failed',
      'Crashing, restarting',
    ],
    [
      'a container at start crashes',
      {
        container: { state: waiting('PodInitializing') },
        pod: {
          spec: { initContainers: [{ name: 'schema-check', image: 'x:1' }] },
          status: {
            phase: 'Pending',
            initContainerStatuses: [
              {
                name: 'schema-check',
                restartCount: 4,
                ready: false,
                state: waiting('CrashLoopBackOff'),
                lastState: terminated({ exitCode: 2 }),
              },
            ],
          },
        },
      },
      'crash-loop',
      '1 of 3 pods cannot start: schema-check at start keeps failing, exit code 2',
      'failed',
      'Fails at start, retrying',
    ],
    [
      'liveness check fails',
      {
        container: {
          restartCount: 5,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated({ exitCode: 137 }),
        },
        events: [
          {
            reason: 'Unhealthy',
            message:
              'Liveness probe failed: HTTP probe failed with statuscode: 500',
          },
        ],
      },
      'liveness',
      '1 of 3 pods is restarted again and again: the liveness check fails, HTTP 500',
      'failed',
      'Check fails, restarting',
    ],
  ];

  it.each(cases)('%s', (_, given, code, message, health, reason) => {
    const workload = sickWorkload(given);
    expect(workload).toMatchObject({ health, reason });
    expect(workload.problems).toMatchObject([{ code, message }]);
    expect(workload.problems[0].object).toBe('Pod/pricing-7c9d5f-2xkqp');
    expect(workload.problems[0].params).toMatchObject({ pods: 1, total: 3 });
  });
});
