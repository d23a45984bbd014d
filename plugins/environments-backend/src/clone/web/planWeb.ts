import {
  CallerChain,
  EnvironmentWarning,
  PlannedAddress,
} from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject } from '../../objects';
import { freeName, hostOf, hostProblem, warningOf } from '../../policy';
import { PlanContext } from '../context';
import { AddressFacts } from '../types';
import { FixedAddress } from '../settings';
import { Door, routeObjects } from './routeObjects';
import { Route, RoutePath } from '../routes';

/** Addresses of a plan, what opens them, and what stands in the way. */
export interface PlannedWeb {
  readonly addresses: readonly PlannedAddress[];
  readonly objects: readonly {
    readonly object: KubernetesObject;
    readonly source: string;
    readonly service: string;
  }[];
  readonly warnings: readonly EnvironmentWarning[];
}

/** Workloads of the baseline to which a web address leads. */
export function entriesOf(
  context: Pick<PlanContext, 'routes' | 'index'>,
): string[] {
  const names = context.routes.flatMap(route =>
    route.paths.flatMap(path => behind(path.service, context)),
  );
  return [...new Set(names)];
}

/**
 * Opens addresses for the environment's own services. A shared service is never published: an address that leads to a
 * name that leads elsewhere is refused by most controllers, and would show the baseline as if it were one's own.
 */
export function planWeb(
  context: PlanContext,
  chains: readonly CallerChain[],
): PlannedWeb {
  const facts = context.input.cluster.address;
  if (!facts) {
    return {
      addresses: [],
      objects: [],
      warnings:
        context.routes.length > 0
          ? [
              warningOf(
                'no-zone',
                'notice',
                'This cluster has no zone for web addresses.',
              ),
            ]
          : [],
    };
  }
  const doors = doorsOf(context, facts);
  const own = [...doors.values()];
  const given = own.map(
    (door): PlannedAddress => ({
      service: door.service,
      host: door.host,
      url: urlOf(facts, door.host),
      given: chains.every(
        chain => chain.chain[0] !== door.service || chain.reachable !== 'no',
      ),
    }),
  );
  return {
    addresses: [...given, ...wishedFor(context, chains, facts, given)],
    objects: own.flatMap(door =>
      routeObjects(door, facts, context.index).map(object => ({
        object,
        source: door.source,
        service: door.service,
      })),
    ),
    warnings: [
      ...own.flatMap(door => hostTraps(door, context)),
      ...sharedPaths(context, own),
      ...(entriesOf(context).length === 0
        ? [
            warningOf(
              'no-address',
              'notice',
              'The baseline has no web address, so the environment has none.',
            ),
          ]
        : []),
    ],
  };
}

/**
 * One door for each host of the baseline: what stands under one host there does so here, since a page calls its own host
 * for what it needs.
 */
function doorsOf(
  context: Pick<PlanContext, 'input' | 'index' | 'ownNames' | 'routes'>,
  facts: AddressFacts,
): Map<string, Door> {
  const doors = new Map<string, Door>();
  for (const routes of byHost(context.routes)) {
    const own = routes.flatMap(route =>
      route.paths
        .filter(path => context.ownNames.has(path.service))
        .map(path => ({ ...path, annotations: route.annotations })),
    );
    const [main] = [...own].sort(byWeight);
    const service = main && behind(main.service, context)[0];
    if (service) {
      const host = hostFor(service, context, facts);
      const before = doors.get(host);
      doors.set(host, {
        host,
        service,
        source: before?.source ?? routes[0].source.name,
        paths: distinct([...(before?.paths ?? []), ...own]),
      });
    }
  }
  return doors;
}

/** Routes of the same host together; those without a host each for itself. */
function byHost(routes: readonly Route[]): Route[][] {
  const groups = new Map<string, Route[]>();
  routes.forEach((route, index) => {
    const key = route.host ?? `#${index}`;
    groups.set(key, [...(groups.get(key) ?? []), route]);
  });
  return [...groups.values()];
}

/** Hosts of the baseline with what answers under them, and where own services answer instead. */
export function hostAddresses(
  context: Pick<PlanContext, 'input' | 'index' | 'ownNames' | 'routes'>,
): FixedAddress[] {
  const facts = context.input.cluster.address;
  const doors = facts ? [...doorsOf(context, facts).values()] : [];
  return byHost(context.routes).flatMap(routes =>
    routes.flatMap(({ host, paths }) =>
      host === undefined || host.startsWith('*')
        ? []
        : paths.map(({ path, service }): FixedAddress => {
            const door = doors.find(one =>
              one.paths.some(it => it.path === path && it.service === service),
            );
            return {
              text: host,
              service,
              // Of an expression only what comes before it can be compared.
              path: path.replace(/[([*\\^$].*$/, ''),
              ...(facts && door ? { url: urlOf(facts, door.host) } : {}),
            };
          }),
    ),
  );
}

/** The path that stands for a whole address is the one nearest to its root. */
function byWeight(a: RoutePath, b: RoutePath): number {
  const plain = (path: RoutePath) => path.path.replace(/[(/].*\)?$/, '').length;
  return plain(a) - plain(b) || a.path.length - b.path.length;
}

function distinct<T extends RoutePath>(paths: readonly T[]): T[] {
  return paths.filter(
    (path, index) =>
      paths.findIndex(
        one => one.path === path.path && one.type === path.type,
      ) === index,
  );
}

/** Addresses that the environment would have if the services on the way were taken too. */
function wishedFor(
  context: PlanContext,
  chains: readonly CallerChain[],
  facts: AddressFacts,
  given: readonly PlannedAddress[],
): PlannedAddress[] {
  const entries = chains
    .filter(chain => chain.missing.length > 0)
    .map(chain => chain.chain[0])
    .filter(entry => given.every(one => one.service !== entry));
  return [...new Set(entries)].map(service => {
    const host = hostFor(service, context, facts);
    return { service, host, url: urlOf(facts, host), given: false };
  });
}

function hostTraps(door: Door, context: PlanContext): EnvironmentWarning[] {
  const { name } = context.input.specification;
  const problem = hostProblem(door.host);
  if (problem) {
    return [
      warningOf(
        'host-too-long',
        'block',
        problem === 'too-long'
          ? 'The address {host} is too long; a part has 63 characters at most.'
          : 'The address {host} has characters that no address takes.',
        { host: door.host, service: door.service },
        { action: 'rename' },
      ),
    ];
  }
  const holder = context.input.cluster.hostsInUse?.[door.host];
  return holder && holder !== context.namespace
    ? [
        warningOf(
          'host-taken',
          'block',
          'The address {host} belongs to {holder} already.',
          { host: door.host, holder, service: door.service },
          {
            action: 'rename',
            value: freeName(name, context.input.takenNames ?? []),
          },
        ),
      ]
    : [];
}

/** Paths of own addresses that lead to a shared service and so are left out. */
function sharedPaths(
  context: PlanContext,
  doors: readonly Door[],
): EnvironmentWarning[] {
  const answered = doors.flatMap(door => door.paths.map(path => path.path));
  return context.routes.flatMap((route: Route) => {
    const left = route.paths.filter(
      path =>
        !context.ownNames.has(path.service) && !answered.includes(path.path),
    );
    return left.length === 0 ||
      route.paths.every(path => !context.ownNames.has(path.service))
      ? []
      : [
          warningOf(
            'ingress-to-shared',
            'caution',
            'The address does not answer under {paths}: it leads to what is shared ({services}), and shared services are not published.',
            {
              paths: [...new Set(left.map(path => path.path))],
              services: [...new Set(left.map(path => path.service))],
            },
            {
              action: 'add-services',
              services: [
                ...new Set(left.flatMap(path => behind(path.service, context))),
              ],
            },
          ),
        ];
  });
}

function behind(
  service: string,
  context: Pick<PlanContext, 'index'>,
): string[] {
  const object = context.index.get('', 'Service', service);
  return object
    ? context.index.workloadsBehind(object).map(one => one.metadata.name)
    : [];
}

function hostFor(
  service: string,
  context: Pick<PlanContext, 'input'>,
  facts: AddressFacts,
): string {
  const { name, domain } = context.input.specification;
  return hostOf(facts, { service, environment: name, domain });
}

function urlOf(facts: AddressFacts, host: string): string {
  return `${facts.scheme ?? 'http'}://${host}`;
}
