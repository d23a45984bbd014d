import { readPrometheusConfig } from './readPrometheusConfig';

const read = (config: object) =>
  readPrometheusConfig('prod-sh', { type: 'prometheus', ...config });

describe('readPrometheusConfig', () => {
  it('reads all keys, and needs the address only', () => {
    expect(read({ url: 'https://prometheus.example.com/' })).toEqual({
      key: 'workloads.clusters.prod-sh.metrics',
      place: { by: 'url', url: 'https://prometheus.example.com' },
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
    const { url, ...rest } = all;
    expect(read({ ...all, scrapeInterval: '15s' })).toMatchObject({
      ...rest,
      place: { by: 'url', url },
      scrapeInterval: 15_000,
    });
  });

  it.each([
    ['monitoring/prometheus:9090', 'monitoring', 'prometheus:9090', ''],
    ['m/https:p-1:web/', 'm', 'https:p-1:web', ''],
    ['mimir/gate:80/prometheus/', 'mimir', 'gate:80', '/prometheus'],
    ['vm/select:8481/select/0/p.x', 'vm', 'select:8481', '/select/0/p.x'],
  ])('reads the service %s', (text, namespace, service, prefix) => {
    const place = { by: 'service', namespace, service, prefix };
    expect(read({ service: text, tenant: 'a' })).toMatchObject({ place });
  });

  it.each([
    [{}, 'metrics: needs either url or service'],
    [{ url: 'http://p', service: 'a/b:1' }, 'needs either url or service'],
    [{ service: 'prometheus:9090' }, 'metrics.service: is not a Service'],
    [{ service: 'a/b' }, 'metrics.service'],
    [{ service: 'a/b:1/../../c' }, 'metrics.service'],
    [{ service: 'a/b:1/x%2f' }, 'metrics.service'],
    [{ service: 'a/B:1' }, 'metrics.service'],
    [
      { service: 'a/b:1', headers: { authorization: 'x' } },
      'metrics.headers.authorization: does not get through',
    ],
    [
      { service: 'a/b:1', headers: { 'Impersonate-User': 'x' } },
      'metrics.headers.Impersonate-User',
    ],
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
