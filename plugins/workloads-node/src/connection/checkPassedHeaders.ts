import { InputError } from '@backstage/errors';

const OWN =
  /^(accept|authorization|connection|content-.*|cookie|host|impersonate-.*|proxy-.*|te|trailer|transfer-encoding|upgrade|user-agent|x-remote-.*)$/i;

/**
 * Whether a header says who asks, or how the connection is used: a `ClusterConnection` alone makes those.
 * @public
 */
export function isConnectionHeader(name: string): boolean {
  return OWN.test(name);
}

/**
 * Refuses headers that a caller must not choose for a cluster.
 *
 * @throws InputError
 */
export function checkPassedHeaders(
  headers: Readonly<Record<string, string>> = {},
): void {
  const own = Object.keys(headers).find(isConnectionHeader);
  if (own !== undefined) {
    throw new InputError(`The header "${own}" is made by the connection alone`);
  }
}
