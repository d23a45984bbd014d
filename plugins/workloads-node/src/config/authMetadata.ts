import { z } from 'zod';

/** The keys by which upstream's `kubernetes:` entries and our `auth` say how the portal signs in. */
export const authKeys = {
  authProvider: z.string().min(1).optional(),
  serviceAccountToken: z.string().min(1).optional(),
  assumeRole: z.string().min(1).optional(),
  externalId: z.string().min(1).optional(),
  oidcTokenProvider: z.string().min(1).optional(),
  authMetadata: z.record(z.string(), z.string()).optional(),
};

/** A value with the keys of {@link authKeys}. */
export type AuthKeys = z.infer<z.ZodObject<typeof authKeys>>;

/** Metadata key that names the provider; upstream's strategies dispatch on it. */
export const AUTH_PROVIDER = 'kubernetes.io/auth-provider';
/** Metadata key of our own: a file that is read again when the token in it is refused. */
export const TOKEN_FILE = 'domaindeck.io/service-account-token-file';

/** Gathers the keys into the metadata that upstream's strategies read; undefined without a provider. */
export function readAuthMetadata(
  keys: AuthKeys,
): Record<string, string> | undefined {
  const provider = keys.authMetadata?.[AUTH_PROVIDER] ?? keys.authProvider;
  if (!provider) {
    return undefined;
  }
  const entries: [string, string | undefined][] = [
    [AUTH_PROVIDER, provider],
    ['serviceAccountToken', keys.serviceAccountToken],
    ['kubernetes.io/aws-assume-role', keys.assumeRole],
    ['kubernetes.io/aws-external-id', keys.externalId],
    ['kubernetes.io/oidc-token-provider', keys.oidcTokenProvider],
  ];
  const present = entries.flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return { ...Object.fromEntries(present), ...keys.authMetadata };
}
