import { SpecificationPatch } from '@domaindeck/backstage-plugin-environments-common';
import {
  isSecretName,
  MASK,
  maskSecretText,
} from '@domaindeck/backstage-plugin-workloads-common';

type Settings = Readonly<Record<string, string | null>>;

/** What holds values that people typed as settings. */
type WithSettings = Pick<SpecificationPatch, 'services' | 'configOverrides'>;

/**
 * The value of a setting as it may be shown: nobody should write a password into one, and many do.
 *
 * @param name - of the variable, or of the key of a ConfigMap
 */
export function maskSetting(name: string, value: string): string {
  // A key whose value has lines is a file: its own lines say what is secret in it.
  return isSecretName(name) && !value.includes('\n')
    ? MASK
    : maskSecretText(value);
}

/** A specification, or a change of one, without what looks like a secret in its settings. */
export function maskSettings<T extends WithSettings>(asked: T): T {
  const { services, configOverrides } = asked;
  return {
    ...asked,
    ...(services && {
      services: services.map(service =>
        service.env ? { ...service, env: masked(service.env) } : service,
      ),
    }),
    ...(configOverrides && {
      configOverrides: Object.fromEntries(
        Object.entries(configOverrides).map(([name, keys]) => [
          name,
          masked(keys),
        ]),
      ),
    }),
  };
}

/** Places of settings in which somebody sends back what stands where a secret was, as `services[0].env.DB_PASSWORD`. */
export function maskedPlaces({
  services = [],
  configOverrides = {},
}: WithSettings): string[] {
  const placesIn = (path: string, settings: Settings = {}) =>
    Object.entries(settings)
      .filter(([, value]) => value?.includes(MASK))
      .map(([name]) => `${path}.${name}`);
  return [
    ...services.flatMap(({ env }, index) =>
      placesIn(`services[${index}].env`, env),
    ),
    ...Object.entries(configOverrides).flatMap(([name, keys]) =>
      placesIn(`configOverrides.${name}`, keys),
    ),
  ];
}

function masked(settings: Settings): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      value === null ? null : maskSetting(name, value),
    ]),
  );
}
