/**
 * Where the credential of a provider that upstream knows comes from.
 *
 * - `token`: a service account's token from config, a file or the pod that the portal runs in
 * - `upstream`: upstream's strategy for the cloud in question
 * - `person`: each person's own sign-in, so that the portal itself has none
 * - `anonymous`: none is needed
 */
export const builtInProviders: ReadonlyMap<
  string,
  'token' | 'upstream' | 'person' | 'anonymous'
> = new Map([
  ['serviceAccount', 'token'],
  ['aws', 'upstream'],
  ['azure', 'upstream'],
  ['googleServiceAccount', 'upstream'],
  ['google', 'person'],
  ['aks', 'person'],
  ['oidc', 'person'],
  ['localKubectlProxy', 'anonymous'],
]);
