import {
  ago,
  FakeContainer,
  Json,
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

const readyCheck: Json = {
  reason: 'Unhealthy',
  message:
    'Readiness probe failed: dial tcp 10.1.2.3:8080: connect: connection refused',
};

describe('findProblems', () => {
  it('gives the facts, the first sight and the words of the cluster', () => {
    const workload = sickWorkload({
      container: {
        restartCount: 6,
        resources: limited,
        state: waiting('CrashLoopBackOff'),
        lastState: overMessage(oom, 'java.lang.OutOfMemoryError'),
      },
      events: [{ firstTimestamp: ago(21) }],
    });
    expect(workload.problems).toEqual([
      {
        code: 'out-of-memory',
        message:
          '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
        object: 'Pod/pricing-7c9d5f-2xkqp',
        container: 'app',
        since: ago(21),
        detail: 'java.lang.OutOfMemoryError',
        params: {
          container: 'app',
          exitCode: 137,
          limit: 512 * 2 ** 20,
          pods: 1,
          restarts: 6,
          total: 3,
        },
      },
    ]);
    expect(workload.changedAt).toBe(ago(21));
    expect(workload.restarts).toBe(6);
  });

  it('counts pods with the same trouble once, and says all when it is all', () => {
    const crash: Sickness = {
      container: {
        restartCount: 3,
        state: waiting('CrashLoopBackOff'),
        lastState: terminated(),
      },
    };
    const messages = [2, 3].map(sick => sickWorkload(crash, sick).problems);
    expect(messages).toMatchObject([
      [{ message: '2 of 3 pods keep crashing: exit code 1' }],
      [{ message: 'All 3 pods keep crashing: exit code 1' }],
    ]);
  });

  it.each<[string, FakeContainer]>([
    ['one crash', { restartCount: 1, lastState: terminated() }],
    [
      'crashes of long ago',
      { restartCount: 7, lastState: terminated({ finishedAt: ago(11) }) },
    ],
    [
      'a crash after days of good work',
      {
        restartCount: 4,
        lastState: terminated({ startedAt: ago(60 * 24), finishedAt: ago(2) }),
      },
    ],
  ])('forgives a pod that answers: %s', (_, container) => {
    const workload = sickWorkload(
      { container: { ready: true, ...container } },
      1,
    );
    expect(workload.problems).toEqual([]);
  });

  it('says nothing of a young pod that is about to start', () => {
    const young: Json = {
      metadata: { creationTimestamp: ago(1) },
      status: {
        startTime: ago(1),
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'ContainersNotReady',
            lastTransitionTime: ago(1),
          },
        ],
      },
    };
    const workload = sickWorkload({
      container: { state: running(0.9) },
      pod: young,
      events: [{ ...readyCheck, lastTimestamp: ago(0.5) }],
    });
    expect(workload).toMatchObject({
      health: 'progressing',
      reason: 'Starting, 1 to go',
      problems: [],
    });
  });
});

function overMessage(state: Json, message: string): Json {
  return { terminated: { ...(state.terminated as Json), message } };
}
