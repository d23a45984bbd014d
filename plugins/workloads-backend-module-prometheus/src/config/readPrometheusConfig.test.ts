import { readPrometheusConfig } from './readPrometheusConfig';

const read = (config: object) =>
  readPrometheusConfig('prod-sh', { type: 'prometheus', ...config });

describe('readPrometheusConfig', () => {
  it('reads all keys, and needs the address only', () => {
    expect(read({ url: 'https://prometheus.example.com/' })).toEqual({
      key: 'workloads.clusters.prod-sh.metrics',
      url: 'https://prometheus.example.com',
      headers: {},
      labels: {},
      scrapeInterval: 60_000,
    });
    const all = {
      url: 'https://gate.example.com/select/0/prometheus',
      tenant: 'a|b',
      headers: { Authorization: 'Bearer x' },
      labels: { cluster: 'prod "1"' },
      keptFor: 'P15D',
    };
    expect(read({ ...all, scrapeInterval: '15s' })).toMatchObject({
      ...all,
      scrapeInterval: 15_000,
    });
  });

  it.each([
    [{}, 'metrics.url'],
    [{ url: 'prometheus:9090' }, 'metrics.url: has to begin with https://'],
    [{ url: 'not a url' }, 'metrics.url: is not a URL'],
    [{ url: 'http://a:b@p' }, 'metrics.url: must not hold a password'],
    [{ url: 'http://p/?a=b' }, 'metrics.url: must not have a query'],
    [{ url: 'http://p', tenant: 'a\nb' }, 'metrics.tenant: holds signs'],
    [{ url: 'http://p', headers: { 'a b': 'c' } }, 'metrics.headers.a b'],
    [{ url: 'http://p', labels: { 'a"': 'c' } }, 'metrics.labels.a"'],
    [{ url: 'http://p', labels: { namespace: 'c' } }, 'labels.namespace'],
    [{ url: 'http://p', labels: { cluster: '' } }, 'labels.cluster: is empty'],
    [{ url: 'http://p', scrapeInterval: '0s' }, 'metrics.scrapeInterval'],
    [{ url: 'http://p', scrapeInterval: 30 }, 'metrics.scrapeInterval'],
    [{ url: 'http://p', keptFor: '30 days' }, 'metrics.keptFor'],
    [{ url: 'http://p', tennant: 'x' }, 'tennant'],
  ])('names the key that is wrong: %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
