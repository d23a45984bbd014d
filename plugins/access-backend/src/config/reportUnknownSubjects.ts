import { LoggerService } from '@backstage/backend-plugin-api';
import {
  AccessConfig,
  OrganisationSource,
} from '@domaindeck/backstage-plugin-access-node';

/**
 * Warns of grants in the config whose group, person or domain the catalog does not have. Not at the start, where the
 * catalog may not have read its locations yet, and not by stopping, because a department may come and go.
 */
export async function reportUnknownSubjects(
  config: AccessConfig,
  source: OrganisationSource,
  logger: LoggerService,
): Promise<void> {
  const organisation = await source.get();
  config.get().grants.forEach(({ subject, domains }, index) => {
    const key = `access.grants[${index}]`;
    if (!organisation.has(subject)) {
      logger.warn(
        `Config key ${key}.subject names "${subject}", which the catalog does not have; it gives nobody anything`,
      );
    }
    const refs = typeof domains === 'string' ? [] : domains;
    refs.forEach((ref, place) => {
      if (!organisation.has(ref)) {
        logger.warn(
          `Config key ${key}.domains[${place}] names "${ref}", which the catalog does not have`,
        );
      }
    });
  });
}
