import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import { warningOf } from '../../policy';
import { OwnService, PlanContext } from '../context';
import { mentions, plainName, Setting } from '../settings';

interface Registry {
  readonly title: string;
  /** Name of a setting that speaks of it, in its plain form. */
  readonly names: RegExp;
  readonly values: RegExp;
  /** Any of these, with another value than the baseline's, keeps a clone apart. */
  readonly apart: RegExp;
  /** What to offer. */
  readonly offer: readonly string[];
}

const APART =
  /(NAMESPACE|GROUP|SERVER_?ADDR|ADDRESS|ADDR|SERVICE_?URL|DEFAULT_?ZONE|URL|HOST|REGISTER(_WITH_EUREKA|_ENABLED|_MODE)?|ENABLED|TAGS?|CLUSTER(_NAME)?|PREFIX|INSTANCE_ZONE|VERSION|ENV|PROFILE)$/;

const REGISTRIES: readonly Registry[] = [
  {
    title: 'Nacos',
    names: /(^|_)NACOS_/,
    values: /\bnacos:\/\//i,
    apart: APART,
    offer: ['SPRING_CLOUD_NACOS_DISCOVERY_NAMESPACE'],
  },
  {
    title: 'Eureka',
    names: /(^|_)EUREKA_/,
    values: /:\d+\/eureka\b/i,
    apart: APART,
    offer: ['EUREKA_CLIENT_REGISTER_WITH_EUREKA'],
  },
  {
    title: 'Dubbo',
    names: /(^|_)DUBBO_(REGISTRY|REGISTRIES|METADATA_REPORT)_/,
    values: /\bdubbo\.registry\.address\b|\b(zookeeper|multicast|sofa):\/\//i,
    apart: APART,
    offer: ['DUBBO_REGISTRY_GROUP'],
  },
  {
    title: 'Consul',
    names: /(^|_)CONSUL_/,
    values: /\bconsul:\/\//i,
    apart: APART,
    offer: ['SPRING_CLOUD_CONSUL_DISCOVERY_REGISTER'],
  },
];

/**
 * A clone that registers itself in the baseline's registry would be given the baseline's calls. It is blocked until a
 * setting keeps it apart, or the registry itself is the environment's own.
 */
export function registryTraps(context: PlanContext): EnvironmentWarning[] {
  return context.own.flatMap(service =>
    REGISTRIES.filter(registry => registers(service, registry, context)).map(
      registry =>
        warningOf(
          'service-registry',
          'block',
          '{service} registers itself in {registry} and would be given calls that are meant for the baseline. Give one of {settings} a value of its own.',
          {
            service: service.name,
            registry: registry.title,
            settings: [...registry.offer],
          },
          {
            action: 'set-setting',
            services: [service.name],
            settings: [...registry.offer],
          },
        ),
    ),
  );
}

function registers(
  service: OwnService,
  registry: Registry,
  context: PlanContext,
): boolean {
  const of = service.settings.filter(
    setting =>
      registry.names.test(plainName(setting.name)) ||
      registry.values.test(setting.value ?? ''),
  );
  return (
    of.length > 0 &&
    !of.some(isSwitchedOff) &&
    !isOwnRegistry(of, context) &&
    !isApart(service, registry, of, context)
  );
}

/** The baseline itself does not register. */
function isSwitchedOff(setting: Setting): boolean {
  return (
    /(REGISTER_WITH_EUREKA|DISCOVERY_ENABLED|DISCOVERY_REGISTER|REGISTER_ENABLED)$/.test(
      plainName(setting.name),
    ) && setting.value === 'false'
  );
}

/** Its address is the short name of a Service that is the environment's own, or will be led there. */
function isOwnRegistry(
  settings: readonly Setting[],
  context: PlanContext,
): boolean {
  const names = [...context.ownNames];
  const { rewriteAddresses } = context.input.specification;
  return settings.some(({ value = '' }) => {
    const inBaseline = context.addresses
      .find(value)
      .some(name => context.ownNames.has(name));
    return inBaseline
      ? rewriteAddresses === true
      : names.some(name => mentions(value, name));
  });
}

function isApart(
  service: OwnService,
  registry: Registry,
  of: readonly Setting[],
  context: PlanContext,
): boolean {
  const before = (name: string) =>
    service.settings.find(
      setting => plainName(setting.name) === plainName(name),
    )?.value;
  const env = Object.entries(service.asked.env ?? {}).some(
    ([name, value]) =>
      value !== null &&
      value !== before(name) &&
      registry.names.test(plainName(name)) &&
      registry.apart.test(plainName(name)),
  );
  const overrides = context.input.specification.configOverrides ?? {};
  const config = of.some(
    setting =>
      setting.key !== undefined &&
      overrides[setting.of]?.[setting.key] !== undefined,
  );
  return env || config;
}
