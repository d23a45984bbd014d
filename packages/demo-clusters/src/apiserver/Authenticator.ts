import { StatusError } from '../writes/StatusError';
import { AccessAttributes, DemoToken, isAllowed } from './Token';

/** Who asks without a token: sees the public paths and nothing else. */
const ANONYMOUS: DemoToken = {
  token: '',
  user: 'system:anonymous',
  allow: [],
};

const PUBLIC_PATHS = ['/healthz', '/livez', '/readyz', '/version'];

const DISCOVERY_ROOTS = ['api', 'apis'];

/** Static bearer tokens, which may be changed while the server runs. */
export class Authenticator {
  #tokens: ReadonlyMap<string, DemoToken>;

  private constructor(tokens: readonly DemoToken[]) {
    this.#tokens = byToken(tokens);
  }

  static create(tokens: readonly DemoToken[]): Authenticator {
    return new Authenticator(tokens);
  }

  /** From now on these and no others. */
  setTokens(tokens: readonly DemoToken[]): void {
    this.#tokens = byToken(tokens);
  }

  /** @throws StatusError 401 for a token that is not known */
  authenticate(authorization: string | undefined): DemoToken {
    const [scheme, value] = (authorization ?? '').split(' ');
    if (scheme.toLowerCase() !== 'bearer' || !value) {
      return ANONYMOUS;
    }
    const token = this.#tokens.get(value);
    if (!token) {
      throw StatusError.unauthorized();
    }
    return token;
  }

  /** @throws StatusError 403 in the words of the real server */
  authorize(
    token: DemoToken,
    attributes: AccessAttributes,
    name: string | undefined,
  ): void {
    if (isAllowed(token, attributes)) {
      return;
    }
    const { verb, group, resource, namespace } = attributes;
    const qualified = group ? `${resource}.${group}` : resource;
    const subject = name ? `${qualified} "${name}"` : qualified;
    const place = namespace
      ? `in the namespace "${namespace}"`
      : 'at the cluster scope';
    throw StatusError.of(
      403,
      'Forbidden',
      `${subject} is forbidden: User "${token.user}" cannot ${verb} resource "${resource}" in API group "${group}" ${place}`,
      { ...(name && { name }), ...(group && { group }), kind: resource },
    );
  }

  /** @throws StatusError 403 */
  authorizePath(token: DemoToken, method: string, path: string): void {
    const isPublic = PUBLIC_PATHS.includes(path);
    const isDiscovery =
      token !== ANONYMOUS && DISCOVERY_ROOTS.includes(path.split('/')[1]);
    if (isPublic || isDiscovery || token.allow === undefined) {
      return;
    }
    throw StatusError.of(
      403,
      'Forbidden',
      `forbidden: User "${
        token.user
      }" cannot ${method.toLowerCase()} path "${path}"`,
      {},
    );
  }
}

function byToken(tokens: readonly DemoToken[]) {
  return new Map(tokens.map(token => [token.token, token]));
}
