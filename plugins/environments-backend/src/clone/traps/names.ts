import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import { at } from '../../objects';
import { warningOf } from '../../policy';
import { isCopyable } from '../generate/secretsOf';
import { OwnService, PlanContext } from '../context';
import { plainName, Setting } from '../settings';

/**
 * Full names of the baseline in the settings of a service, where they lead past what is the environment's own. Those in a
 * copied Secret cannot be led elsewhere: its value is copied as it is.
 */
export function hardCodedTraps(context: PlanContext): EnvironmentWarning[] {
  const { addresses, input } = context;
  const led = input.specification.rewriteAddresses === true;
  return context.own.flatMap(service => {
    const found = service.settings.flatMap(setting => {
      const stays =
        setting.from === 'secret' ? isCopied(setting.of, context) : !led;
      const targets = stays
        ? addresses
            .find(setting.value ?? '')
            .filter(name => context.ownNames.has(name))
        : [];
      return targets.length > 0 ? [{ setting, targets }] : [];
    });
    const services = [...new Set(found.flatMap(one => one.targets))];
    return services.length === 0
      ? []
      : [
          warningOf(
            'hard-coded-address',
            services.some(name => isPeerOf(service, name))
              ? 'block'
              : 'caution',
            '{service} calls {services} by the full name of the baseline in {places} and so passes by your own.',
            {
              service: service.name,
              services,
              places: [...new Set(found.map(one => placeOf(one.setting)))],
            },
            ...(led ? [] : [{ action: 'rewrite-addresses' } as const]),
          ),
        ];
  });
}

/**
 * Whether a service looks for members like itself by a name: one that finds those of the baseline joins them and takes
 * part in their data.
 */
function isPeerOf(service: OwnService, name: string): boolean {
  return service.services.some(
    one =>
      one.metadata.name === name && at(one, 'spec', 'clusterIP') === 'None',
  );
}

function isCopied(name: string, { index, input }: PlanContext): boolean {
  const secret = index.get('', 'Secret', name);
  return secret !== undefined && isCopyable(secret, input);
}

function placeOf(setting: Setting): string {
  if (setting.from === 'config' || setting.from === 'secret') {
    return `${setting.of}/${setting.key}`;
  }
  return setting.name || 'its arguments';
}

/** A single pod by its number, or by a number that is put in later: `kafka-0.kafka`, `kafka-$i.kafka`. */
const MEMBER =
  /(?<![\w.-])([a-z0-9][a-z0-9-]*)-(\d+|\$\w+|\$?[({][^)}\s]*[)}]|%d)\.([a-z0-9-]+)(?![\w-])/g;

/** The pods of shared headless Services that a service calls one by one, such as `kafka-0.kafka`. */
export function podNamesOf(
  service: OwnService,
  context: Pick<PlanContext, 'shared'>,
): string[] {
  const called = new Set(
    service.settings.flatMap(({ value = '' }) =>
      [...value.matchAll(MEMBER)].map(match => match[3]),
    ),
  );
  return headlessNames(context).filter(name => called.has(name));
}

/** Shared Services whose name leads to each pod behind it. */
export function headlessNames(context: Pick<PlanContext, 'shared'>): string[] {
  return context.shared
    .filter(one => at(one.service, 'spec', 'clusterIP') === 'None')
    .map(one => one.name);
}

/** Whether a workload is told the names of members of its own that there are fewer of here. */
export function namesLostMembers(service: OwnService): boolean {
  return service.settings.some(({ value = '' }) =>
    [...value.matchAll(MEMBER)].some(
      ([, name, number]) =>
        name === service.name && Number(number) >= service.replicas,
    ),
  );
}

/** Tells where names of single pods are led to the baseline by a search path. */
export function headlessTraps(context: PlanContext): EnvironmentWarning[] {
  return context.own.flatMap(service => {
    const names = podNamesOf(service, context);
    return names.length === 0
      ? []
      : [
          warningOf(
            'headless-name',
            'notice',
            '{service} calls single members of {services}; names that are not found here are looked up in the baseline.',
            { service: service.name, services: names },
          ),
        ];
  });
}

/** A short name that is spoken with over TLS. */
const TLS =
  /(?:https|grpcs|wss|amqps|rediss|tls|ssl|ldaps):\/\/(?:[^@/\s]*@)?([a-z0-9-]+)(?![\w.-])/g;

/** A certificate names the baseline; the caller goes on asking for the short name that it typed. */
export function tlsTraps(context: PlanContext): EnvironmentWarning[] {
  return context.own.flatMap(service => {
    const called = new Set(
      service.settings.flatMap(({ value = '' }) =>
        [...value.matchAll(TLS)].map(match => match[1]),
      ),
    );
    const names = context.shared
      .map(one => one.name)
      .filter(name => called.has(name));
    return names.length === 0
      ? []
      : [
          warningOf(
            'tls-name',
            'caution',
            '{service} speaks with {services} over TLS; the certificate must be valid for the short name.',
            { service: service.name, services: names },
          ),
        ];
  });
}

/** A variable that leads to a Service, as a text reads it. */
const LINK = /\$[({]?(\w+?)_SERVICE_(?:HOST|PORT)/g;

/** Variables that the cluster makes for each Service with an address of its own; a shared name has none. */
export function serviceLinkTraps(context: PlanContext): EnvironmentWarning[] {
  return context.own.flatMap(service => {
    const read = new Set(
      service.settings.flatMap(({ value = '' }) =>
        [...value.matchAll(LINK)].map(match => match[1]),
      ),
    );
    const variables = context.shared
      .map(one => plainName(one.name))
      .filter(name => read.has(name))
      .map(name => `${name}_SERVICE_HOST`);
    return variables.length === 0
      ? []
      : [
          warningOf(
            'service-link-variables',
            'caution',
            '{service} reads {settings}, which the cluster makes only for own services. Set them.',
            { service: service.name, settings: variables },
            {
              action: 'set-setting',
              services: [service.name],
              settings: variables,
            },
          ),
        ];
  });
}
