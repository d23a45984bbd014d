import { waitUntil } from '@domaindeck/control-plane';
import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterWrite } from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterDriver } from '../../drivers';
import { KubernetesObject } from '../../objects';
import { applyFixture } from '../__testUtils__/applyFixture';
import { ConnectedDriver } from '../__testUtils__/connectDriver';
import { OperatorCluster, RBAC } from './__testUtils__/OperatorCluster';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

const NAMESPACES = '/api/v1/namespaces';
const OURS = { [LABEL_ENVIRONMENT_ID]: 'e9' };
const ROLE = 'domaindeck.io/role';
const DENIED =
  /ValidatingAdmissionPolicy 'domaindeck-environments' with binding 'domaindeck-environments' denied request: (.*)$/;

function merge(path: string, body: object): ClusterWrite {
  return { method: 'PATCH', type: 'merge', path, body };
}

function post(path: string, body: object): ClusterWrite {
  return { method: 'POST', path, body };
}

function remove(path: string): ClusterWrite {
  return { method: 'DELETE', path };
}

function labels(each: Record<string, string | null>): object {
  return { metadata: { labels: each } };
}

function namespaceOf(
  name: string,
  each: Record<string, string>,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: each },
  };
}

describeReal('the guard of baselines in a real cluster', () => {
  let cluster: OperatorCluster;
  let portal: ConnectedDriver;
  let home: string;
  /** Paths of a Deployment and of a pod in the baseline. */
  let app: string;
  let pod: string;

  beforeAll(async () => {
    cluster = await OperatorCluster.start();
    portal = await cluster.accountOf('domaindeck');
    const { driver } = cluster.admin;
    const baseline = await applyFixture(driver, 'streaming');
    home = baseline.namespace;
    const { name } = baseline.objects.find(
      one => one.kind === 'Deployment',
    )!.metadata;
    app = `/apis/apps/v1/namespaces/${home}/deployments/${name}`;
    pod = await waitUntil(
      async () => (await driver.waiting(home)).pods[0]?.metadata.name,
      { limit: 30_000, interval: 100, otherwise: () => 'no pod' },
    );
    await cluster.installGuard(portal);
    // From now on nothing but the policy can refuse.
    await cluster.bind('domaindeck', 'cluster-admin');
    await waitUntil(
      async () =>
        (await portal.connection.get(`${RBAC}/clusterroles`)).status === 200 ||
        undefined,
      { limit: 10_000, interval: 50, otherwise: () => 'no rights' },
    );
    // An environment, and a baseline that carries the label by somebody's mistake.
    await portal.driver.create(namespaceOf('ours', OURS));
    await driver.create(
      namespaceOf('mistaken', { ...OURS, [ROLE]: 'baseline' }),
    );
  }, 900_000);

  afterAll(() => cluster?.stop(), 60_000);

  const notInto = (name: string) =>
    `namespace ${name} is no self-service environment, so DomainDeck does not write into it`;
  const notTouched = (name: string) =>
    `namespace ${name} is no self-service environment, so DomainDeck does not touch it`;
  const notMadeFor = (name: string) =>
    `namespace ${name} would not be the self-service environment that it was made for`;

  /** What the policy says to each; an answer of anybody else as it is. The baseline stays as it was. */
  async function refusalsOf(
    requests: readonly ClusterWrite[],
  ): Promise<string[]> {
    const before = await cluster.versions(home);
    const refusals = new Set<string>();
    for (const request of requests) {
      const { status, text } = await portal.connection.write(request);
      const { message } = JSON.parse(text);
      const words = DENIED.exec(message)?.[1];
      refusals.add(
        status === 403 && words
          ? words
          : `${request.method} ${request.path}: ${status} ${message}`,
      );
    }
    expect(await cluster.versions(home)).toEqual(before);
    return [...refusals];
  }

  it('lets our account write nothing into a baseline, subresources included', async () => {
    const inHome = `${NAMESPACES}/${home}`;
    const name = pod;
    const eviction = { apiVersion: 'policy/v1', kind: 'Eviction' };
    expect(
      await refusalsOf([
        merge(app, { spec: { replicas: 0 } }),
        merge(`${app}/scale`, { spec: { replicas: 0 } }),
        merge(`${app}/status`, { status: { collisionCount: 3 } }),
        remove(app),
        remove(`/apis/apps/v1/namespaces/${home}/deployments`),
        post(`${inHome}/configmaps`, { metadata: { name: 'x' } }),
        post(`${inHome}/pods/${name}/eviction`, {
          ...eviction,
          metadata: { name, namespace: home },
        }),
        post(`${inHome}/serviceaccounts/default/token`, { spec: {} }),
      ]),
    ).toEqual([notInto(home)]);
    expect(
      await refusalsOf([
        post(`${NAMESPACES}/mistaken/configmaps`, { metadata: { name: 'x' } }),
      ]),
    ).toEqual([notInto('mistaken')]);
  }, 60_000);

  it('lets it get into no pod of a baseline, by whatever door', async () => {
    const doors = [
      'exec?command=sh&stdin=true&stdout=true',
      'attach?stdin=true&stdout=true',
      'portforward?ports=80',
      'proxy/',
    ];
    const into = `${NAMESPACES}/${home}/pods/${pod}`;
    expect(
      await refusalsOf(doors.map(door => post(`${into}/${door}`, {}))),
    ).toEqual([
      `namespace ${home} is no self-service environment, so DomainDeck does not connect to what runs in it`,
    ]);
    // The kubelet of a node would open the same doors.
    expect(
      await refusalsOf([post(`/api/v1/nodes/dev-1-node-1/proxy/run`, {})]),
    ).toEqual(['DomainDeck writes nothing here that lies in no namespace']);
    // Asked of an environment, it is only the pod that is missing; a Service is read as RBAC has it.
    const asked = await Promise.all([
      ...doors.map(door =>
        portal.connection.write(
          post(`${NAMESPACES}/ours/pods/none/${door}`, {}),
        ),
      ),
      portal.connection.get(
        `${NAMESPACES}/${home}/services/none:80/proxy/metrics`,
      ),
    ]);
    expect(asked.map(one => one.status)).toEqual(asked.map(() => 404));
  }, 60_000);

  it('lets it take over, change or delete no namespace that is not ours', async () => {
    const own = `${NAMESPACES}/${home}`;
    expect(
      await refusalsOf([
        remove(own),
        merge(own, labels(OURS)),
        merge(`${own}/status`, { status: { phase: 'Active' } }),
      ]),
    ).toEqual([notTouched(home)]);
    expect(await refusalsOf([remove(`${NAMESPACES}/mistaken`)])).toEqual([
      notTouched('mistaken'),
    ]);
  }, 60_000);

  it('lets no environment be made without its label, lose it or become a baseline', async () => {
    expect(
      await refusalsOf([
        post(NAMESPACES, namespaceOf('new', {})),
        post(NAMESPACES, namespaceOf('new', { ...OURS, [ROLE]: 'baseline' })),
      ]),
    ).toEqual([notMadeFor('new')]);
    const ours = `${NAMESPACES}/ours`;
    expect(
      await refusalsOf([
        merge(ours, labels({ [LABEL_ENVIRONMENT_ID]: null })),
        merge(ours, labels({ [LABEL_ENVIRONMENT_ID]: 'e8' })),
        merge(ours, labels({ [ROLE]: 'baseline' })),
      ]),
    ).toEqual([notMadeFor('ours')]);
  }, 60_000);

  it('lets it write nothing that lies in no namespace', async () => {
    expect(
      await refusalsOf([
        post(`${RBAC}/clusterroles`, { metadata: { name: 'x' } }),
      ]),
    ).toEqual(['DomainDeck writes nothing here that lies in no namespace']);
  }, 60_000);

  it('lets it do all of this in an environment, and ask for its own rights', async () => {
    const review = await portal.connection.post(
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { verb: 'get', resource: 'pods' } },
      },
    );
    expect(review.status).toBe(201);
    await applyApp(portal.driver);
    const path = '/apis/apps/v1/namespaces/ours/deployments/app';
    const done = [
      merge(`${path}/scale`, { spec: { replicas: 2 } }),
      merge(`${NAMESPACES}/ours`, labels({ note: 'a' })),
      remove(path),
    ];
    for (const request of done) {
      const { status, text } = await portal.connection.write(request);
      expect(`${status} ${text}`).toMatch(/^200 /);
    }
  }, 60_000);

  it('holds nobody else', async () => {
    const done = [
      cluster.write(merge(app, labels({ note: 'a' }))),
      cluster.write(merge(`${app}/scale`, { spec: { replicas: 2 } })),
    ];
    await expect(Promise.all(done)).resolves.toHaveLength(2);
  }, 60_000);

  function applyApp(driver: ClusterDriver): Promise<KubernetesObject> {
    const own = { app: 'app' };
    return driver.apply({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'app', namespace: 'ours' },
      spec: {
        selector: { matchLabels: own },
        template: {
          metadata: { labels: own },
          spec: { containers: [{ name: 'app', image: 'app' }] },
        },
      },
    });
  }
});
