import { resolve } from 'node:path';
import { KubernetesObject } from '../model/KubernetesObject';
import { DemoCluster } from '../cluster/DemoCluster';
import { DemoWorld, startDemoWorld } from '../cluster/startDemoWorld';
import {
  ControlServer,
  startControlServer,
} from '../control/startControlServer';
import { Pod, ReplicatedWorkload, isReady } from '../player/objects';

const EXAMPLES = resolve(__dirname, '../../../../examples/kubernetes');
const NOW = Date.parse('2026-11-23T14:09:00Z');

/** The demo as everybody meets it: what the issue, the catalog and the pictures promise. */
describe('the demo world', () => {
  let world: DemoWorld;
  let control: ControlServer;

  beforeAll(async () => {
    world = await startDemoWorld({
      examples: EXAMPLES,
      clock: () => NOW,
      live: false,
    });
    control = await startControlServer(world);
  });

  afterAll(async () => {
    await control.stop();
    await world.stop();
  });

  const workload = (cluster: DemoCluster, namespace: string, name: string) =>
    cluster.get('apps/v1', 'Deployment', namespace, name) as ReplicatedWorkload;
  const podsOf = (cluster: DemoCluster, namespace: string, name: string) =>
    (cluster.list('v1', 'Pod', namespace) as Pod[]).filter(
      pod => pod.metadata.labels?.['app.kubernetes.io/name'] === name,
    );
  const waiting = (pod: Pod) =>
    pod.status.containerStatuses?.[0].state.waiting?.reason;

  it('has five clusters in their order, all nodes ready', () => {
    expect(world.clusters.map(cluster => cluster.name)).toEqual([
      'dev-1',
      'test-1',
      'pre-1',
      'prod-sh',
      'partner-kl',
    ]);
    for (const cluster of world.clusters) {
      expect(cluster.list('v1', 'Node').length).toBeGreaterThanOrEqual(3);
    }
  });

  it('binds by label below production only, and leaves one namespace unclaimed', () => {
    const domains = (name: string) =>
      world
        .cluster(name)
        .list('v1', 'Namespace')
        .filter(({ metadata }) => !/^(kube-|default$)/.test(metadata.name))
        .map(({ metadata }) => [
          metadata.name,
          metadata.labels?.['domaindeck.io/domain'],
        ]);
    expect(domains('test-1')).toEqual([
      ['legacy-batch', undefined],
      ['maps-test', 'maps'],
      ['payments-test', 'payments'],
      ['rides-test', 'rides'],
    ]);
    expect(domains('partner-kl')).toEqual([
      ['payments-partner', undefined],
      ['rides-partner', undefined],
    ]);
  });

  it('has everything healthy but what is to be in trouble', () => {
    const troubled = world.clusters.flatMap(cluster =>
      (cluster.list('apps/v1', 'Deployment') as ReplicatedWorkload[])
        .concat(cluster.list('apps/v1', 'StatefulSet') as ReplicatedWorkload[])
        .filter(found => found.status.readyReplicas !== found.spec.replicas)
        .map(found => `${cluster.name} ${found.metadata.name}`),
    );
    expect(troubled).toEqual([
      'dev-1 ledger',
      'test-1 risk',
      'prod-sh pricing',
    ]);
  });

  it('has pricing out of memory since four minutes after its release', () => {
    const cluster = world.cluster('prod-sh');
    const pods = podsOf(cluster, 'payments-prod', 'pricing');
    expect(pods).toHaveLength(3);
    expect(pods.filter(isReady)).toHaveLength(2);
    const crashing = pods.find(pod => !isReady(pod))!;
    expect(waiting(crashing)).toBe('CrashLoopBackOff');
    const [status] = crashing.status.containerStatuses ?? [];
    expect(status).toMatchObject({
      restartCount: 6,
      lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
    });
    const versions = (
      cluster.list(
        'apps/v1',
        'ReplicaSet',
        'payments-prod',
      ) as ReplicatedWorkload[]
    )
      .filter(set => set.metadata.name.startsWith('pricing-'))
      .map(set => [
        set.spec.template.spec.containers[0].image.split(':')[1],
        Math.round(
          (NOW - Date.parse(set.metadata.creationTimestamp!)) / 60_000,
        ),
      ]);
    expect(Object.fromEntries(versions)).toEqual({
      '5.1.9': 23 * 24 * 60,
      '5.2.0': 9 * 24 * 60,
      '5.2.1': 25,
    });
  });

  it('has risk stuck half way and ledger rolling', () => {
    const testing = world.cluster('test-1');
    const risk = podsOf(testing, 'payments-test', 'risk');
    expect(risk.map(waiting).sort()).toEqual(['ImagePullBackOff', undefined]);
    expect(
      workload(testing, 'payments-test', 'risk').status.conditions,
    ).toContainEqual(
      expect.objectContaining({ reason: 'ProgressDeadlineExceeded' }),
    );
    const ledger = workload(world.cluster('dev-1'), 'payments-dev', 'ledger');
    expect(ledger.status).toMatchObject({
      readyReplicas: 1,
      updatedReplicas: 2,
    });
    expect(ledger.status.conditions).toContainEqual(
      expect.objectContaining({
        type: 'Progressing',
        status: 'True',
        reason: 'ReplicaSetUpdated',
      }),
    );
  });

  it('has autoscalers in production, suspended settlement in development, databases', () => {
    const production = world.cluster('prod-sh');
    const names = (objects: readonly KubernetesObject[]) =>
      objects.map(({ metadata }) => metadata.name);
    expect(
      names(production.list('autoscaling/v2', 'HorizontalPodAutoscaler')),
    ).toEqual(['gateway', 'matching']);
    const settlement = (name: string, namespace: string) =>
      world.cluster(name).get('batch/v1', 'CronJob', namespace, 'settlement')
        ?.spec;
    expect(settlement('dev-1', 'payments-dev')).toMatchObject({
      suspend: true,
    });
    expect(settlement('prod-sh', 'payments-prod')).toMatchObject({
      suspend: false,
    });
    expect(settlement('partner-kl', 'payments-partner')).toBeUndefined();
    expect(names(production.list('apps/v1', 'StatefulSet'))).toEqual([
      'tiles',
      'trips-db',
    ]);
  });

  it('is moved through its switchboard', async () => {
    const post = async (path: string, body: unknown) => {
      const response = await fetch(`${control.url}${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    };
    const rollout = { namespace: 'maps-dev', deployment: 'router' };
    const path = '/clusters/dev-1/rollout';
    await post(path, { ...rollout, version: '2.9.0' });
    const router = workload(world.cluster('dev-1'), 'maps-dev', 'router');
    expect(router.spec.template.spec.containers[0].image).toBe(
      'registry.example.com/maps/router:2.9.0',
    );
    expect(await post(path, rollout)).toMatchObject({
      status: 400,
      body: { error: { message: 'version must be a text' } },
    });
    expect(
      await post('/clusters/pre-1/fault', { mode: 'sleepy' }),
    ).toMatchObject({
      status: 400,
      body: {
        error: {
          message: 'mode must be one of ok, silent, slow, refuse, restart',
        },
      },
    });
    expect(await post('/clusters/none/fault', { mode: 'ok' })).toMatchObject({
      status: 404,
      body: {
        error: {
          message:
            'no demo cluster none; there are dev-1, test-1, pre-1, prod-sh, partner-kl',
        },
      },
    });
    await post('/clusters/pre-1/fault', { mode: 'refuse' });
    const url = `${world.cluster('pre-1').url}/version`;
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    await post('/clusters/pre-1/fault', { mode: 'ok' });
    expect((await fetch(url)).status).toBe(200);
  });
});
