import {
  durationMs,
  EnvironmentRecord,
  Plan,
} from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsWorld } from './EnvironmentsWorld';

/** The record that a plan becomes when it is asked for. */
export function recordOfPlan(
  world: EnvironmentsWorld,
  plan: Plan,
  now: number,
): EnvironmentRecord {
  const { specification } = plan;
  const [cluster] = world.clusters;
  const at = new Date(now).toISOString();
  return {
    id: `e-${specification.name}`,
    name: specification.name,
    ref: `${specification.cluster}/${plan.namespace}`,
    domain: specification.domain,
    cluster: specification.cluster,
    tier: cluster.tier,
    namespace: plan.namespace,
    baseline: plan.baseline,
    state: 'requested',
    creator: world.caller,
    collaborators: specification.collaborators ?? [],
    specification,
    generation: 1,
    createdAt: at,
    updatedAt: at,
    expiresAt: plan.expiresAt,
    latestExpiresAt: new Date(
      now + (durationMs(world.maxLife) ?? 0),
    ).toISOString(),
    pinned: false,
    services: [
      ...plan.services.map(one => ({
        name: one.name,
        own: true,
        kind: one.kind,
        version: one.version,
        baselineVersion: one.baselineVersion,
        replicas: one.replicas,
        ready: 0,
        paused: one.paused,
        health: one.paused ? ('suspended' as const) : ('progressing' as const),
        drift: 'same' as const,
      })),
      ...plan.shared.map(one => ({
        name: one.name,
        own: false,
        version: one.version,
        store: one.store,
        health:
          world.services.find(service => service.name === one.name)?.health ??
          ('healthy' as const),
      })),
    ],
    addresses: plan.addresses
      .filter(one => one.given)
      .map(({ service, url }) => ({ service, url })),
    pendingSecrets: plan.pendingSecrets,
    driftCounts: { baselineMoved: 0, edited: 0, both: 0 },
    ...(plan.cost ? { cost: { ...plan.cost, soFar: 0 } } : {}),
    asOf: at,
    verbs: [],
  };
}
