import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';

const DAY_MS = 86_400_000;

/** The end after one extension: a day later, or the latest there is. RFC 3339. */
export function extendedEnd(
  record: Pick<EnvironmentRecord, 'expiresAt' | 'latestExpiresAt'>,
): string {
  const later = Date.parse(record.expiresAt) + DAY_MS;
  const latest = Date.parse(record.latestExpiresAt);
  return new Date(Math.min(later, latest)).toISOString();
}
