import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Specification } from '@domaindeck/backstage-plugin-environments-common';
import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../../objects';
import { DEFAULT_SIZES } from '../../policy';
import { planEnvironment } from '../planEnvironment';
import { Baseline, PlanInput, PlanResult } from '../types';

/** Names of the baselines in `__fixtures__`. */
export const FIXTURES = [
  'web-shop',
  'sock-shop',
  'voting',
  'booking',
  'streaming',
  'astronomy',
  'bank',
  'courier',
] as const;

/** Name of a baseline in `__fixtures__`. */
export type FixtureName = (typeof FIXTURES)[number];

/** Reads a baseline. */
export function loadBaseline(name: FixtureName): Baseline {
  const file = join(__dirname, '..', '__fixtures__', `${name}.yaml`);
  const objects = parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS() as KubernetesObject | null)
    .filter(object => object !== null);
  return {
    cluster: 'dev-1',
    namespace: objects[0].metadata.namespace!,
    objects,
  };
}

/** A plan's input with what a usual cluster and company have. */
export function planInput(
  baseline: Baseline,
  services: Specification['services'],
  changes: {
    readonly specification?: Partial<Specification>;
    readonly input?: Partial<PlanInput>;
    readonly cluster?: Partial<PlanInput['cluster']>;
  } = {},
): PlanInput {
  return {
    id: 'e1',
    now: Date.UTC(2026, 0, 5, 12),
    creatorRef: 'user:default/ana',
    specification: {
      name: 'night-fares',
      domain: 'domain:default/payments',
      cluster: 'dev-1',
      size: 'L',
      expiresIn: 'P3D',
      services,
      ...changes.specification,
    },
    cluster: {
      name: 'dev-1',
      tier: 'development',
      address: { zone: 'dev.example', ingressClassName: 'nginx' },
      ingressNamespaces: ['ingress-nginx'],
      ...changes.cluster,
    },
    baseline,
    relations: { known: false, edges: [] },
    policy: { sizes: DEFAULT_SIZES, maxLifeMs: 14 * 86_400_000 },
    quota: { person: { used: 0, limit: 3 }, domain: { used: 0, limit: 20 } },
    ...changes.input,
  };
}

/** Plans some services of a baseline, each as the baseline has it. */
export function planOf(
  name: FixtureName,
  services: readonly (string | Specification['services'][number])[],
  changes: Parameters<typeof planInput>[2] = {},
): PlanResult {
  return planEnvironment(
    planInput(
      loadBaseline(name),
      services.map(one => (typeof one === 'string' ? { name: one } : one)),
      changes,
    ),
  );
}

/** An object that a plan applies. */
export function manifest(
  result: PlanResult,
  kind: string,
  name: string,
): KubernetesObject {
  const found = result.manifests.find(
    one => one.object.kind === kind && one.object.metadata.name === name,
  );
  if (!found) {
    throw new Error(`The plan has no ${kind} ${name}`);
  }
  return found.object;
}

/** Codes of a plan's warnings with the services that each is about. */
export function codes(result: PlanResult): string[] {
  return result.plan.warnings.map(warning => {
    const { service, services, name } = warning.parts;
    const about =
      service ??
      (warning.code === 'service-unknown'
        ? name
        : Array.isArray(services) && services.join('+'));
    return about ? `${warning.code} ${about}` : warning.code;
  });
}
