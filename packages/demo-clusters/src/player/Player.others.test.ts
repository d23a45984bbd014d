import { KubernetesObject } from '../model/KubernetesObject';
import { deploymentManifest } from '../testUtils/deploymentManifest';
import { playWorld } from '../testUtils/playWorld';
import { CronJob, Job, Pod, ReplicatedWorkload, isReady } from './objects';

const metadata = (name: string) => ({ name, namespace: 'demo' });

const template = (podAnnotations: Record<string, string> = {}) => ({
  metadata: { labels: { app: 'x' }, annotations: podAnnotations },
  spec: {
    restartPolicy: 'Never',
    containers: [{ name: 'app', image: 'example.com/x:1.0.0' }],
  },
});

function cronJob(
  spec: Record<string, unknown>,
  podAnnotations: Record<string, string> = {},
): KubernetesObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadata('nightly'),
    spec: {
      schedule: '*/10 * * * *',
      concurrencyPolicy: 'Forbid',
      jobTemplate: {
        spec: { backoffLimit: 1, template: template(podAnnotations) },
      },
      ...spec,
    },
  };
}

function statefulSet(image: string): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadata('db'),
    spec: {
      replicas: 3,
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      template: {
        metadata: { labels: { app: 'db' } },
        spec: { containers: [{ name: 'app', image }] },
      },
    },
  };
}

describe('a CronJob of a played world', () => {
  it('runs on time and keeps the last three', () => {
    const world = playWorld([cronJob({})]);
    world.pass(65 * 60);
    const jobs = world.list<Job>('batch/v1', 'Job');
    expect(jobs).toHaveLength(3);
    for (const job of jobs) {
      expect(job.status).toMatchObject({
        succeeded: 1,
        completionTime: expect.any(String),
        conditions: [{ type: 'SuccessCriteriaMet' }, { type: 'Complete' }],
      });
    }
    const { status } = world.get<CronJob>('batch/v1', 'CronJob', 'nightly');
    expect(status).toMatchObject({
      lastScheduleTime: '2026-11-23T15:00:00Z',
      lastSuccessfulTime: expect.stringMatching(/^2026-11-23T15:00:/),
    });
    const finished = world.list<Pod>('v1', 'Pod');
    expect(finished.map(pod => pod.status.phase)).toEqual([
      'Succeeded',
      'Succeeded',
      'Succeeded',
    ]);
  });

  it('does not run while it is suspended', () => {
    const world = playWorld([cronJob({ suspend: true })]);
    world.pass(3600);
    expect(world.list('batch/v1', 'Job')).toEqual([]);
  });

  it('fails after as many tries as it has', () => {
    const world = playWorld([
      cronJob({}, { 'demo.domaindeck.io/behaviour': 'crash' }),
    ]);
    const [job] = world.list<Job>('batch/v1', 'Job');
    expect(job.status).toMatchObject({
      failed: 2,
      conditions: [
        { type: 'FailureTarget' },
        { type: 'Failed', reason: 'BackoffLimitExceeded' },
      ],
    });
  });
});

describe('a StatefulSet of a played world', () => {
  it('starts one pod after the other and renews from the last', () => {
    const world = playWorld([]);
    world.apply(statefulSet('example.com/db:1'));
    const pods = () => world.list<Pod>('v1', 'Pod');
    world.pass(1);
    expect(pods().map(pod => pod.metadata.name)).toEqual(['db-0']);
    world.pass(60);
    expect(pods().map(pod => pod.metadata.name)).toEqual([
      'db-0',
      'db-1',
      'db-2',
    ]);
    world.apply(statefulSet('example.com/db:2'));
    const order: string[] = [];
    for (let second = 0; second < 90; second++) {
      world.pass(1);
      expect(pods().filter(isReady).length).toBeGreaterThanOrEqual(2);
      for (const pod of pods()) {
        const isNew = pod.spec.containers[0].image.endsWith(':2');
        if (isNew && !order.includes(pod.metadata.name)) {
          order.push(pod.metadata.name);
        }
      }
    }
    expect(order).toEqual(['db-2', 'db-1', 'db-0']);
    const { status } = world.get<ReplicatedWorkload>(
      'apps/v1',
      'StatefulSet',
      'db',
    );
    expect(status).toMatchObject({
      readyReplicas: 3,
      updatedReplicas: 3,
      currentRevision: status.updateRevision,
    });
  });
});

describe('an autoscaler of a played world', () => {
  it('holds its target within its bounds and reports the load', () => {
    const world = playWorld([
      deploymentManifest({ replicas: 1 }),
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: metadata('app'),
        spec: {
          scaleTargetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'app',
          },
          minReplicas: 3,
          maxReplicas: 8,
          metrics: [
            {
              type: 'Resource',
              resource: {
                name: 'cpu',
                target: { type: 'Utilization', averageUtilization: 70 },
              },
            },
          ],
        },
      },
    ]);
    world.pass(180);
    const { spec } = world.get<ReplicatedWorkload>(
      'apps/v1',
      'Deployment',
      'app',
    );
    expect(spec.replicas).toBe(3);
    const { status } = world.get(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'app',
    );
    expect(status).toMatchObject({
      currentReplicas: 3,
      desiredReplicas: 3,
      conditions: [
        { type: 'AbleToScale', status: 'True' },
        { type: 'ScalingActive', status: 'True' },
        { type: 'ScalingLimited', status: 'False' },
      ],
    });
  });
});
