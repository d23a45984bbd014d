import { InputError } from '@backstage/errors';

/**
 * The four names that tell a workload from every other one.
 * @public
 */
export interface WorkloadIdentity {
  readonly cluster: string;
  readonly namespace: string;
  /** Such as `Deployment`. */
  readonly kind: string;
  readonly name: string;
}

/**
 * Writes an identity as `cluster/namespace/kind/name`. No part of it can hold a slash.
 * @public
 */
export function workloadId(identity: WorkloadIdentity): string {
  return `${identity.cluster}/${identity.namespace}/${identity.kind}/${identity.name}`;
}

/**
 * Reads what {@link workloadId} wrote.
 * @throws InputError when the text is not four names joined by slashes.
 * @public
 */
export function parseWorkloadId(id: string): WorkloadIdentity {
  const parts = id.split('/');
  if (parts.length !== 4 || parts.some(part => part === '')) {
    throw new InputError(
      `"${id}" is not a workload id; expected cluster/namespace/kind/name`,
    );
  }
  const [cluster, namespace, kind, name] = parts;
  return { cluster, namespace, kind, name };
}

/**
 * Writes an entity reference (`domain:default/payments`) as the path `domain/default/payments` of the HTTP contract.
 * @throws InputError when kind or namespace is missing.
 * @public
 */
export function entityPath(entityRef: string): string {
  const match = /^([^:/]+):([^/]+)\/([^/]+)$/.exec(entityRef);
  if (!match) {
    throw new InputError(
      `"${entityRef}" is not a full entity reference; expected kind:namespace/name`,
    );
  }
  return match
    .slice(1)
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/');
}
