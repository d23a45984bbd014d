/** What people read when a cluster answers 401, whichever request found it out. */
export const REFUSED_CREDENTIAL =
  'it refused our credential (401); the token is wrong or expired, set a new serviceAccountToken';
