import { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Who acts: the full ref of a person, `service:<subject>` for another backend or an outside caller, else `nobody`.
 * @public
 */
export function principalRef(credentials: BackstageCredentials): string {
  const principal: unknown = credentials.principal;
  if (typeof principal !== 'object' || principal === null) {
    return 'nobody';
  }
  if (
    'userEntityRef' in principal &&
    typeof principal.userEntityRef === 'string'
  ) {
    return principal.userEntityRef.toLocaleLowerCase('en-US');
  }
  return 'subject' in principal && typeof principal.subject === 'string'
    ? `service:${principal.subject}`
    : 'nobody';
}
