import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { PermissionPolicy } from '@backstage/plugin-permission-node';

/**
 * Takes the policy for everything that is not DomainDeck's. A portal has one policy; with this one beside it, a module
 * of the permission backend gives its own for the rest.
 * @public
 */
export interface AccessPolicyExtensionPoint {
  /**
   * Sets the policy that decides every permission but those of `workloads`, `environments` and `access`, and the
   * stock Kubernetes plugin's.
   * @throws Error when there is one already
   */
  setDelegate(policy: PermissionPolicy): void;
}

/** See {@link AccessPolicyExtensionPoint}. @public */
export const accessPolicyExtensionPoint =
  createExtensionPoint<AccessPolicyExtensionPoint>({
    id: 'permission.access.delegate',
  });
