import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from '../projectNamespace';
import { ago, FakeNamespace, Json, NOW, terminated } from '../testUtils';

function only(namespace: FakeNamespace): Workload {
  const workloads = projectNamespace(namespace.rows(), NOW);
  expect(workloads).toHaveLength(1);
  return workloads[0];
}

describe('jobs', () => {
  const ended = (type: string, reason: string, minutes: number): Json => ({
    conditions: [
      {
        type,
        status: 'True',
        reason,
        message: `Job has reached: ${reason}`,
        lastTransitionTime: ago(minutes),
      },
    ],
  });

  function settlement(...jobs: Json[]): FakeNamespace {
    const namespace = new FakeNamespace();
    const cron = namespace.put(
      'cronjobs',
      namespace.object('settlement', {
        spec: {
          schedule: '0 2 * * *',
          jobTemplate: {
            spec: {
              template: {
                spec: {
                  containers: [{ name: 'run', image: 'settlement:1.1.0' }],
                },
              },
            },
          },
        },
        status: { lastScheduleTime: ago(60) },
      }),
    );
    for (const [index, job] of jobs.entries()) {
      const made = namespace.put(
        'jobs',
        namespace.object(
          `settlement-${index}`,
          {
            metadata: { creationTimestamp: ago(60 * (index + 1)) },
            spec: { completions: 1 },
            ...job,
          },
          { kind: 'CronJob', of: cron },
        ),
      );
      namespace.pod(
        { kind: 'Job', of: made },
        'abcde',
        { ready: false, state: terminated({ exitCode: 3 }) },
        { status: { phase: 'Failed' } },
      );
    }
    return namespace;
  }

  it('that failed make a CronJob fail, until a run is complete', () => {
    const failed = {
      status: { failed: 4, ...ended('Failed', 'BackoffLimitExceeded', 30) },
    };
    const complete = {
      status: { succeeded: 1, ...ended('Complete', 'CompletionsReached', 50) },
    };
    const active = { status: { active: 1, ready: 1 } };
    expect(only(settlement(active, failed, complete))).toMatchObject({
      health: 'failed',
      reason: 'Last run failed',
      schedule: '0 2 * * *',
      lastRunAt: ago(60),
      replicas: { desired: 1, ready: 1 },
      problems: [
        {
          code: 'job-failed',
          object: 'Job/settlement-1',
          since: ago(30),
          message: 'The last run failed after 4 tries: exit code 3',
        },
        {
          code: 'job-retrying',
          object: 'Job/settlement-0',
          message: '1 try has failed, it tries again: exit code 3',
        },
      ],
    });
    expect(only(settlement(complete, failed))).toMatchObject({
      health: 'healthy',
      problems: [],
      replicas: { desired: 1, ready: 1, available: 1 },
    });
  });

  it('that ran out of time say so', () => {
    const late = { status: ended('Failed', 'DeadlineExceeded', 5) };
    expect(only(settlement(late))).toMatchObject({
      health: 'failed',
      reason: 'Ran out of time',
      problems: [
        { code: 'deadline', message: 'The last run took longer than it may' },
      ],
    });
  });
});
