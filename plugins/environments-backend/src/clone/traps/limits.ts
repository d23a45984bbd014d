import {
  CallerChain,
  EnvironmentWarning,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  checkLimits,
  namespaceTaken,
  nameTaken,
  warningOf,
} from '../../policy';
import { PlanContext } from '../context';
import { Fitted } from '../overrides';

/** Names, counts, size and life. */
export function limitTraps(
  context: PlanContext,
  fitted: Fitted,
): EnvironmentWarning[] {
  const { input } = context;
  return [
    ...nameTraps(context),
    ...checkLimits({
      specification: input.specification,
      sizes: input.policy.sizes,
      allowedSizes: input.policy.allowedSizes,
      maxLifeMs: input.policy.maxLifeMs,
      quota: input.quota,
    }),
    ...sizeTraps(context, fitted),
  ];
}

function nameTraps(context: PlanContext): EnvironmentWarning[] {
  const { input, namespace } = context;
  const { name } = input.specification;
  const taken = input.takenNames ?? [];
  const spaces = input.cluster.namespaces ?? {};
  if (taken.includes(name)) {
    return [nameTaken(name, taken)];
  }
  return Object.hasOwn(spaces, namespace) && spaces[namespace] !== input.id
    ? [namespaceTaken(namespace, name, taken)]
    : [];
}

function sizeTraps(context: PlanContext, fitted: Fitted): EnvironmentWarning[] {
  const { size } = context.input.specification;
  const larger = { action: 'larger-size' } as const;
  if (!fitted.fits) {
    return [
      warningOf(
        'size-too-small',
        'block',
        'Size {size} has no room for {count} services.',
        { size, count: context.own.length },
        larger,
      ),
    ];
  }
  return fitted.clamped.length === 0
    ? []
    : [
        warningOf(
          'resources-clamped',
          'notice',
          'Gets less than in the baseline to fit size {size}: {services}.',
          {
            services: fitted.clamped.map(index => context.own[index].name),
            size,
          },
          larger,
        ),
      ];
}

/** Changed services that the environment's address does not reach. */
export function chainTraps(
  chains: readonly CallerChain[],
  context: PlanContext,
): EnvironmentWarning[] {
  const chosen = chains.filter(chain =>
    context.own.some(
      service => service.name === chain.service && service.chosen,
    ),
  );
  const unknown = chosen.filter(
    chain =>
      chain.reachable === 'unknown' &&
      // Nobody calls what lives from messages or runs on a clock, and nobody asks who calls a store.
      context.own.some(
        service =>
          service.name === chain.service &&
          service.consumption.level !== 'yes' &&
          service.workload.kind !== 'CronJob' &&
          !service.store,
      ),
  );
  return [
    ...chosen
      .filter(chain => chain.missing.length > 0)
      .map(chain =>
        warningOf(
          'chain-broken',
          'caution',
          'To reach {service} from the web address also take {missing}.',
          { service: chain.service, missing: chain.missing },
          { action: 'add-services', services: [...chain.missing] },
        ),
      ),
    ...(unknown.length > 0
      ? [
          warningOf(
            'chain-unknown',
            'notice',
            'We do not know who calls {services}.',
            { services: unknown.map(chain => chain.service) },
          ),
        ]
      : []),
  ];
}

/** Services of the baseline that are being rolled out while the environment is made. */
export function busyTraps(context: PlanContext): EnvironmentWarning[] {
  const busy = context.input.baseline.busy ?? [];
  return busy.length === 0
    ? []
    : [
        warningOf(
          'baseline-busy',
          'notice',
          'Being rolled out in the baseline at this moment: {services}.',
          { services: busy },
        ),
      ];
}
