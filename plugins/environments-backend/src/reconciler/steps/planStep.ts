import { ServiceStatus } from '@domaindeck/backstage-plugin-environments-common';
import { PlanResult } from '../../clone';
import { questionOf } from '../../planning';
import { SeenEnvironment } from '../../store/types';
import { StoppedError } from '../errors';
import { StepRunner } from '../types';

/** Plans over the baseline as it is now. What was cloned before stays as it was. */
export const planStep: StepRunner = async work => {
  const { environment, material } = work;
  const result = await work.plans.plan(
    questionOf(environment, material?.snapshot),
    work.signal,
  );
  const { plan } = result;
  const block = plan.warnings.find(warning => warning.severity === 'block');
  if (block) {
    throw new StoppedError(
      { code: 'blocked', message: block.message },
      block.service,
    );
  }
  return {
    state: 'done',
    parts: {
      services: plan.services.length,
      shared: plan.shared.length,
      objects: plan.objects.length,
    },
    material: {
      snapshot: result.snapshot,
      desired: result.manifests,
      waves: result.waves,
      secrets: material?.secrets ?? {},
    },
    fields: {
      seen: seenOf(
        environment.seen,
        result,
        environment.asleepSince !== undefined,
      ),
    },
  };
};

/** What is known of an environment before its cluster has told anything. */
export function seenOf(
  before: SeenEnvironment,
  { plan }: PlanResult,
  asleep = false,
): SeenEnvironment {
  const known = new Map(
    before.services.filter(one => one.own).map(one => [one.name, one]),
  );
  const own = plan.services.map((service): ServiceStatus => {
    const last = known.get(service.name);
    return {
      name: service.name,
      own: true,
      kind: service.kind,
      version: service.version,
      ...(service.baselineVersion
        ? { baselineVersion: service.baselineVersion }
        : {}),
      ...(service.image ? { image: service.image } : {}),
      replicas: service.replicas,
      ready: last?.ready ?? 0,
      paused: service.paused,
      store: !service.chosen,
      health:
        service.paused || asleep ? 'suspended' : last?.health ?? 'progressing',
      ...(last?.drift ? { drift: last.drift } : {}),
    };
  });
  const shared = plan.shared.map(
    (service): ServiceStatus => ({
      name: service.name,
      own: false,
      ...(service.version
        ? { version: service.version, baselineVersion: service.version }
        : {}),
      store: service.store,
      health: 'unknown',
    }),
  );
  return {
    ...before,
    services: [...own, ...shared],
    addresses: plan.addresses
      .filter(one => one.given)
      .map(({ service, url }) => ({ service, url })),
    pendingSecrets: plan.pendingSecrets,
    requested: {
      cores: plan.size.requested.cores,
      memory: plan.size.requested.memory,
    },
  };
}
