import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  ControlPlane,
  RealCluster,
  startControlPlane,
  waitUntil,
} from '@domaindeck/control-plane';
import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterWrite } from '@domaindeck/backstage-plugin-workloads-node';
import { parseAllDocuments } from 'yaml';
import { Baseline, planEnvironment, PlanResult } from '../../clone';
import { planInput } from '../../clone/__testUtils__/planCase';
import { ClusterDriver, DriverError, probeGuard } from '../../drivers';
import { KubernetesObject, objectRef } from '../../objects';
import { applyFixture } from '../__testUtils__/applyFixture';
import { applyPlan } from '../__testUtils__/applyPlan';
import { ConnectedDriver, connectDriver } from '../__testUtils__/connectDriver';
import {
  operationsOf,
  optionalKinds,
  RoleRule,
  withoutRight,
} from './__testUtils__/rights';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

const OWN = '@domaindeck/backstage-plugin-environments-backend';
const VIEW = resolvePackagePath(
  '@domaindeck/backstage-plugin-workloads-backend',
  'manifests/view.yaml',
);
const ROLE = resolvePackagePath(OWN, 'manifests/environments.yaml');
const GUARD = resolvePackagePath(OWN, 'manifests/guard.yaml');
const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const API_GROUP = 'rbac.authorization.k8s.io';

describeReal('the manifests for operators', () => {
  let plane: ControlPlane;
  let cluster: RealCluster;
  let admin: ConnectedDriver;
  let portal: ConnectedDriver;
  let baseline: Baseline;
  let plan: PlanResult;

  async function adminWrites(request: ClusterWrite): Promise<unknown> {
    const { status, text } = await admin.connection.write(request);
    expect(`${status} ${text}`).toMatch(/^20[01] /);
    return JSON.parse(text);
  }

  async function setRules(rules: readonly RoleRule[]): Promise<void> {
    await adminWrites({
      method: 'PATCH',
      type: 'apply',
      path: `${RBAC}/clusterroles/domaindeck-environments?fieldManager=test&force=true`,
      body: {
        apiVersion: `${API_GROUP}/v1`,
        kind: 'ClusterRole',
        metadata: { name: 'domaindeck-environments' },
        rules,
      },
    });
  }

  /** Tries until a refusal comes, since authorizer and admission hear of a change by watches of their own. */
  async function refusalOf(
    work: () => Promise<unknown>,
    words: string,
  ): Promise<string> {
    let seen = 'nothing was refused';
    return waitUntil(
      async () => {
        try {
          await work();
          return undefined;
        } catch (error) {
          seen = String((error as Error).message);
          return error instanceof DriverError && seen.includes(words)
            ? seen
            : undefined;
        }
      },
      { limit: 10_000, interval: 20, otherwise: () => `${words}: ${seen}` },
    );
  }

  beforeAll(async () => {
    plane = await startControlPlane({ clusters: ['dev-1'], nodes: 1 });
    [cluster] = plane.clusters;
    admin = connectDriver(cluster, cluster.tokens.admin);
    for (const body of optionalKinds()) {
      const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
      await adminWrites({ method: 'POST', path, body });
    }
    await cluster.apply(VIEW);
    await cluster.apply(ROLE);
    const { status } = (await adminWrites({
      method: 'POST',
      path: '/api/v1/namespaces/domaindeck/serviceaccounts/domaindeck/token',
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: {},
      },
    })) as { status: { token: string } };
    portal = connectDriver(cluster, status.token);
    baseline = await applyFixture(admin.driver, 'streaming');
    plan = planEnvironment(
      planInput(
        baseline,
        baseline.objects
          .filter(one => one.kind === 'Deployment')
          .map(one => ({ name: one.metadata.name })),
        {
          specification: { rewriteAddresses: true },
          cluster: { team: { clusterRole: 'edit', groups: ['developers'] } },
        },
      ),
    );
  }, 900_000);

  afterAll(async () => {
    await Promise.all([admin, portal].map(each => each?.connection.close()));
    await plane?.stop();
  }, 60_000);

  async function versions(): Promise<string[]> {
    const objects = await admin.driver.list(baseline.namespace);
    return objects
      .map(
        one =>
          `${one.kind} ${one.metadata.name} ${one.metadata.uid} ${
            one.metadata.generation ?? one.metadata.resourceVersion
          }`,
      )
      .sort();
  }

  it('are missing a guard, and the driver says so', async () => {
    await waitUntil(
      async () =>
        (await probeGuard(portal.driver)) === 'missing' ? true : undefined,
      { limit: 20_000, interval: 100, otherwise: () => 'no rights' },
    );
  }, 30_000);

  it('name the right that is missing, whichever it is', async () => {
    const [role] = parseAllDocuments(readFileSync(ROLE, 'utf8'));
    const { rules } = role.toJS() as { rules: RoleRule[] };
    const operations = await operationsOf(rules, admin.driver, portal.driver);
    const named: string[] = [];
    for (const { right, words, act } of operations) {
      await setRules(withoutRight(rules, right));
      await refusalOf(act, words);
      named.push(`${right.verb} ${right.resource}`);
    }
    await setRules(rules);
    for (const { right, act } of operations) {
      // Nothing else was missing all the time.
      await waitUntil(
        () =>
          act().then(
            () => true,
            () => undefined,
          ),
        {
          limit: 10_000,
          interval: 20,
          otherwise: () => `${right.verb} ${right.resource} is refused`,
        },
      );
    }
    // Every verb of every rule stands here, so none of them is needless.
    expect(named).toHaveLength(
      rules
        .map(rule => rule.resources.length * rule.verbs.length)
        .reduce((sum, count) => sum + count, 0),
    );
  }, 300_000);

  it('suffice for the life of an environment under the guard, which leaves the baseline alone', async () => {
    await cluster.apply(GUARD);
    await waitUntil(
      async () =>
        (await probeGuard(portal.driver)) === 'installed' ? true : undefined,
      { limit: 20_000, interval: 100, otherwise: () => 'no guard' },
    );
    const before = await versions();
    const { driver } = portal;
    const { namespace } = plan.plan;
    const [first] = plan.manifests;
    await driver.create(first.object);
    expect(await applyPlan(driver, plan)).toEqual([]);
    expect(await applyPlan(driver, plan)).toEqual([]);
    const live = await driver.list(namespace);
    expect(live.length).toBeGreaterThanOrEqual(plan.manifests.length - 1);
    await driver.baseline(baseline.namespace);
    await driver.facts();
    const sight = await driver.sight();
    expect(sight.namespaces.map(one => one.metadata.name)).toEqual([namespace]);
    await driver.waiting(namespace);
    await driver.putSecret(
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'given', namespace },
      },
      { a: 'b' },
    );
    await driver.secretDigests(namespace, ['given']);
    const workload = live.find(one => one.kind === 'Deployment')!;
    const place = { ...objectRef(workload), namespace };
    await driver.patchWorkload(place, {
      annotations: {},
      spec: { replicas: 0 },
    });
    expect(await driver.remove(place, workload.metadata.uid!)).toBe('deleted');
    const home = { ...objectRef(first.object) };
    const { uid = '' } = (await driver.get(home))!.metadata;
    expect(await driver.remove(home, uid)).toBe('deleted');
    expect(await versions()).toEqual(before);
  }, 120_000);

  it('keep our account off everything else, even if it may do anything', async () => {
    await adminWrites({
      method: 'POST',
      path: `${RBAC}/clusterrolebindings`,
      body: {
        metadata: { name: 'too-much' },
        roleRef: {
          apiGroup: API_GROUP,
          kind: 'ClusterRole',
          name: 'cluster-admin',
        },
        subjects: [
          {
            kind: 'ServiceAccount',
            name: 'domaindeck',
            namespace: 'domaindeck',
          },
        ],
      },
    });
    const before = await versions();
    const home = baseline.namespace;
    const deployment = baseline.objects.find(one => one.kind === 'Deployment')!;
    const APP = `/apis/apps/v1/namespaces/${home}/deployments/${deployment.metadata.name}`;
    const merge = (path: string, body: object): ClusterWrite => ({
      method: 'PATCH',
      type: 'merge',
      path,
      body,
    });
    const labels = (each: Record<string, string | null>) => ({
      metadata: { labels: each },
    });
    const marked = { [LABEL_ENVIRONMENT_ID]: 'e9' };
    // An environment of ours, and a baseline that carries the label by somebody's mistake.
    await portal.driver.create(namespaceOf('ours', marked));
    await admin.driver.create(
      namespaceOf('mistaken', { ...marked, 'domaindeck.io/role': 'baseline' }),
    );
    const inBaseline = `namespace ${home} is no self-service environment, so DomainDeck does not write into it`;
    const noTouch = (name: string) =>
      `namespace ${name} is no self-service environment, so DomainDeck does not touch it`;
    const notMadeFor = (name: string) =>
      `namespace ${name} would not be the self-service environment that it was made for`;
    const NAMESPACES = '/api/v1/namespaces';
    const pods = await admin.driver.waiting(home);
    const [pod] = pods.pods;
    const refused: [ClusterWrite, string][] = [
      [merge(APP, { spec: { replicas: 0 } }), inBaseline],
      [merge(`${APP}/scale`, { spec: { replicas: 0 } }), inBaseline],
      [merge(`${APP}/status`, { status: { replicas: 0 } }), inBaseline],
      [{ method: 'DELETE', path: APP }, inBaseline],
      [
        {
          method: 'DELETE',
          path: `/apis/apps/v1/namespaces/${home}/deployments`,
        },
        inBaseline,
      ],
      [
        {
          method: 'POST',
          path: `${NAMESPACES}/${home}/configmaps`,
          body: { metadata: { name: 'x' } },
        },
        inBaseline,
      ],
      [
        {
          method: 'POST',
          path: `${NAMESPACES}/${home}/pods/${pod.metadata.name}/eviction`,
          body: {
            apiVersion: 'policy/v1',
            kind: 'Eviction',
            metadata: { name: pod.metadata.name, namespace: home },
          },
        },
        inBaseline,
      ],
      [
        {
          method: 'POST',
          path: `${NAMESPACES}/${home}/serviceaccounts/default/token`,
          body: { spec: {} },
        },
        inBaseline,
      ],
      [
        {
          method: 'POST',
          path: `${RBAC}/clusterroles`,
          body: { metadata: { name: 'x' } },
        },
        'DomainDeck writes nothing here that lies in no namespace',
      ],
      [{ method: 'DELETE', path: `${NAMESPACES}/${home}` }, noTouch(home)],
      [merge(`${NAMESPACES}/${home}`, labels(marked)), noTouch(home)],
      [
        merge(`${NAMESPACES}/${home}/status`, { status: { phase: 'Active' } }),
        noTouch(home),
      ],
      [
        { method: 'DELETE', path: `${NAMESPACES}/mistaken` },
        noTouch('mistaken'),
      ],
      [
        {
          method: 'POST',
          path: `${NAMESPACES}/mistaken/configmaps`,
          body: { metadata: { name: 'x' } },
        },
        'namespace mistaken is no self-service environment',
      ],
      [
        { method: 'POST', path: NAMESPACES, body: namespaceOf('new', {}) },
        notMadeFor('new'),
      ],
      [
        merge(`${NAMESPACES}/ours`, labels({ [LABEL_ENVIRONMENT_ID]: null })),
        notMadeFor('ours'),
      ],
      [
        merge(`${NAMESPACES}/ours`, labels({ [LABEL_ENVIRONMENT_ID]: 'e8' })),
        notMadeFor('ours'),
      ],
      [
        merge(
          `${NAMESPACES}/ours`,
          labels({ 'domaindeck.io/role': 'baseline' }),
        ),
        notMadeFor('ours'),
      ],
    ];
    // With the new binding nothing but the policy can refuse.
    await waitUntil(
      async () =>
        (await portal.connection.get(`${RBAC}/clusterroles`)).status === 200
          ? true
          : undefined,
      { limit: 10_000, interval: 50, otherwise: () => 'no rights' },
    );
    for (const [request, words] of refused) {
      const { status, text } = await portal.connection.write(request);
      expect([request.method, request.path, status, text]).toEqual([
        request.method,
        request.path,
        403,
        expect.stringMatching(
          /ValidatingAdmissionPolicy 'domaindeck-environments' with binding/,
        ),
      ]);
      expect(text).toContain(words);
    }
    // What it may: ask for its own rights, and all of this in an environment.
    const review = await portal.connection.post(
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { verb: 'get', resource: 'pods' } },
      },
    );
    expect(review.status).toBe(201);
    await applyInOurs(portal.driver);
    const scaled = await portal.connection.write(
      merge('/apis/apps/v1/namespaces/ours/deployments/app/scale', {
        spec: { replicas: 2 },
      }),
    );
    expect(scaled.status).toBe(200);
    // Nobody else is held by it.
    await adminWrites(merge(APP, { metadata: { annotations: { a: 'b' } } }));
    await adminWrites(merge(APP, { metadata: { annotations: { a: null } } }));
    expect(await versions()).toEqual(before);
  }, 120_000);

  function namespaceOf(
    name: string,
    labels: Record<string, string>,
  ): KubernetesObject {
    return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
  }

  function applyInOurs(driver: ClusterDriver): Promise<KubernetesObject> {
    const labels = { app: 'app' };
    return driver.apply({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'app', namespace: 'ours' },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'app', image: 'app' }] },
        },
      },
    });
  }
});
