import { ControlPlane, startControlPlane } from '@domaindeck/control-plane';
import {
  Baseline,
  computeDrift,
  planEnvironment,
  PlanResult,
  serviceOptions,
} from '../../clone';
import { faultsOf } from '../../clone/__testUtils__/faultsOf';
import {
  FIXTURES,
  loadBaseline,
  planInput,
} from '../../clone/__testUtils__/planCase';
import { SHAPES, shapeOf } from '../../clone/__testUtils__/shapes';
import { ClusterDriver } from '../../drivers';
import { at } from '../../objects';
import { applyBaseline } from '../__testUtils__/applyFixture';
import { applyPlan } from '../__testUtils__/applyPlan';
import { ConnectedDriver, connectDriver } from '../__testUtils__/connectDriver';
import { versionsOf } from '../__testUtils__/versionsOf';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

function baselineOf(name: string): Baseline {
  const fixture = FIXTURES.find(one => one === name);
  return fixture ? loadBaseline(fixture) : shapeOf(name);
}

describeReal('plans on a real API server', () => {
  let plane: ControlPlane;
  let connected: ConnectedDriver;
  let driver: ClusterDriver;

  beforeAll(async () => {
    plane = await startControlPlane({ clusters: 1 });
    const [cluster] = plane.clusters;
    connected = connectDriver(cluster, cluster.tokens.admin);
    driver = connected.driver;
  }, 900_000);

  afterAll(async () => {
    await connected?.connection.close();
    await plane?.stop();
  }, 60_000);

  it.each([...FIXTURES, ...SHAPES])(
    'takes every object of %s, each service alone, every two, and all of them',
    async name => {
      // What the planner sees is what the server holds, with everything that it fills in.
      const baseline = await applyBaseline(driver, baselineOf(name));
      const { namespace } = baseline;
      const before = await versions(namespace);
      const names = serviceOptions(baseline, { known: false, edges: [] })
        .services.filter(one => one.cloneable)
        .map(one => one.name);
      const domain = `domain:default/${name}`;
      const plan = (services: readonly string[], size: string): PlanResult =>
        planEnvironment(
          planInput(
            baseline,
            services.map(one => ({ name: one })),
            { specification: { domain, size, rewriteAddresses: true } },
          ),
        );
      // Names turn from shared to own and back on the way.
      const half = names.filter((_, index) => index % 2 === 0);
      const other = names.filter((_, index) => index % 2 === 1);
      const choices: [readonly string[], string][] = [
        ...names.map((one): [string[], string] => [[one], 'S']),
        ...names.map((one, index): [string[], string] => [
          [one, names[(index + 1) % names.length]],
          'M',
        ]),
        [half, 'L'],
        [other, 'M'],
      ];
      const applied = new Map<string, string>();
      for (const [chosen, size] of choices) {
        const planned = plan(chosen, size);
        const faults = faultsOf(baseline, planned);
        const refused = await applyPlan(driver, planned, applied);
        expect({ chosen, faults, refused }).toEqual({
          chosen,
          faults: [],
          refused: [],
        });
      }
      const all = plan(names, 'L');
      expect(await applyPlan(driver, all)).toEqual([]);
      const live = await driver.list(all.plan.namespace);
      const services = live.filter(one => one.kind === 'Service');
      expect(
        services
          .filter(one => at(one, 'spec', 'selector'))
          .map(one => one.metadata.name),
      ).toEqual(
        services
          .filter(one => at(one, 'spec', 'type') !== 'ExternalName')
          .map(one => one.metadata.name),
      );
      // Applying the same again changes nothing, and nothing differs from the baseline.
      const dryRun = await Promise.all(
        all.manifests.map(one => driver.apply(one.object, { dryRun: true })),
      );
      const drift = computeDrift({
        specification: all.plan.specification,
        then: all.snapshot,
        now: all.snapshot,
        desired: all.manifests,
        live,
        dryRun,
      });
      expect(drift.services.filter(one => one.state !== 'same')).toEqual([]);
      expect(drift.foreign).toEqual([]);
      expect(await applyPlan(driver, all)).toEqual([]);
      expect(await versions(all.plan.namespace)).toEqual(versionsOf(live));
      expect(await versions(namespace)).toEqual(before);
    },
    600_000,
  );

  async function versions(namespace: string): Promise<string[]> {
    return versionsOf(await driver.list(namespace));
  }
});
