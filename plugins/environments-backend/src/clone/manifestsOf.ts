import { KubernetesObject } from '../objects';
import { PlanContext } from './context';
import { fenceObjects, reserveObjects } from './generate/frameObjects';
import { manifestOf } from './generate/manifestOf';
import { neededObjects } from './generate/neededObjects';
import { PlannedSecrets } from './generate/secretsOf';
import { PlannedWeb } from './web';
import { sanitizeObject } from './sanitize';
import { sharedService } from './share';
import { Closure } from './traverse';
import { Manifest } from './types';

/** Everything that a plan applies, in order. */
export function manifestsOf(
  context: PlanContext,
  parts: {
    readonly closure: Closure;
    readonly secrets: PlannedSecrets;
    readonly workloads: readonly KubernetesObject[];
    readonly web: PlannedWeb;
    readonly expiresAt: string;
  },
): Manifest[] {
  const generated = (step: 'reserve' | 'fence') => (object: KubernetesObject) =>
    manifestOf(context, object, { step, role: 'generated' });
  const needed = neededObjects(parts.closure.needed, context).map(
    ({ object, by }) => settings(context, object, by),
  );
  const secrets = parts.secrets.objects.map(object =>
    settings(context, object, []),
  );
  const accounts = needed.filter(one => one.object.kind === 'ServiceAccount');
  const workloads = parts.workloads.map((object, index) =>
    manifestOf(context, object, {
      step: 'start',
      role: 'clone',
      source: object.metadata.name,
      service: context.own[index].name,
    }),
  );
  return [
    ...reserveObjects(context, parts.expiresAt).map(generated('reserve')),
    ...fenceObjects(context).map(generated('fence')),
    ...accounts,
    ...secrets,
    ...needed.filter(one => !accounts.includes(one)),
    ...serviceManifests(context),
    // Stores first: they take the longest, and others wait for them.
    ...workloads.filter((_, index) => context.own[index].store),
    ...workloads.filter((_, index) => !context.own[index].store),
    ...parts.web.objects.map(({ object, source, service }) =>
      manifestOf(context, object, {
        step: 'open',
        role: 'clone',
        source,
        service,
      }),
    ),
  ];
}

function settings(
  context: PlanContext,
  object: KubernetesObject,
  by: readonly string[],
): Manifest {
  return manifestOf(context, object, {
    step: 'settings',
    role: 'clone',
    source: object.metadata.name,
    ...(by.length === 1 ? { service: by[0] } : {}),
  });
}

/** Own names lead to own pods, all others to the baseline. Both are the same object, so that one turns into the other. */
function serviceManifests(context: PlanContext): Manifest[] {
  const { own, shared, index } = context;
  const owners = new Map(
    own.flatMap(one =>
      one.services.map(service => [service.metadata.name, one.name] as const),
    ),
  );
  const addresses = new Map(shared.map(one => [one.name, one.address]));
  return index.services.map(service => {
    const { name } = service.metadata;
    const owner = owners.get(name);
    return owner
      ? manifestOf(context, sanitizeObject(service), {
          step: 'connect',
          role: 'clone',
          source: name,
          service: owner,
        })
      : manifestOf(context, sharedService(service, addresses.get(name)!), {
          step: 'connect',
          role: 'shared',
          source: name,
        });
  });
}
