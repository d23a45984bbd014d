import { readLokiConfig } from './readLokiConfig';

const read = (config: object) =>
  readLokiConfig('prod-sh', { type: 'loki', ...config });

describe('readLokiConfig', () => {
  it('reads all keys, and needs the address only', () => {
    expect(read({ url: 'https://loki.example.com/' })).toEqual({
      key: 'workloads.clusters.prod-sh.logs',
      url: 'https://loki.example.com',
      headers: {},
      labels: {},
      maxLines: 5_000,
    });
    const all = {
      url: 'https://gate.example.com/loki',
      tenant: 'a|b',
      headers: { Authorization: 'Bearer x' },
      labels: { cluster: 'prod "1"' },
      mapping: { namespace: 'ns', pod: 'p', container: 'c' },
      maxLines: 500,
      keptFor: 'P30D',
    };
    expect(read(all)).toMatchObject(all);
  });

  it.each([
    [{}, 'logs.url'],
    [{ url: 'loki:3100' }, 'logs.url: has to begin with https://'],
    [{ url: 'not a url' }, 'logs.url: is not a URL'],
    [{ url: 'http://a:b@loki' }, 'logs.url: must not hold a password'],
    [{ url: 'http://loki/?a=b' }, 'logs.url: must not have a query'],
    [{ url: 'http://loki', tenant: 'a\nb' }, 'logs.tenant: holds signs'],
    [{ url: 'http://loki', headers: { 'a b': 'c' } }, 'logs.headers.a b'],
    [{ url: 'http://loki', labels: { 'a"': 'c' } }, 'logs.labels.a"'],
    [{ url: 'http://loki', mapping: { namespace: 'n' } }, 'logs.mapping.pod'],
    [{ url: 'http://loki', keptFor: '30 days' }, 'logs.keptFor'],
    [{ url: 'http://loki', tennant: 'x' }, 'tennant'],
  ])('names the key that is wrong: %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
