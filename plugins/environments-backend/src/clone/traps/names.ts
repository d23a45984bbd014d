import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import { at } from '../../objects';
import { warningOf } from '../../policy';
import { OwnService, PlanContext } from '../context';
import { BaselineAddresses, plainName, Setting } from '../settings';

/** Full names of the baseline in the settings of a service, where they lead past what is the environment's own. */
export function hardCodedTraps(context: PlanContext): EnvironmentWarning[] {
  if (context.input.specification.rewriteAddresses) {
    return [];
  }
  const addresses = new BaselineAddresses(
    context.index.services.map(service => service.metadata.name),
    context.index.namespace,
    context.clusterDomain,
  );
  return context.own.flatMap(service => {
    const places = service.settings.filter(setting =>
      addresses
        .find(setting.value ?? '')
        .some(name => context.ownNames.has(name)),
    );
    const targets = places.flatMap(setting =>
      addresses
        .find(setting.value ?? '')
        .filter(name => context.ownNames.has(name)),
    );
    return places.length === 0
      ? []
      : [
          warningOf(
            'hard-coded-address',
            'caution',
            '{service} calls {services} by the full name of the baseline in {places} and so passes by your own.',
            {
              service: service.name,
              services: [...new Set(targets)],
              places: [...new Set(places.map(placeOf))],
            },
            { action: 'rewrite-addresses' },
          ),
        ];
  });
}

function placeOf(setting: Setting): string {
  if (setting.from === 'config') {
    return `${setting.of}/${setting.key}`;
  }
  return setting.name || 'its arguments';
}

/** The pods of shared headless Services that a service calls one by one, such as `kafka-0.kafka`. */
export function podNamesOf(
  service: OwnService,
  context: Pick<PlanContext, 'shared'>,
): string[] {
  const headless = context.shared.filter(
    one => at(one.service, 'spec', 'clusterIP') === 'None',
  );
  return headless
    .filter(one => {
      const pattern = new RegExp(
        `(?<![\\w.-])[a-z0-9][a-z0-9-]*-\\d+\\.${one.name.replace(
          /[.]/g,
          '\\.',
        )}(?![\\w-])`,
      );
      return service.settings.some(setting =>
        pattern.test(setting.value ?? ''),
      );
    })
    .map(one => one.name);
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

/** A certificate names the baseline; the caller goes on asking for the short name that it typed. */
export function tlsTraps(context: PlanContext): EnvironmentWarning[] {
  return context.own.flatMap(service => {
    const texts = service.settings.map(setting => setting.value ?? '');
    const names = context.shared
      .map(one => one.name)
      .filter(name => {
        const url = new RegExp(
          `(https|grpcs|wss|amqps|rediss|tls|ssl|ldaps)://([^@/\\s]*@)?${name.replace(
            /[.]/g,
            '\\.',
          )}(?![\\w.-])`,
        );
        return texts.some(text => url.test(text));
      });
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

/** Variables that the cluster makes for each Service with an address of its own; a shared name has none. */
export function serviceLinkTraps(context: PlanContext): EnvironmentWarning[] {
  return context.own.flatMap(service => {
    const variables = context.shared
      .map(one => `${plainName(one.name)}_SERVICE_`)
      .filter(prefix =>
        service.settings.some(setting =>
          new RegExp(`\\$[({]?${prefix}(HOST|PORT)`).test(setting.value ?? ''),
        ),
      )
      .map(prefix => `${prefix}HOST`);
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
