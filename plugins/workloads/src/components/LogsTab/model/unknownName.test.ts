import { logsWorld } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { unknownName } from './unknownName';

describe('unknownName', () => {
  const { sources } = logsWorld(0);
  const all = { env: [], containers: [] };

  it('tells what is not here, the widest first', () => {
    expect(unknownName(sources, all)).toBeUndefined();
    expect(
      unknownName(sources, {
        env: ['prod-sh/payments-prod'],
        service: 'orders',
        pod: 'orders-6d9f7c-4xk2p',
        containers: ['istio-proxy'],
      }),
    ).toBeUndefined();
    expect(unknownName(sources, { ...all, service: 'order' })).toBe('order');
    expect(unknownName(sources, { ...all, pod: 'orders-1' })).toBe('orders-1');
    expect(unknownName(sources, { ...all, containers: ['envoy'] })).toBe(
      'envoy',
    );
    expect(
      unknownName(sources, { env: ['x/y'], service: 'order', containers: [] }),
    ).toBe('x/y');
  });

  it('calls nothing absent that a cluster may have which has not answered yet', () => {
    const clusters = sources.clusters.map(one =>
      one.name === 'prod-sh'
        ? { ...one, state: 'connecting' as const, asOf: undefined }
        : one,
    );
    const untold = { ...sources, clusters };
    expect(unknownName(untold, { ...all, service: 'order' })).toBeUndefined();
    expect(
      unknownName(untold, {
        ...all,
        env: ['dev-1/payments-dev'],
        service: 'order',
      }),
    ).toBe('order');
    expect(unknownName(untold, { ...all, env: ['x/y'] })).toBe('x/y');
  });
});
