import { KubernetesObject, podTemplateOf } from '../../../objects';
import { planEnvironment } from '../../planEnvironment';
import { loadBaseline, planInput } from '../../__testUtils__/planCase';
import { PlanInput } from '../../types';
import { DriftInput } from '../types';

/** Changes a baseline or a cluster in place. */
export type Change = (objects: KubernetesObject[]) => void;

/** A deep copy of the baseline with something changed in it. */
export function moved(change: Change) {
  const baseline = loadBaseline('streaming');
  change(baseline.objects as KubernetesObject[]);
  return baseline;
}

/** The object of a kind and name. */
export function find(
  objects: readonly KubernetesObject[],
  kind: string,
  name: string,
) {
  return objects.find(one => one.kind === kind && one.metadata.name === name)!;
}

/** The main container of a Deployment. */
export function container(
  objects: readonly KubernetesObject[],
  workload: string,
) {
  const { spec } = podTemplateOf(find(objects, 'Deployment', workload))!;
  return spec.containers.find(one => one.name === workload)!;
}

/** What the environment asks for. */
export const SERVICES: PlanInput['specification']['services'] = [
  {
    name: 'order-api',
    env: { LEVEL: 'debug', DB_URL: 'postgres://mine/orders' },
  },
  { name: 'pricing', version: '5.3.0-fare.7' },
  { name: 'notifier' },
];

/** An environment as it was made, then the baseline and the cluster as they are now. */
export function drifted(
  baselineNow: Change = () => {},
  byHand: Change = () => {},
  changes: Partial<DriftInput> = {},
): DriftInput {
  const specification = { configOverrides: { 'order-api': { TIMEOUT: '9s' } } };
  const before = planEnvironment(
    planInput(loadBaseline('streaming'), SERVICES, { specification }),
  );
  const now = planEnvironment(
    planInput(moved(baselineNow), SERVICES, { specification }),
  );
  const live = structuredClone(before.manifests.map(one => one.object));
  byHand(live);
  return {
    specification: before.plan.specification,
    then: before.snapshot,
    now: now.snapshot,
    desired: before.manifests,
    live,
    ...changes,
  };
}

/** New versions, settings changed, taken out and added. */
export const moveBaseline: Change = objects => {
  const api = container(objects, 'order-api');
  api.image = 'registry.example:5000/stream/order-api:2.5.0';
  api.env = [
    ...api
      .env!.filter(one => one.name !== 'PRICING_URL')
      .map(one =>
        one.name === 'DB_URL'
          ? { name: 'DB_URL', value: 'postgres://orders-db/v2' }
          : one,
      ),
    { name: 'RETRIES', value: '5' },
  ];
  container(objects, 'pricing').image = 'registry.example/stream/pricing:5.4.0';
  const config = find(objects, 'ConfigMap', 'order-api');
  config.data = {
    ...(config.data as object),
    TIMEOUT: '7s',
    FARES: 'http://pricing.stream:9090',
  };
};
