import { CheckItem } from '@domaindeck/backstage-plugin-workloads-common';
import {
  ClusterDefinition,
  KubernetesCredential,
} from '@domaindeck/backstage-plugin-workloads-node';

/** Time for an operator to make a new token without haste. */
const WARN_BEFORE_MS = 7 * 24 * 3_600_000;

/**
 * When a JSON Web Token expires. Only read, never verified: that is the cluster's business.
 *
 * @returns undefined for other tokens, and for those that never expire
 */
export function tokenExpiry(token: string): Date | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) {
    return undefined;
  }
  try {
    const claims: { exp?: unknown } | null = JSON.parse(
      Buffer.from(parts[1], 'base64url').toString('utf8'),
    );
    return typeof claims?.exp === 'number'
      ? new Date(claims.exp * 1000)
      : undefined;
  } catch {
    return undefined;
  }
}

function fixFor(cluster: ClusterDefinition): string {
  return [
    '# A token that does not expire; its value goes into serviceAccountToken of the cluster',
    'apiVersion: v1',
    'kind: Secret',
    'metadata:',
    `  name: domaindeck-${cluster.name}`,
    '  annotations:',
    '    kubernetes.io/service-account.name: domaindeck',
    'type: kubernetes.io/service-account-token',
    '',
  ].join('\n');
}

/**
 * Judges the life of the portal's token.
 *
 * @returns undefined when there is nothing to say: no token, or one that somebody renews
 */
export function checkToken(
  cluster: ClusterDefinition,
  credential: KubernetesCredential,
  now: Date,
): CheckItem | undefined {
  const isFixed = Boolean(cluster.authMetadata.serviceAccountToken);
  if (credential.type !== 'bearer token' || !isFixed) {
    return undefined;
  }
  const item = { id: 'token', what: 'The token in the config stays valid' };
  const expiry = tokenExpiry(credential.token);
  const left = expiry ? expiry.getTime() - now.getTime() : Infinity;
  if (!expiry || left > WARN_BEFORE_MS) {
    return { ...item, outcome: 'ok' };
  }
  const time = expiry.toISOString();
  const key = `workloads.clusters.${cluster.name}.auth.serviceAccountTokenFile`;
  return {
    ...item,
    outcome: left <= 0 ? 'missing' : 'warning',
    message: `It ${
      left <= 0 ? 'expired' : 'expires'
    } at ${time}; set a new serviceAccountToken, or name a file that is renewed as ${key}`,
    cause: {
      code: left <= 0 ? 'token.expired' : 'token.expires',
      params: { time, key },
    },
    fix: fixFor(cluster),
  };
}
