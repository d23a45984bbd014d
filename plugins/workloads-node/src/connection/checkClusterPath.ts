import { InputError } from '@backstage/errors';

/**
 * Refuses paths that could leave the API server or climb out of their place in it.
 *
 * @throws InputError
 */
export function checkClusterPath(path: string): void {
  const [pathname] = path.split('?', 1);
  const segments = pathname.split('/').slice(1);
  const climbs = segments.some(segment => /^(\.|%2e){1,2}$/i.test(segment));
  // A line break would end the request line, a backslash is a slash to some proxies.
  const strange = /[^\x21-\x7e]|\\|#/.test(path);
  if (!path.startsWith('/') || path.startsWith('//') || climbs || strange) {
    throw new InputError(
      `"${path}" is not a path of the Kubernetes API; expected something like /api/v1/pods`,
    );
  }
}
