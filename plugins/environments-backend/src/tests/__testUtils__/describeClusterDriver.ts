import { waitUntil } from '@domaindeck/control-plane';
import { inspect } from 'node:util';
import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { planEnvironment } from '../../clone';
import { planInput } from '../../clone/__testUtils__/planCase';
import { ClusterDriver, ObjectPlace } from '../../drivers';
import { at, KubernetesObject, objectKey, objectRef } from '../../objects';
import { applyFixture } from './applyFixture';
import { applyPlan } from './applyPlan';
import { ConnectedDriver } from './connectDriver';
import { versionsOf } from './versionsOf';

/** A cluster for the suite. */
export interface DriverTarget extends ConnectedDriver {
  /** Longest time in which a namespace goes, and pods of a workload come, in milliseconds. */
  readonly patienceMs: number;
  stop(): Promise<void>;
}

const CANARY = 'canary-91be';
const ENCODED = Buffer.from(CANARY).toString('base64');

function namespaceObject(name: string, id: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { [LABEL_ENVIRONMENT_ID]: id } },
  };
}

function configMap(namespace: string, name: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
    data: { a: 'b' },
  };
}

function deployment(namespace: string, name: string): KubernetesObject {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels: { [LABEL_ENVIRONMENT_ID]: 'e1' } },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name, image: 'registry.example/app:1' }] },
      },
    },
  };
}

/** A planned Secret, without values. */
export function secretObject(
  namespace: string,
  type = 'Opaque',
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'db', namespace, labels: { app: 'a' } },
    type,
  };
}

function placeOf(object: KubernetesObject): ObjectPlace {
  const { namespace } = object.metadata;
  return { ...objectRef(object), ...(namespace ? { namespace } : {}) };
}

/**
 * Declares what the driver promises, for one kind of cluster; the real API server says what is right.
 *
 * @param more - declares what holds for this kind of cluster alone
 */
export function describeClusterDriver(
  start: () => Promise<DriverTarget>,
  more?: (target: () => DriverTarget) => void,
): void {
  let target: DriverTarget;
  let driver: ClusterDriver;

  beforeAll(async () => {
    target = await start();
    driver = target.driver;
  }, 900_000);

  afterAll(() => target?.stop(), 60_000);

  async function makeNamespace(name: string): Promise<KubernetesObject> {
    return driver.create(namespaceObject(name, name));
  }

  /** As its administrator sees it, values and all. */
  async function rawData(namespace: string, name: string): Promise<unknown> {
    const path = `/api/v1/namespaces/${namespace}/secrets/${name}`;
    const answer = await target.connection.get(path);
    return at(await answer.body.json(), 'data');
  }

  const until = (check: () => Promise<boolean>, what: string) =>
    waitUntil(async () => (await check()) || undefined, {
      limit: target.patienceMs,
      interval: 200,
      otherwise: () => `Waited in vain for ${what}`,
    });

  it('applies a whole plan, gives it back, and leaves the baseline as it was', async () => {
    const baseline = await applyFixture(driver, 'booking');
    const result = planEnvironment(
      planInput(baseline, [
        { name: 'ts-order-service' },
        { name: 'ts-notification-service' },
      ]),
    );
    const { namespace } = result.plan;
    expect(await applyPlan(driver, result)).toEqual([]);
    const live = await driver.list(namespace);
    const planned = result.manifests
      .map(one => one.object)
      .filter(one => one.kind !== 'Namespace');
    expect(live.map(objectKey)).toEqual(
      expect.arrayContaining(planned.map(objectKey)),
    );
    expect(await applyPlan(driver, result)).toEqual([]);
    expect(versionsOf(await driver.list(namespace))).toEqual(versionsOf(live));
    const after = await driver.baseline(baseline.namespace);
    expect(versionsOf(after.objects)).toEqual(versionsOf(baseline.objects));
  }, 120_000);

  it('makes a namespace once, finds it, and deletes none with another uid', async () => {
    const made = await makeNamespace('once');
    await expect(makeNamespace('once')).rejects.toMatchObject({
      status: 409,
      reason: 'AlreadyExists',
      message: 'namespaces "once" already exists',
    });
    const { namespaces } = await driver.facts();
    expect(namespaces).toMatchObject({ once: 'once' });
    expect(namespaces).toHaveProperty('kube-system', undefined);
    const labelled = await driver.labelledNamespaces(LABEL_ENVIRONMENT_ID);
    expect(labelled.map(one => one.metadata.name)).toContain('once');
    const { namespaces: seen } = await driver.sight();
    expect(seen.map(one => one.metadata.name)).toContain('once');

    const place = placeOf(made);
    const uid = made.metadata.uid!;
    await driver.apply(configMap('once', 'inside'));
    const other = '00000000-0000-4000-8000-000000000000';
    expect(await driver.remove(place, other)).toBe('absent');
    expect((await driver.get(place))?.metadata).toMatchObject({ uid });
    expect((await driver.get(place))?.metadata.deletionTimestamp).toBe(
      undefined,
    );
    expect(await driver.remove(place, uid)).toBe('deleted');
    // Once more while it goes, as after a crash.
    expect(['deleted', 'absent']).toContain(await driver.remove(place, uid));
    await until(async () => !(await driver.get(place)), 'the namespace to go');
    expect(await driver.remove(place, uid)).toBe('absent');
    expect(await driver.list('once')).toEqual([]);
  }, 120_000);

  it('removes what has the uid, and nothing that came after it', async () => {
    await makeNamespace('removal');
    const first = await driver.apply(configMap('removal', 'map'));
    const place = placeOf(first);
    expect(await driver.remove(place, first.metadata.uid!)).toBe('deleted');
    expect(await driver.get(place)).toBeUndefined();
    const second = await driver.apply(configMap('removal', 'map'));
    expect(await driver.remove(place, first.metadata.uid!)).toBe('absent');
    expect((await driver.get(place))?.metadata.uid).toBe(second.metadata.uid);
  });

  it('tries an object without making it', async () => {
    await makeNamespace('trial');
    const tried = await driver.apply(deployment('trial', 'app'), {
      dryRun: true,
    });
    expect(at(tried, 'spec', 'strategy', 'type')).toBe('RollingUpdate');
    expect(await driver.get(placeOf(tried))).toBeUndefined();
  });

  it('puts a workload to sleep and wakes it by a merge', async () => {
    await makeNamespace('sleepy');
    const object = await driver.apply(deployment('sleepy', 'app'));
    const place = placeOf(object);
    const asleep = await driver.patchWorkload(place, {
      annotations: { 'domaindeck.io/before-sleep': '{"replicas":1}' },
      spec: { replicas: 0 },
    });
    expect(at(asleep, 'spec', 'replicas')).toBe(0);
    const awake = await driver.patchWorkload(place, {
      annotations: { 'domaindeck.io/before-sleep': undefined },
      spec: { replicas: 1 },
    });
    expect(at(awake, 'spec', 'replicas')).toBe(1);
    expect(awake.metadata.annotations ?? {}).not.toHaveProperty(
      'domaindeck.io/before-sleep',
    );
    await expect(
      driver.patchWorkload(
        { ...place, name: 'other' },
        { annotations: {}, spec: {} },
      ),
    ).rejects.toMatchObject({
      status: 404,
      message: 'deployments.apps "other" not found',
    });
  });

  it('keeps the words of a quota', async () => {
    await makeNamespace('full');
    await driver.apply({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'size', namespace: 'full' },
      spec: { hard: { 'count/secrets': '1', services: '1' } },
    });
    const service = (name: string): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: 'full' },
      spec: { selector: { a: 'b' }, ports: [{ port: 80, protocol: 'TCP' }] },
    });
    // The quota has to be counted before it holds.
    const quota = {
      group: '',
      version: 'v1',
      kind: 'ResourceQuota',
      namespace: 'full',
      name: 'size',
    };
    await until(
      async () => at(await driver.get(quota), 'status', 'used') !== undefined,
      'the quota to be counted',
    );
    await driver.apply(service('one'));
    await expect(driver.apply(service('two'))).rejects.toMatchObject({
      status: 403,
      reason: 'Forbidden',
      message:
        'services "two" is forbidden: exceeded quota: size, requested: services=1, used: services=1, limited: services=1',
    });
    const secret = (name: string): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace: 'full' },
    });
    await driver.putSecret(secret('one'), { a: CANARY });
    await expect(
      driver.putSecret(secret('two'), { a: CANARY }),
    ).rejects.toMatchObject({
      status: 403,
      message:
        'secrets "two" is forbidden: exceeded quota: size, requested: count/secrets=1, used: count/secrets=1, limited: count/secrets=1',
    });
  }, 60_000);

  it('carries secrets, knows when they changed, and lets no value out', async () => {
    const said: unknown[] = [];
    const hear = async <T>(work: Promise<T>): Promise<T> => {
      const answer = await work;
      said.push(answer);
      return answer;
    };
    await makeNamespace('keeper');
    await makeNamespace('taker');
    const planned = secretObject('taker');
    await hear(
      driver.putSecret(secretObject('keeper'), {
        password: CANARY,
        user: 'app',
      }),
    );
    const source = { namespace: 'keeper', name: 'db' };
    const { object, digest } = await hear(driver.copySecret(source, planned));
    expect(object.data).toEqual({ password: '', user: '' });
    expect(await rawData('taker', 'db')).toEqual({
      password: ENCODED,
      user: btoa('app'),
    });
    const digests = (namespace: string) =>
      hear(driver.secretDigests(namespace, ['db', 'none']));
    expect(await digests('keeper')).toEqual({ db: digest });
    expect(await digests('taker')).toEqual({ db: digest });

    // Applied as it was planned, without values: they stay, in earnest and as a try.
    const tried = await hear(driver.apply(planned, { dryRun: true }));
    expect(tried.data).toEqual({ password: '', user: '' });
    await hear(driver.apply({ ...planned, metadata: { ...planned.metadata } }));
    expect(await digests('taker')).toEqual({ db: digest });

    await hear(
      driver.putSecret(secretObject('keeper'), { password: `${CANARY}2` }),
    );
    expect((await digests('keeper')).db).not.toBe(digest);
    const second = await hear(driver.copySecret(source, planned));
    expect(second.object.data).toEqual({ password: '' });
    expect(await digests('taker')).toEqual({ db: second.digest });

    await hear(driver.list('taker'));
    await hear(driver.get(placeOf(planned)));
    await hear(driver.baseline('keeper'));
    const text = said
      .map(one => inspect(one, { depth: 20, showHidden: true }))
      .join('\n');
    expect(text).toContain('password');
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(ENCODED.replace(/=+$/, ''));
  });

  it('says that a kind is not there', async () => {
    await makeNamespace('routes');
    await expect(
      driver.apply({
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'web', namespace: 'routes' },
        spec: {},
      }),
    ).rejects.toMatchObject({
      status: 404,
      message:
        'Cluster dev-1 does not have the kind HTTPRoute (gateway.networking.k8s.io/v1).',
    });
  });

  it('shows the pods that are waited for, and sees the workload with all others', async () => {
    await makeNamespace('watched');
    await driver.apply(deployment('watched', 'app'));
    await until(
      async () => (await driver.waiting('watched')).pods.length > 0,
      'a pod',
    );
    const { pods } = await driver.waiting('watched');
    expect(pods[0].metadata.name).toMatch(/^app-/);
    const { workloads } = await driver.sight();
    expect(workloads.map(one => one.metadata.name)).toContain('app');
    await expect(
      driver.lastLine('watched', 'nobody', 'app'),
    ).resolves.toBeUndefined();
  }, 60_000);

  more?.(() => target);
}
