import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';

/** What an environment is for: what its maker said, else the services that run another version than the baseline. */
export function purposeOf(record: EnvironmentRecord): string {
  const { why, services } = record.specification;
  if (why) {
    return why;
  }
  const changed = services.filter(one => one.version ?? one.image);
  const named = changed.length > 0 ? changed : services;
  const [first] = named;
  if (!first) {
    return '';
  }
  const version = first.version ?? first.image;
  const rest = named.length > 1 ? ` +${named.length - 1}` : '';
  return `${first.name}${version ? `: ${version}` : ''}${rest}`;
}
