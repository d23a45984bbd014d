import { isError } from '@backstage/errors';
import { ClusterDefinition } from '../types';
import { ClusterError, ClusterErrorCause } from './ClusterError';

/** The problem, the code of its words, and the words. */
type Explanation = readonly [
  ClusterErrorCause,
  string,
  (url: string) => string,
];

const CA_ADVICE =
  'set caData or caFile of its kubernetes entry to the CA that signed it';

const untrusted: Explanation = [
  'tls',
  'tls.untrusted',
  url => `the certificate of ${url} is not trusted; ${CA_ADVICE}`,
];
const noTls: Explanation = [
  'tls',
  'tls.notSpoken',
  url =>
    `${url} does not speak TLS; check the port, or write http:// if it is meant to be plain`,
];
const timedOut: Explanation = [
  'timeout',
  'network.silent',
  url =>
    `${url} does not answer; check that the network lets the portal reach it`,
];
const unknownName: Explanation = [
  'address',
  'address.unknown',
  url =>
    `the host name of ${url} is not known; check the url of its kubernetes entry and DNS`,
];
const broken: Explanation = [
  'reset',
  'network.broken',
  url => `the connection to ${url} broke; it is tried again`,
];
const noRoute: Explanation = [
  'refused',
  'network.noRoute',
  url =>
    `there is no way to ${url}; check the network and the url of its kubernetes entry`,
];

/** By the codes of Node, OpenSSL and undici. */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  ECONNREFUSED: [
    'refused',
    'network.nobodyListens',
    url =>
      `nobody listens at ${url}; check the url of its kubernetes entry and that the API server runs`,
  ],
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  ENOTFOUND: unknownName,
  EAI_AGAIN: unknownName,
  ETIMEDOUT: timedOut,
  UND_ERR_CONNECT_TIMEOUT: timedOut,
  UND_ERR_HEADERS_TIMEOUT: timedOut,
  UND_ERR_BODY_TIMEOUT: timedOut,
  ECONNRESET: broken,
  EPIPE: broken,
  UND_ERR_SOCKET: broken,
  CERT_HAS_EXPIRED: [
    'tls',
    'tls.expired',
    url => `the certificate of ${url} has expired; renew it on the API server`,
  ],
  CERT_NOT_YET_VALID: [
    'tls',
    'tls.notYetValid',
    url =>
      `the certificate of ${url} is not valid yet; compare the clocks of the portal and the API server`,
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'tls',
    'tls.otherHost',
    url =>
      `the certificate of ${url} was made for another host; use the host name that it carries in the url`,
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_UNTRUSTED: untrusted,
  CERT_SIGNATURE_FAILURE: untrusted,
  EPROTO: noTls,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  HPE_INVALID_CONSTANT: [
    'other',
    'address.notHttp',
    url =>
      `${url} does not answer in HTTP; if it is a TLS port, write https://`,
  ],
};

interface Failure {
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 3) {
    return [];
  }
  const { code, cause, errors }: Failure = error;
  // Node reports one error for each address that it tried, and undici wraps what it caught.
  const inner = Array.isArray(errors) ? errors : [cause];
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...inner.flatMap(each => codesOf(each, depth + 1)),
  ];
}

/**
 * Turns what the network threw into words that name the cause and what to do.
 * @public
 */
export function explainConnectionError(
  cluster: ClusterDefinition,
  error: unknown,
): ClusterError {
  if (error instanceof ClusterError) {
    return error;
  }
  const code = codesOf(error).find(each => each in EXPLANATIONS);
  if (code) {
    const [problem, why, words] = EXPLANATIONS[code];
    return new ClusterError(cluster.name, problem, words(cluster.url), error, {
      code: why,
      params: { url: cluster.url },
    });
  }
  const text = isError(error) ? error.message : String(error);
  return new ClusterError(
    cluster.name,
    'other',
    `${cluster.url} could not be asked: ${text}`,
    error,
  );
}
