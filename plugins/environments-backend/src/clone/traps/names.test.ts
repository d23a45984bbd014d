import { podOf } from '../__testUtils__/shopCase';

import { codes, manifest, planOf } from '../__testUtils__/planCase';

describe('names and addresses', () => {
  it('by full name of the baseline are told, and led here when asked for', () => {
    const both = ['order-api', 'pricing'];
    const told = planOf('streaming', both).plan.warnings.find(
      one => one.code === 'hard-coded-address',
    );
    expect(told?.parts).toEqual({
      service: 'order-api',
      services: ['pricing'],
      places: ['order-api/FARES', 'order-rules/rules.yaml'],
    });
    const led = planOf('streaming', both, {
      specification: { rewriteAddresses: true },
    });
    expect(codes(led)).not.toContain('hard-coded-address order-api');
    expect(manifest(led, 'ConfigMap', 'order-api').data).toEqual({
      FARES: 'http://pricing.payments-night-fares:8080',
      TIMEOUT: '5s',
      // A name of the internet.
      SITE: 'https://pricing.stream.example.com/x',
    });
    expect(
      JSON.stringify(manifest(led, 'ConfigMap', 'order-rules').data),
    ).toContain('http://pricing.payments-night-fares.svc:8080');
    // What is not one's own goes on leading to the baseline.
    const alone = planOf('streaming', ['order-api'], {
      specification: { rewriteAddresses: true },
    });
    expect(manifest(alone, 'ConfigMap', 'order-api').data).toMatchObject({
      FARES: 'http://pricing.stream:8080',
    });
    const shop = planOf('web-shop', ['frontend', 'checkoutservice'], {
      specification: { rewriteAddresses: true },
    });
    expect(
      JSON.stringify(podOf(shop, 'Deployment', 'frontend').containers[0].env),
    ).toContain('checkoutservice.payments-night-fares.svc.cluster.local:5050');
  });

  it('of single pods get a search path, and only where they are used', () => {
    expect(
      podOf(planOf('streaming', ['order-api']), 'Deployment', 'order-api')
        .dnsConfig,
    ).toEqual({ searches: ['stream.svc.cluster.local'] });
    expect(
      podOf(
        planOf('streaming', ['order-api', 'kafka']),
        'Deployment',
        'order-api',
      ).dnsConfig,
    ).toBeUndefined();
    expect(
      podOf(planOf('streaming', ['pricing']), 'Deployment', 'pricing')
        .dnsConfig,
    ).toBeUndefined();
  });

  it('lead to the baseline, or straight to what the baseline names', () => {
    const result = planOf('streaming', ['pricing'], {
      cluster: { clusterDomain: 'corp.local' },
    });
    expect(manifest(result, 'Service', 'kafka').spec).toEqual({
      type: 'ExternalName',
      externalName: 'kafka.stream.svc.corp.local',
      ports: [
        { name: 'client', port: 9092, protocol: 'TCP' },
        { name: 'controller', port: 9093, protocol: 'TCP' },
      ],
    });
    expect(manifest(result, 'Service', 'cache').spec).toEqual({
      type: 'ExternalName',
      externalName: 'cache.abc.cloud.example',
    });
  });

  it('tell of TLS, of variables, and of policies that shut the environment out', () => {
    expect(codes(planOf('streaming', ['order-api']))).toEqual(
      expect.arrayContaining([
        'tls-name order-api',
        'headless-name order-api',
        'baseline-policy kafka',
      ]),
    );
    expect(
      codes(planOf('streaming', ['order-api', 'pricing', 'kafka'])),
    ).not.toContain('tls-name order-api');
    expect(codes(planOf('voting', ['worker']))).toContain(
      'service-link-variables worker',
    );
    expect(codes(planOf('voting', ['worker', 'redis']))).not.toContain(
      'service-link-variables worker',
    );
  });
});
