import { randomBytes } from 'node:crypto';

/**
 * Bearer tokens of the accounts that every cluster has.
 * @public
 */
export interface ClusterTokens {
  /** `system:masters`. */
  readonly admin: string;
  /** What a portal is given: reads what the Workloads tab shows, cluster-wide, nothing else. */
  readonly portal: string;
  /** Reads pods and nothing else: what a portal with too few rights meets. */
  readonly restricted: string;
}

/** User names behind the tokens. */
export const accountNames = {
  admin: 'control-plane-admin',
  portal: 'domaindeck-portal',
  restricted: 'domaindeck-restricted',
} as const;

export function createTokens(): ClusterTokens {
  const token = () => randomBytes(24).toString('base64url');
  return { admin: token(), portal: token(), restricted: token() };
}

/** Content of the API server's `--token-auth-file`. */
export function tokenFile(tokens: ClusterTokens): string {
  return [
    `${tokens.admin},${accountNames.admin},1,"system:masters"`,
    `${tokens.portal},${accountNames.portal},2`,
    `${tokens.restricted},${accountNames.restricted},3`,
    '',
  ].join('\n');
}
