/** Headers by which somebody would be another in a cluster, or another cluster would be asked. */
export const FORGED_HEADERS: Readonly<Record<string, string>> = {
  'impersonate-user': 'admin',
  'impersonate-group': 'system:masters',
  'impersonate-extra-scopes': 'all',
  'x-remote-user': 'admin',
  'x-remote-group': 'system:masters',
  'x-scope-orgid': 'everybody',
  'x-forwarded-for': '10.0.0.1',
  'x-auth-request-user': 'admin',
  'x-http-method-override': 'DELETE',
  cookie: 'session=of-the-portal',
};

/** Below `/api/workloads`: ways out of the namespace `payments-dev` of the cluster `dev-1`. */
export const CLIMBING_PATHS: readonly string[] = [
  '/clusters/dev-1/namespaces/payments-dev%2F..%2Fkube-system/objects/core/v1/secrets/token',
  '/clusters/dev-1/namespaces/payments-dev/objects/core/v1/secrets/..%2F..%2F..%2Fkube-system%2Fsecrets%2Ftoken',
  '/clusters/dev-1/namespaces/payments-dev/objects/core/v1/pods/a%2Fproxy',
  '/clusters/dev-1/namespaces/payments-dev/objects/core/v1/pods%2Fa%2Flog/a',
  '/clusters/dev-1/namespaces/payments-dev/objects/apps%2F..%2F..%2Fapi/v1/nodes/a',
  '/clusters/dev-1/namespaces/payments-dev/objects/core/v1/pods/a%3Fwatch=true',
  '/clusters/dev-1/namespaces/payments-dev/objects/core/v1/pods/%2e%2e',
  '/clusters/dev-1%2F..%2Fprod-sh/namespaces/payments-prod/objects/core/v1/pods/a',
];
