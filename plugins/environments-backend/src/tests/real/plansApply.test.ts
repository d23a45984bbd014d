import { ControlPlane, startControlPlane } from '@domaindeck/control-plane';
import {
  computeDrift,
  planEnvironment,
  PlanResult,
  serviceOptions,
} from '../../clone';
import {
  FIXTURES,
  loadBaseline,
  planInput,
} from '../../clone/__testUtils__/planCase';
import { at, KubernetesObject } from '../../objects';
import { RealApi } from './__testUtils__/RealApi';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

/** A fixture's object as a person would apply it: without what a cluster has written. */
function asApplied(object: KubernetesObject): KubernetesObject {
  const { status: _status, ...rest } = object;
  const { name, namespace, labels, annotations } = object.metadata;
  const address = at(object, 'spec', 'clusterIP');
  const key = '.dockerconfigjson';
  return {
    ...rest,
    metadata: { name, namespace, labels, annotations },
    ...(object.kind === 'Service'
      ? {
          spec: {
            ...object.spec,
            // Another cluster has other addresses.
            clusterIP: address === 'None' ? 'None' : '',
            clusterIPs: [],
          },
        }
      : {}),
    ...(object.kind === 'Secret' && at(object, 'data', key) !== undefined
      ? { data: { [key]: btoa('{"auths":{}}') } }
      : {}),
  } as KubernetesObject;
}

describeReal('plans on a real API server', () => {
  let plane: ControlPlane;
  let api: RealApi;

  beforeAll(async () => {
    plane = await startControlPlane({ clusters: 1 });
    api = new RealApi(plane.clusters[0]);
  }, 900_000);

  afterAll(async () => {
    await api?.close();
    await plane?.stop();
  }, 60_000);

  /** A secret gets its values on the way from one namespace to the other, and never passes through a plan. */
  async function withData(
    object: KubernetesObject,
    result: PlanResult,
  ): Promise<KubernetesObject> {
    const copy = result.secretCopies.find(
      one => object.kind === 'Secret' && one.name === object.metadata.name,
    );
    if (!copy) {
      return object;
    }
    const { name, namespace } = copy;
    const source = await api.call(
      'GET',
      `/api/v1/namespaces/${namespace}/secrets/${name}`,
    );
    return { ...object, data: source.body.data };
  }

  /** Applies everything in order and gives what was refused, word for word. */
  async function applyAll(result: PlanResult): Promise<string[]> {
    const refused: string[] = [];
    for (const { object } of result.manifests) {
      const { status, body } = await api.apply(await withData(object, result));
      if (status >= 300) {
        refused.push(
          `${object.kind} ${object.metadata.name}: ${status} ${String(
            body.message,
          )}`,
        );
      }
    }
    return refused;
  }

  it.each(FIXTURES)(
    'takes every object of %s, all services and changing choices of them',
    async name => {
      const fixture = loadBaseline(name);
      const { namespace } = fixture;
      const made = await api.apply({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: namespace },
      });
      expect(made.status).toBeLessThan(300);
      for (const object of fixture.objects.map(asApplied)) {
        const { status, body } = await api.apply(object);
        expect([status, body.message]).toEqual([
          status < 300 ? status : 200,
          undefined,
        ]);
      }
      // What the planner sees is what the server holds, with everything that it fills in.
      const baseline = { ...fixture, objects: await api.list(namespace) };
      const before = await versions(namespace);
      const names = serviceOptions(baseline, { known: false, edges: [] })
        .services.filter(one => one.cloneable)
        .map(one => one.name);
      const domain = `domain:default/${name}`;
      const plan = (services: readonly string[], size: string) =>
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
      const results = [plan(half, 'L'), plan(other, 'M'), plan(names, 'S')];
      for (const result of results) {
        expect(await applyAll(result)).toEqual([]);
      }
      const [, , all] = results;
      const live = await api.list(all.plan.namespace);
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
        all.manifests.map(async one => {
          const object = await withData(one.object, all);
          return (await api.apply(object, 'dry')).body;
        }),
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
      expect(await applyAll(all)).toEqual([]);
      expect(await versions(all.plan.namespace)).toEqual(generations(live));
      expect(await versions(namespace)).toEqual(before);
    },
    300_000,
  );

  /** Versions of what was wished; the status of pods moves by itself, and a StatefulSet makes its claims in its own time. */
  async function versions(namespace: string) {
    return generations(await api.list(namespace));
  }

  function generations(objects: readonly KubernetesObject[]) {
    return objects
      .filter(
        one =>
          one.kind !== 'PersistentVolumeClaim' ||
          !/-\d+$/.test(one.metadata.name),
      )
      .map(one =>
        one.metadata.generation === undefined
          ? `${one.kind} ${one.metadata.name} ${
              one.kind === 'Service' || one.kind === 'ConfigMap'
                ? one.metadata.resourceVersion
                : ''
            }`
          : `${one.kind} ${one.metadata.name} ${one.metadata.generation}`,
      )
      .sort();
  }
});
