import {
  EnvironmentWarning,
  LABEL_COPYABLE,
  PendingSecret,
} from '@domaindeck/backstage-plugin-environments-common';
import { isObject, KubernetesObject } from '../../objects';
import { warningOf } from '../../policy';
import { sanitizeMetadata } from '../sanitize';
import { NeededSecret } from '../traverse';
import { PlanInput, SecretCopy } from '../types';

/** Types of Secrets that the cluster or a tool keeps for itself. */
const NEVER = [
  'kubernetes.io/service-account-token',
  'helm.sh/release.v1',
  'bootstrap.kubernetes.io/token',
];

/** What becomes of the Secrets that own services need. */
export interface PlannedSecrets {
  /** Without data: that is put in on the way from cluster to cluster. */
  readonly objects: readonly KubernetesObject[];
  readonly copies: readonly SecretCopy[];
  readonly pending: readonly PendingSecret[];
  readonly warnings: readonly EnvironmentWarning[];
}

/**
 * A Secret is copied when the baseline marks it so or the domain lists it. Any other has to be given, unless the service
 * starts without it.
 */
export function secretsOf(
  needed: readonly NeededSecret[],
  input: PlanInput,
): PlannedSecrets {
  // A token that is mounted is replaced by one of the environment's own; one that is read as a variable is asked for.
  const usable = needed.filter(
    secret => !isKept(secret) || secret.keys.length > 0,
  );
  const copied = usable.filter(
    secret => !isKept(secret) && mayCopy(secret, input),
  );
  const asked = usable.filter(
    secret =>
      !copied.includes(secret) &&
      !secret.optional &&
      !input.givenSecrets?.includes(secret.name),
  );
  const pending = asked.map(
    (secret): PendingSecret => ({
      name: secret.name,
      type: String(secret.object?.type ?? 'Opaque'),
      keys: [...new Set([...keysOf(secret), ...secret.keys])].sort(),
      services: [...secret.by],
    }),
  );
  return {
    objects: copied.map(secret => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: sanitizeMetadata(secret.object!.metadata),
      type: secret.object!.type ?? 'Opaque',
    })),
    copies: copied.map(secret => ({
      name: secret.name,
      namespace: input.baseline.namespace,
      keys: keysOf(secret),
    })),
    pending,
    warnings: pending.map(secret =>
      warningOf(
        'secret-needed',
        'caution',
        'The secret {name} of {services} may not be copied. You will be asked for it.',
        { services: secret.services, name: secret.name },
        { action: 'give-secret', value: secret.name },
      ),
    ),
  };
}

function isKept(secret: NeededSecret): boolean {
  return NEVER.includes(String(secret.object?.type));
}

function mayCopy(secret: NeededSecret, input: PlanInput): boolean {
  return secret.object !== undefined && isCopyable(secret.object, input);
}

/** Whether a Secret of the baseline may be copied: it is marked so, or the domain lists it. */
export function isCopyable(
  { metadata }: KubernetesObject,
  { policy }: PlanInput,
): boolean {
  return (
    metadata.labels?.[LABEL_COPYABLE] === 'true' ||
    (policy.copyableSecrets?.includes(metadata.name) ?? false)
  );
}

function keysOf(secret: NeededSecret): string[] {
  const data = secret.object?.data;
  return isObject(data) ? Object.keys(data).sort() : [];
}
