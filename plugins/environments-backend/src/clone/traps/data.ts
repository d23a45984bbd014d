import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import { warningOf } from '../../policy';
import { OwnService, PlanContext, SharedName } from '../context';
import { mentions } from '../settings';

/**
 * Shared stores that own services reach, by what the catalog says or by a name in their settings: their writes reach
 * the data of the baseline, which others work with.
 */
export function sharedDataTraps(context: PlanContext): EnvironmentWarning[] {
  return context.shared
    .filter(one => one.store)
    .flatMap(store => {
      const users = context.own
        .filter(service => !service.store && uses(service, store, context))
        .map(service => service.name);
      const names = store.workloads.map(one => one.metadata.name);
      return users.length === 0
        ? []
        : [
            warningOf(
              'shared-data',
              'danger',
              "Writes reach the baseline's data: {store} of the baseline is used by {services}.",
              { services: users, store: store.name },
              { action: 'empty-copy', services: names },
            ),
          ];
    })
    .filter(
      (warning, index, all) =>
        // Several names may lead to one store.
        all.findIndex(
          one =>
            one.wayOut?.services?.join() === warning.wayOut?.services?.join(),
        ) === index,
    );
}

function uses(
  service: OwnService,
  store: SharedName,
  context: PlanContext,
): boolean {
  const names = store.workloads.map(one => one.metadata.name);
  const related = context.input.relations.edges.some(
    edge => edge.from === service.name && names.includes(edge.to),
  );
  return (
    related ||
    // `orders-db` beside `orders`, where the address is written into the program.
    store.name.startsWith(`${service.name}-`) ||
    service.settings.some(
      setting =>
        setting.value !== undefined &&
        mentions(setting.value, store.name) &&
        // A queue or database may be called like its server; a name alone is enough only for an address.
        (/[:/.]/.test(setting.value) ||
          /host|addr|url|uri|server|broker|endpoint|node|dsn|bootstrap/i.test(
            setting.name,
          ) ||
          setting.from === 'argument'),
    )
  );
}

/** Services that take messages or run on a clock start with nothing running. */
export function pausedTraps(context: PlanContext): EnvironmentWarning[] {
  return context.own.flatMap(service => {
    const wayOut = {
      action: 'start-service' as const,
      services: [service.name],
      ...(service.consumption.groupSettings.length > 0
        ? { settings: [...service.consumption.groupSettings] }
        : {}),
    };
    if (service.workload.kind === 'CronJob') {
      return service.paused
        ? [
            warningOf(
              'cron-suspended',
              'notice',
              '{service} would run the jobs of the baseline a second time and starts paused.',
              { service: service.name },
              wayOut,
            ),
          ]
        : [];
    }
    if (service.paused) {
      return [
        warningOf(
          'consumer-paused',
          'caution',
          '{service} would take messages of the baseline and starts paused.',
          { service: service.name },
          wayOut,
        ),
      ];
    }
    return service.consumption.level === 'possible'
      ? [
          warningOf(
            'consumer-possible',
            'caution',
            '{service} speaks with a broker; should it take messages, it takes them from the baseline.',
            { service: service.name },
          ),
        ]
      : [];
  });
}
