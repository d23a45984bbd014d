import {
  durationMs,
  EnvironmentWarning,
  PlanRequest,
  QuotaUse,
  SEVERITIES,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsWorld } from './EnvironmentsWorld';
import { fakeChains } from './fakeChains';

/** What is used of the limits, with so many more. */
export function quotaOf(world: EnvironmentsWorld, more: number): QuotaUse {
  const living = world.environments.filter(one => one.state !== 'gone');
  const mine = living.filter(one => one.creator === world.caller).length;
  return {
    person: {
      used: mine + more,
      ...(world.limits.person === undefined
        ? {}
        : { limit: world.limits.person }),
    },
    domain: {
      used: living.length + world.hidden + more,
      ...(world.limits.domain === undefined
        ? {}
        : { limit: world.limits.domain }),
    },
  };
}

/** Secrets that services of these names would have to be given. */
export function neededSecrets(
  world: EnvironmentsWorld,
  names: readonly string[],
): EnvironmentsWorld['secrets'] {
  return world.secrets
    .map(one => ({
      ...one,
      services: one.services.filter(name => names.includes(name)),
    }))
    .filter(one => one.services.length > 0);
}

/** What a person should know of a specification, the most serious first. */
export function fakeWarnings(
  world: EnvironmentsWorld,
  request: PlanRequest,
  names: readonly string[],
): EnvironmentWarning[] {
  const { specification, environment } = request;
  return sorted([
    ...(specification.services.length === 0
      ? [warn('no-services', 'block', 'Choose at least one service.', {})]
      : []),
    ...(environment === undefined ? limitWarnings(world, specification) : []),
    ...specification.services.flatMap(one => serviceWarnings(world, one)),
    ...chainWarnings(world, names),
    ...dataWarnings(world, specification, names),
    ...neededSecrets(world, names).map(one =>
      warn(
        'secret-needed',
        'caution',
        `The secret ${one.name} of ${one.services.join(
          ', ',
        )} may not be copied. You will be asked for it.`,
        { services: one.services, name: one.name },
        { action: 'give-secret', value: one.name },
      ),
    ),
    ...(world.busy.length > 0
      ? [
          warn(
            'baseline-busy',
            'notice',
            `Being rolled out in the baseline at this moment: ${world.busy.join(
              ', ',
            )}.`,
            { services: world.busy },
          ),
        ]
      : []),
  ]);
}

function limitWarnings(
  world: EnvironmentsWorld,
  specification: Specification,
): EnvironmentWarning[] {
  const { name } = specification;
  const { person } = quotaOf(world, 0);
  const taken = world.environments.map(one => one.name);
  const long =
    (durationMs(specification.expiresIn) ?? 0) >
    (durationMs(world.maxLife) ?? 0);
  return [
    ...(taken.includes(name)
      ? [
          warn(
            'name-taken',
            'block',
            `There is an environment ${name} already.`,
            { name },
            { action: 'rename', value: `${name}-2` },
          ),
        ]
      : []),
    ...(person.limit !== undefined && person.used >= person.limit
      ? [
          warn(
            'quota-person',
            'block',
            `You have ${person.used} of ${person.limit} environments.`,
            { used: person.used, limit: person.limit },
            { action: 'end-environment' },
          ),
        ]
      : []),
    ...(long
      ? [
          warn(
            'life-over-limit',
            'block',
            `${specification.expiresIn} is too long; ${world.maxLife} is the most.`,
            { asked: specification.expiresIn, most: world.maxLife },
            { action: 'shorter-life', value: world.maxLife },
          ),
        ]
      : []),
  ];
}

function serviceWarnings(
  world: EnvironmentsWorld,
  asked: Specification['services'][number],
): EnvironmentWarning[] {
  const { name, version } = asked;
  const option = world.services.find(one => one.name === name);
  const registry = world.registries[name];
  const apart = registry?.settings.some(
    setting => typeof asked.env?.[setting] === 'string',
  );
  const known =
    version === undefined ||
    version === option?.version ||
    option?.versions.some(one => one.version === version);
  return [
    ...(version && world.missingVersions[name]?.includes(version)
      ? [
          warn(
            'version-missing',
            'block',
            `There is no version ${version} of ${name}.`,
            { service: name, version },
            { action: 'choose-version', services: [name] },
          ),
        ]
      : []),
    ...(known || world.missingVersions[name]?.includes(version!)
      ? []
      : [
          warn(
            'version-unchecked',
            'notice',
            `Version ${version} of ${name} cannot be checked: no registry is configured for it.`,
            { service: name, version: version!, problem: 'no-registry' },
          ),
        ]),
    ...(registry && !apart
      ? [
          warn(
            'service-registry',
            'block',
            `${name} registers itself in ${
              registry.registry
            } and would be given calls that are meant for the baseline. Give one of ${registry.settings.join(
              ', ',
            )} a value of its own.`,
            { service: name, ...registry },
            {
              action: 'set-setting',
              services: [name],
              settings: registry.settings,
            },
          ),
        ]
      : []),
    ...(option?.consumer && (asked.replicas ?? 0) === 0
      ? [
          warn(
            'consumer-paused',
            'caution',
            `${name} would take messages of the baseline and starts paused.`,
            { service: name },
            { action: 'start-service', services: [name] },
          ),
        ]
      : []),
  ];
}

function chainWarnings(
  world: EnvironmentsWorld,
  names: readonly string[],
): EnvironmentWarning[] {
  const callers = fakeChains(world, names);
  const unknown = callers
    .filter(
      one =>
        one.reachable === 'unknown' &&
        !world.services.some(
          option =>
            option.name === one.service && (option.consumer || option.store),
        ),
    )
    .map(one => one.service);
  return [
    ...callers
      .filter(one => one.missing.length > 0)
      .map(one =>
        warn(
          'chain-broken',
          'caution',
          `To reach ${
            one.service
          } from the web address also take ${one.missing.join(' and ')}.`,
          { service: one.service, missing: one.missing },
          { action: 'add-services', services: one.missing },
        ),
      ),
    ...(unknown.length > 0
      ? [
          warn(
            'chain-unknown',
            'notice',
            `We do not know who calls ${unknown.join(', ')}.`,
            { services: unknown },
          ),
        ]
      : []),
  ];
}

function dataWarnings(
  world: EnvironmentsWorld,
  specification: Specification,
  names: readonly string[],
): EnvironmentWarning[] {
  const stores = world.services.filter(
    one => one.store && specification.share?.[one.name] !== 'empty',
  );
  return stores.flatMap(store => {
    const users = world.edges
      .filter(edge => edge.to === store.name && names.includes(edge.from))
      .map(edge => edge.from);
    return users.length === 0
      ? []
      : [
          warn(
            'shared-data',
            'danger',
            `Writes reach the baseline's data: ${
              store.name
            } of the baseline is used by ${users.join(', ')}.`,
            { services: users, store: store.name },
            { action: 'empty-copy', services: [store.name] },
          ),
        ];
  });
}

function sorted(warnings: EnvironmentWarning[]): EnvironmentWarning[] {
  return SEVERITIES.flatMap(severity =>
    warnings.filter(one => one.severity === severity),
  );
}

function warn(
  code: EnvironmentWarning['code'],
  severity: EnvironmentWarning['severity'],
  message: string,
  parts: EnvironmentWarning['parts'],
  wayOut?: EnvironmentWarning['wayOut'],
): EnvironmentWarning {
  return {
    code,
    severity,
    message,
    parts,
    ...(typeof parts.service === 'string' ? { service: parts.service } : {}),
    ...(wayOut ? { wayOut } : {}),
  };
}
