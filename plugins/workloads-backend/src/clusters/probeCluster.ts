import {
  Clock,
  ClusterConnection,
  ClusterError,
  ClusterResponse,
  readWhole,
} from '@domaindeck/backstage-plugin-workloads-node';
import { ProbeResult } from './afterProbe';
import { REFUSED_CREDENTIAL } from './REFUSED_CREDENTIAL';

/** Limit of a probe: an API server that needs longer is of no use to anybody who waits for a page. */
const PROBE_LIMIT_MS = 5_000;
/** The answer is a word; who has more to say is no API server. */
const PROBE_LIMIT_BYTES = 64 * 1024;

/** A probe's result with what it measured on the way. */
export interface Probe {
  readonly result: ProbeResult;
  readonly latencyMs?: number;
  readonly clockSkewMs?: number;
}

/** Their clock minus ours, rounded to the second that the Date header has. */
function skewOf(
  header: string | string[] | undefined,
  sentAt: number,
  gotAt: number,
): number | undefined {
  const theirs = Date.parse(String(header ?? ''));
  if (Number.isNaN(theirs)) {
    return undefined;
  }
  // The header is cut to whole seconds, half a second on the average.
  const skew = theirs + 500 - (sentAt + gotAt) / 2;
  // `+ 0` keeps a negative zero out of JSON and of comparisons.
  return Math.round(skew / 1000) * 1000 + 0;
}

function judge(
  { status, headers }: Pick<ClusterResponse, 'status' | 'headers'>,
  text: string,
): ProbeResult {
  if (status === 401) {
    return {
      kind: 'refused',
      reason: REFUSED_CREDENTIAL,
      cause: { code: 'credential.refused' },
    };
  }
  if (status >= 300 && status < 400) {
    return {
      kind: 'missed',
      reason: `its url answers with a redirect (${status}); set the url of its kubernetes entry to the API server itself`,
      cause: {
        code: 'address.redirects',
        params: { status: String(status) },
      },
    };
  }
  if (status === 400 && text.includes('HTTP request to an HTTPS server')) {
    return {
      kind: 'missed',
      reason: 'its port speaks TLS; write https:// in the url of its entry',
      cause: { code: 'address.needsTls' },
    };
  }
  if (status < 300 && /^text\/html\b/i.test(String(headers['content-type']))) {
    return {
      kind: 'missed',
      reason:
        'its url answers with a web page; something on the way wants a login, or the url of its kubernetes entry is not that of an API server',
      cause: { code: 'address.webPage' },
    };
  }
  if (status >= 500) {
    return {
      kind: 'answered',
      reason: `it says that it is not ready (${status})`,
      cause: { code: 'cluster.notReady', params: { status: String(status) } },
    };
  }
  // Also 403 and 404: whoever answers that lives, and the watches tell what it grants.
  return { kind: 'answered' };
}

/** Asks a cluster whether it is ready; never throws for what the cluster does. */
export async function probeCluster(
  connection: ClusterConnection,
  clock: Clock,
  stopping: AbortSignal,
): Promise<Probe> {
  const limit = new AbortController();
  const cancelLimit = clock.after(PROBE_LIMIT_MS, () => limit.abort());
  const sentAt = clock.now().getTime();
  try {
    const response = await connection.get('/readyz', {
      signal: AbortSignal.any([stopping, limit.signal]),
    });
    const gotAt = clock.now().getTime();
    const { cluster } = connection;
    const text = await readWhole(cluster, response.body, PROBE_LIMIT_BYTES);
    return {
      result: judge(response, text),
      latencyMs: gotAt - sentAt,
      clockSkewMs: skewOf(response.headers.date, sentAt, gotAt),
    };
  } catch (error) {
    if (limit.signal.aborted) {
      const seconds = PROBE_LIMIT_MS / 1000;
      const { url } = connection.cluster;
      return {
        result: {
          kind: 'missed',
          reason: `${url} did not answer within ${seconds} s`,
          cause: {
            code: 'network.slow',
            params: { url, seconds: String(seconds) },
          },
        },
      };
    }
    const known = error instanceof ClusterError ? error : undefined;
    return {
      result: {
        kind: known?.problem === 'credential' ? 'refused' : 'missed',
        reason: known?.reason ?? String(error),
        cause: known?.why,
      },
    };
  } finally {
    cancelLimit();
  }
}
