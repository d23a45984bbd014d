import { StatusError } from '../writes/StatusError';
import { ResourceTarget } from './Call';
import { flagParameter } from './ListRequest';

/** What a request wants to do, in the words of RBAC. @throws StatusError 405 */
export function verbOf(
  method: string,
  target: ResourceTarget,
  query: URLSearchParams,
): string {
  const { type, name } = target;
  if (type.nature === 'review') {
    if (method !== 'POST' || name !== undefined) {
      throw StatusError.methodNotAllowed();
    }
    return 'create';
  }
  if (method === 'GET') {
    if (flagParameter(query, 'watch')) {
      return 'watch';
    }
    return name === undefined ? 'list' : 'get';
  }
  if (method === 'POST' && name === undefined) {
    if (type.namespaced && target.namespace === undefined) {
      throw StatusError.methodNotAllowed();
    }
    return 'create';
  }
  if (
    method === 'DELETE' &&
    name === undefined &&
    type.namespaced === (target.namespace !== undefined) &&
    type.resource !== 'namespaces'
  ) {
    return 'deletecollection';
  }
  const verb = { PUT: 'update', PATCH: 'patch', DELETE: 'delete' }[method];
  if (verb === undefined || name === undefined) {
    throw StatusError.methodNotAllowed();
  }
  return verb;
}
