import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { AuthenticationStrategy } from '@backstage/plugin-kubernetes-node';

/**
 * Teaches the portal more ways to sign in to a cluster.
 * @public
 */
export interface CredentialsExtensionPoint {
  /**
   * @param provider - the value of `authProvider` that chooses the strategy
   * @param strategy - upstream's interface, so that a strategy written for the stock tab serves here too; it is called
   * without a person's credentials
   * @throws ConflictError when the provider has a strategy already.
   */
  addStrategy(provider: string, strategy: AuthenticationStrategy): void;
}

/**
 * Extension point of the `workloads` plugin for {@link CredentialsExtensionPoint}.
 * @public
 */
export const credentialsExtensionPoint =
  createExtensionPoint<CredentialsExtensionPoint>({
    id: 'workloads.credentials',
  });

/**
 * The same for the `environments` backend, which has connections of its own: a backend gives its extension points to its
 * own modules alone.
 * @public
 */
export const environmentsCredentialsExtensionPoint =
  createExtensionPoint<CredentialsExtensionPoint>({
    id: 'environments.credentials',
  });
