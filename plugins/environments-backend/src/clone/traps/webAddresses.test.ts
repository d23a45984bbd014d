import { blocks, workload, service, planShop } from '../__testUtils__/shopCase';

import { codes, manifest, planOf } from '../__testUtils__/planCase';

describe('web addresses', () => {
  it('lead only to one’s own, keep what says how to speak, and drop what acts', () => {
    const result = planOf('voting', ['vote']);
    expect(manifest(result, 'Ingress', 'vote')).toMatchObject({
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host: 'vote-night-fares.dev.example',
            http: {
              paths: [
                {
                  path: '/',
                  backend: {
                    service: { name: 'vote', port: { name: 'vote-service' } },
                  },
                },
              ],
            },
          },
        ],
      },
    });
    expect(
      Object.keys(
        manifest(result, 'Ingress', 'vote').metadata.annotations!,
      ).sort(),
    ).toEqual([
      'domaindeck.io/hash',
      'domaindeck.io/source',
      'nginx.ingress.kubernetes.io/proxy-body-size',
    ]);
    expect(
      result.plan.warnings.find(one => one.code === 'ingress-to-shared')?.parts,
    ).toEqual({ paths: ['/live'], services: ['result'] });
  });

  it('are taken, too long or not there', () => {
    const host = 'vote-night-fares.dev.example';
    expect(
      blocks(
        planOf('voting', ['vote'], {
          cluster: { hostsInUse: { [host]: 'other' } },
        }),
      ),
    ).toEqual(['host-taken']);
    expect(
      blocks(
        planOf('voting', ['vote'], {
          cluster: { hostsInUse: { [host]: 'payments-night-fares' } },
        }),
      ),
    ).toEqual([]);
    const address = {
      zone: 'dev.example',
      hostTemplate: `{service}-${'x'.repeat(60)}.{zone}`,
    };
    expect(
      blocks(planOf('voting', ['vote'], { cluster: { address } })),
    ).toEqual(['host-too-long']);
    expect(
      codes(planOf('voting', ['vote'], { cluster: { address: undefined } })),
    ).toContain('no-zone');
    expect(
      codes(planShop([workload('app'), service('app')], [{ name: 'app' }])),
    ).toContain('no-address');
  });

  it('are routes of a gateway where the cluster has one', () => {
    const address = {
      zone: 'dev.example',
      kind: 'HTTPRoute',
      gateway: { namespace: 'infra', name: 'web' },
      scheme: 'https',
    } as const;
    const result = planOf('voting', ['vote'], { cluster: { address } });
    expect(manifest(result, 'HTTPRoute', 'vote').spec).toEqual({
      parentRefs: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'Gateway',
          namespace: 'infra',
          name: 'web',
        },
      ],
      hostnames: ['vote-night-fares.dev.example'],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [
            { group: '', kind: 'Service', name: 'vote', port: 8080, weight: 1 },
          ],
        },
      ],
    });
    expect(result.plan.addresses[0].url).toBe(
      'https://vote-night-fares.dev.example',
    );
  });
});
