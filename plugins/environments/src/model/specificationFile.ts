import { stringify } from 'yaml';
import { Specification } from '@domaindeck/backstage-plugin-environments-common';

/** A specification as YAML, in the order in which people read it. */
export function yamlOf(specification: Specification): string {
  const { name, domain, cluster, baseline, size, expiresIn, ...rest } =
    specification;
  return stringify({
    name,
    domain,
    cluster,
    ...(baseline ? { baseline } : {}),
    size,
    expiresIn,
    ...rest,
  });
}

/**
 * The request that creates it, for a shell.
 *
 * @param baseUrl - of the `environments` backend plugin
 */
export function curlOf(specification: Specification, baseUrl: string): string {
  return [
    `curl -X POST '${baseUrl}/environments' \\`,
    `  -H "Authorization: Bearer $TOKEN" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  --data-binary @- <<'JSON'`,
    JSON.stringify(specification, undefined, 2),
    'JSON',
  ].join('\n');
}
