import { Specification } from '@domaindeck/backstage-plugin-environments-common';
import { MASK } from '@domaindeck/backstage-plugin-workloads-common';

type Settings = Readonly<Record<string, string | null>>;

/**
 * Another environment's specification without the settings that are masked for the reader: a copy takes those of the
 * baseline instead, and not the dots.
 */
export function withoutMasked(specification: Specification): Specification {
  const { services, configOverrides } = specification;
  return {
    ...specification,
    services: services.map(service =>
      service.env ? { ...service, env: told(service.env) } : service,
    ),
    ...(configOverrides && {
      configOverrides: Object.fromEntries(
        Object.entries(configOverrides).map(([name, keys]) => [
          name,
          told(keys),
        ]),
      ),
    }),
  };
}

function told(settings: Settings): Settings {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => !value?.includes(MASK)),
  );
}
