import { at, KubernetesObject } from '../../objects';

/** Names of the Secrets with which an account lets its pods pull images. */
export function pullSecretsOf(account: KubernetesObject | undefined): string[] {
  const secrets = at(account, 'imagePullSecrets');
  return (
    (Array.isArray(secrets) ? secrets : [])
      .map(secret => String(at(secret, 'name')))
      // OpenShift writes one of its own for each account.
      .filter(name => !/-dockercfg-[a-z0-9]{5}$/.test(name))
  );
}

/** The group of all accounts of a namespace. */
export function accountsOf(namespace: string): string {
  return `system:serviceaccounts:${namespace}`;
}

/** Whether a subject of a binding is the group of all accounts of a namespace. */
export function isGroupOf(subject: unknown, namespace: string): boolean {
  return (
    at(subject, 'kind') === 'Group' &&
    at(subject, 'name') === accountsOf(namespace)
  );
}
