/**
 * Path of the page of an environment within the portal: in the Environments tab of its domain. An app that gives
 * entities or the tab another path has the page elsewhere.
 *
 * @param environment - `domain` is a full ref
 * @returns such as `/catalog/default/domain/payments/environments/night-fares`
 * @public
 */
export function environmentPagePath(environment: {
  readonly domain: string;
  readonly name: string;
}): string {
  const [kind, namespace, domain] = environment.domain.split(/[:/]/);
  return `/${[
    'catalog',
    namespace,
    kind,
    domain,
    'environments',
    environment.name,
  ]
    .map(encodeURIComponent)
    .join('/')}`;
}
