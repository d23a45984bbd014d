import { ago, Json, onlyWorkload, overlay, terminated } from './testUtils';

const job = (over: Json) =>
  onlyWorkload(namespace =>
    namespace.put(
      'jobs',
      namespace.object(
        'settlement',
        overlay({ spec: { completions: 1, template: {} } }, over),
      ),
    ),
  );

const condition = (type: string, reason: string): Json => ({
  type,
  status: 'True',
  reason,
  lastTransitionTime: ago(5),
});

describe('jobs', () => {
  it.each([
    ['runs', { status: { active: 1 } }, 'progressing'],
    [
      'is complete',
      { status: { succeeded: 1, conditions: [condition('Complete', 'x')] } },
      'healthy',
    ],
    [
      'is suspended',
      {
        spec: { suspend: true },
        status: { conditions: [condition('Suspended', 'JobSuspended')] },
      },
      'suspended',
    ],
    [
      'failed and was then suspended',
      {
        spec: { suspend: true },
        status: {
          failed: 3,
          conditions: [condition('Failed', 'BackoffLimitExceeded')],
        },
      },
      'failed',
    ],
    [
      'is complete and was then suspended',
      {
        spec: { suspend: true },
        status: { succeeded: 1, conditions: [condition('Complete', 'x')] },
      },
      'healthy',
    ],
    [
      'will fail when its last pods have ended',
      {
        status: {
          active: 1,
          conditions: [condition('FailureTarget', 'PodFailurePolicy')],
        },
      },
      'failed',
    ],
    [
      'has done enough and waits for its last pods',
      {
        status: {
          active: 1,
          conditions: [condition('SuccessCriteriaMet', 'x')],
        },
      },
      'progressing',
    ],
  ])('that %s', (_, over, health) => {
    expect(job(over).health).toBe(health);
  });

  it('blame what failed, not what was stopped beside it', () => {
    const workload = onlyWorkload(namespace => {
      const made = namespace.put(
        'jobs',
        namespace.object('settlement', {
          spec: { completions: 1, template: {} },
          status: {
            failed: 1,
            conditions: [condition('Failed', 'BackoffLimitExceeded')],
          },
        }),
      );
      const ended = (name: string, exitCode: number, minutes: number) => ({
        name,
        ready: false,
        restartCount: 0,
        state: terminated({ exitCode, finishedAt: ago(minutes) }),
      });
      namespace.pod(
        { kind: 'Job', of: made },
        'x',
        {},
        {
          spec: {
            initContainers: [{ name: 'proxy', restartPolicy: 'Always' }],
          },
          status: {
            phase: 'Failed',
            containerStatuses: [ended('app', 3, 2)],
            initContainerStatuses: [ended('proxy', 143, 1)],
          },
        },
      );
    });
    expect(workload.problems[0]).toMatchObject({
      container: 'app',
      params: { exitCode: 3 },
    });
  });

  it('that got their pods in the end are not blamed for a refusal before', () => {
    const workload = onlyWorkload(namespace => {
      const made = namespace.put(
        'jobs',
        namespace.object('settlement', {
          spec: { completions: 1, template: {} },
          status: { succeeded: 1, conditions: [condition('Complete', 'x')] },
        }),
      );
      namespace.event('Job', made, {
        reason: 'FailedCreate',
        message:
          'pods "settlement-x" is forbidden: exceeded quota: team, requested: pods=1, used: pods=1, limited: pods=1',
      });
    });
    expect(workload).toMatchObject({ health: 'healthy', problems: [] });
  });
});
