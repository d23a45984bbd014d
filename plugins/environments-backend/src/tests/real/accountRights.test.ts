import { readFileSync } from 'node:fs';
import { waitUntil } from '@domaindeck/control-plane';
import { parseAllDocuments } from 'yaml';
import { planEnvironment } from '../../clone';
import { planInput } from '../../clone/__testUtils__/planCase';
import { DriverError, probeGuard } from '../../drivers';
import { objectRef } from '../../objects';
import { applyFixture } from '../__testUtils__/applyFixture';
import { applyPlan } from '../__testUtils__/applyPlan';
import { OperatorCluster, RBAC, RIGHTS } from './__testUtils__/OperatorCluster';
import {
  operationsOf,
  optionalKinds,
  RoleRule,
  withoutRight,
} from './__testUtils__/rights';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

const ROLE = 'domaindeck-environments';

describeReal('the rights that environments need in a real cluster', () => {
  let cluster: OperatorCluster;

  beforeAll(async () => {
    cluster = await OperatorCluster.start();
    for (const body of optionalKinds()) {
      await cluster.write({
        method: 'POST',
        path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
        body,
      });
    }
  }, 900_000);

  afterAll(() => cluster?.stop(), 60_000);

  function setRules(rules: readonly RoleRule[]): Promise<unknown> {
    return cluster.write({
      method: 'PATCH',
      type: 'apply',
      path: `${RBAC}/clusterroles/${ROLE}?fieldManager=test&force=true`,
      body: {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: ROLE },
        rules,
      },
    });
  }

  /** How something ends, tried until it ends as it is awaited: the authorizer hears of a role by a watch of its own. */
  async function outcomeOf(
    act: () => Promise<unknown>,
    awaited: 'done' | { readonly refused: string },
  ): Promise<string> {
    let seen = '';
    await waitUntil(
      async () => {
        seen = await act().then(
          () => 'done',
          (error: unknown) =>
            error instanceof DriverError && error.status === 403
              ? error.message
              : `${error}`,
        );
        const isIt =
          awaited === 'done'
            ? seen === awaited
            : seen.includes(awaited.refused);
        return isIt || undefined;
      },
      { limit: 10_000, interval: 20, otherwise: () => seen },
    );
    return seen;
  }

  it('are all needed, and the driver names the one that is missing', async () => {
    const [role] = parseAllDocuments(readFileSync(RIGHTS, 'utf8'));
    const { rules } = role.toJS() as { rules: RoleRule[] };
    // The account of the product has the rights to show workloads, too.
    const bare = await cluster.newAccount('bare', ROLE);
    const operations = await operationsOf(
      rules,
      cluster.admin.driver,
      bare.driver,
    );
    for (const { right, words, act } of operations) {
      await setRules(withoutRight(rules, right));
      expect(await outcomeOf(act, { refused: words })).toContain(words);
    }
    await setRules(rules);
    for (const { act } of operations) {
      // Nothing else was missing all the time.
      expect(await outcomeOf(act, 'done')).toBe('done');
    }
    const count = rules
      .map(rule => rule.resources.length * rule.verbs.length)
      .reduce((sum, each) => sum + each, 0);
    expect(operations).toHaveLength(count);
  }, 300_000);

  it('suffice for the life of an environment under the guard, which leaves the baseline alone', async () => {
    const baseline = await applyFixture(cluster.admin.driver, 'streaming');
    const { namespace: home } = baseline;
    const { driver, ...portal } = await cluster.accountOf('domaindeck');
    expect(await probeGuard(driver)).toBe('missing');
    await cluster.installGuard({ driver, ...portal });
    const before = await cluster.versions(home);
    const plan = planEnvironment(
      planInput(
        await driver.baseline(home),
        baseline.objects
          .filter(one => one.kind === 'Deployment')
          .map(one => ({ name: one.metadata.name })),
        {
          specification: { rewriteAddresses: true },
          cluster: { team: { clusterRole: 'edit', groups: ['developers'] } },
        },
      ),
    );
    const { namespace } = plan.plan;
    const [first] = plan.manifests;
    await driver.create(first.object);
    expect(await applyPlan(driver, plan)).toEqual([]);
    expect(await applyPlan(driver, plan)).toEqual([]);
    const live = await driver.list(namespace);
    expect(live.length).toBeGreaterThanOrEqual(plan.manifests.length - 1);
    await driver.facts();
    const { namespaces } = await driver.sight();
    expect(namespaces.map(one => one.metadata.name)).toContain(namespace);
    await driver.waiting(namespace);
    const given = { name: 'given', namespace };
    await driver.putSecret(
      { apiVersion: 'v1', kind: 'Secret', metadata: given },
      { a: 'b' },
    );
    expect(
      Object.keys(await driver.secretDigests(namespace, ['given'])),
    ).toEqual(['given']);
    const workload = live.find(one => one.kind === 'Deployment')!;
    const place = { ...objectRef(workload), namespace };
    await driver.patchWorkload(place, {
      annotations: {},
      spec: { replicas: 0 },
    });
    expect(await driver.remove(place, workload.metadata.uid!)).toBe('deleted');
    const self = objectRef(first.object);
    const { uid = '' } = (await driver.get(self))!.metadata;
    expect(await driver.remove(self, uid)).toBe('deleted');
    expect(await cluster.versions(home)).toEqual(before);
  }, 120_000);
});
