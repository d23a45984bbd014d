import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/**
 * Tells persons apart, and a person from the same one through another plugin. Undefined for services, whose access is
 * in their token and costs nothing to judge.
 */
export function personKey(
  auth: AuthService,
  credentials: BackstageCredentials,
): string | undefined {
  if (!auth.isPrincipal(credentials, 'user')) {
    return undefined;
  }
  const { userEntityRef, actor } = credentials.principal;
  return actor ? `${userEntityRef} by ${actor.subject}` : userEntityRef;
}
