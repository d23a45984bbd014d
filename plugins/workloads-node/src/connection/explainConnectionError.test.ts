import { clusterDefinition } from '../testUtils/clusterDefinition';
import { ClusterError } from './ClusterError';
import { explainConnectionError } from './explainConnectionError';

const cluster = clusterDefinition({ url: 'https://dev.example.com:6443' });

function coded(code: string): Error {
  return Object.assign(new Error(`failed with ${code}`), { code });
}

describe('explainConnectionError', () => {
  it.each([
    ['ENOTFOUND', 'address', 'the host name of', 'address.unknown'],
    ['EHOSTUNREACH', 'refused', 'there is no way to', 'network.noRoute'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', 'does not answer', 'network.silent'],
    ['ECONNRESET', 'reset', 'broke', 'network.broken'],
    ['CERT_HAS_EXPIRED', 'tls', 'has expired; renew it', 'tls.expired'],
    ['CERT_NOT_YET_VALID', 'tls', 'compare the clocks', 'tls.notYetValid'],
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'tls',
      'set caData or caFile',
      'tls.untrusted',
    ],
  ])('puts %s into words', (code, problem, words, why) => {
    const error = explainConnectionError(cluster, coded(code));
    expect(error.problem).toBe(problem);
    expect(error.reason).toContain(words);
    expect(error.reason).toContain(cluster.url);
    expect(error.why).toEqual({ code: why, params: { url: cluster.url } });
    expect(error.message).toBe(`Cluster dev-1: ${error.reason}`);
  });

  it('looks into what wraps the cause', () => {
    const aggregate = new AggregateError([coded('ECONNREFUSED')]);
    const wrapped = new Error('fetch failed', { cause: aggregate });
    expect(explainConnectionError(cluster, wrapped).problem).toBe('refused');
  });

  it('gives the words of what it does not know, and leaves its own alone', () => {
    const error = explainConnectionError(cluster, coded('ENOBODYKNOWS'));
    expect(error.problem).toBe('other');
    expect(error.reason).toContain('failed with ENOBODYKNOWS');
    expect(explainConnectionError(cluster, error)).toBe(error);
    expect(explainConnectionError(cluster, 'a text')).toBeInstanceOf(
      ClusterError,
    );
  });
});
