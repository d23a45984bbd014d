import {
  durationMs,
  Plan,
  PlanRequest,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsWorld } from './EnvironmentsWorld';
import { fakeChains } from './fakeChains';
import { fakeWarnings, neededSecrets, quotaOf } from './fakeWarnings';

/** What a specification would make in a world, in the sentences of the backend. */
export function fakePlan(
  world: EnvironmentsWorld,
  request: PlanRequest,
  now: number,
): Plan {
  const { specification } = request;
  const emptied = Object.entries(specification.share ?? {})
    .filter(([, share]) => share === 'empty')
    .map(([name]) => name);
  const names = [...specification.services.map(one => one.name), ...emptied];
  const callers = fakeChains(world, names);
  const shared = world.services.filter(one => !names.includes(one.name));
  const warnings = fakeWarnings(world, request, names);
  const size = world.sizes.find(one => one.name === specification.size);
  const life = durationMs(specification.expiresIn) ?? 0;
  const perDay = size?.perDay;
  return {
    specification,
    namespace: `payments-${specification.name}`,
    baseline: world.clusters[0].baselines[0].ref,
    expiresAt: new Date(now + life).toISOString(),
    services: names.flatMap(name => {
      const option = world.services.find(one => one.name === name);
      const asked = specification.services.find(one => one.name === name);
      if (!option || option.kind === 'DaemonSet') {
        return [];
      }
      const replicas = asked?.replicas ?? (option.consumer ? 0 : 1);
      return [
        {
          name,
          kind: option.kind,
          version: asked?.version ?? option.version,
          baselineVersion: option.version,
          replicas,
          paused: option.consumer && replicas === 0,
          chosen: asked !== undefined,
          ...(asked?.version !== undefined &&
          option.versions.some(one => one.version === asked.version)
            ? { foundIn: 'registry' as const }
            : {}),
        },
      ];
    }),
    shared: shared.map(one => ({
      name: one.name,
      workload: one.name,
      version: one.version,
      address: `${one.name}.payments-dev.svc.cluster.local`,
      store: one.store,
    })),
    objects: [],
    callers,
    addresses: addressesOf(world, specification, callers),
    warnings,
    pendingSecrets: neededSecrets(world, names),
    size: {
      name: specification.size,
      cores: size?.cores ?? 0,
      memory: size?.memory ?? 0,
      ...(size?.room === undefined ? {} : { room: size.room }),
      requested: {
        cores: names.length * 0.4,
        memory: names.length * 2 ** 29,
        pods: names.length,
      },
    },
    ...(perDay === undefined || world.currency === undefined
      ? {}
      : {
          cost: {
            currency: world.currency,
            perDay,
            total: Math.round((perDay * life) / 86_400_000),
          },
        }),
    quota: quotaOf(world, request.environment ? 0 : 1),
    creatable: warnings.every(one => one.severity !== 'block'),
  };
}

function addressesOf(
  world: EnvironmentsWorld,
  specification: Specification,
  callers: Plan['callers'],
): Plan['addresses'] {
  if (!world.hostTemplate) {
    return [];
  }
  const entries = callers.flatMap(one => one.chain.slice(0, 1));
  return [...new Set(entries)].map(service => {
    const host = world
      .hostTemplate!.replace('{service}', service)
      .replace('{environment}', specification.name);
    return {
      service,
      host,
      url: `https://${host}`,
      given: callers.every(
        one => one.chain[0] !== service || one.reachable === 'yes',
      ),
    };
  });
}
