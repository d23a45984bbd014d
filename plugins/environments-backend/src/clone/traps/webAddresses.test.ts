import { blocks, workload, service, planShop } from '../__testUtils__/shopCase';

import { at } from '../../objects';
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

  it('keep expressions, and stand together in as few rules as a route takes', () => {
    const address = { zone: 'dev.example', kind: 'HTTPRoute' } as const;
    const routed = planOf('courier', ['gateway', 'geo'], {
      cluster: { address },
    });
    const rules = at(manifest(routed, 'HTTPRoute', 'gateway'), 'spec', 'rules');
    expect(rules).toMatchObject([
      { matches: Array(19).fill({ path: {} }), backendRefs: [{ port: 80 }] },
      {
        matches: [
          {
            path: {
              type: 'RegularExpression',
              value: '/v[0-9]+/(orders|parcels)',
            },
          },
          { path: { type: 'Exact', value: '/v1' } },
        ],
        filters: [{ type: 'RequestHeaderModifier' }],
      },
      {
        matches: [{ path: { value: '/geo' } }],
        filters: [{ type: 'URLRewrite' }],
        backendRefs: [{ name: 'geo' }],
      },
    ]);
    const geo = at(manifest(routed, 'HTTPRoute', 'geo'), 'spec', 'rules');
    expect(geo).toMatchObject([
      {
        matches: [
          { path: { type: 'RegularExpression', value: '/geo(/|$)(.*)' } },
        ],
      },
    ]);
    // What is rewritten in one Ingress of the baseline is not in another.
    const planned = planOf('courier', ['gateway']);
    const rewrite = 'nginx.ingress.kubernetes.io/rewrite-target';
    expect(
      manifest(planned, 'Ingress', 'gateway').metadata.annotations,
    ).toMatchObject({ [rewrite]: '/$2' });
    const ingress = manifest(planned, 'Ingress', 'gateway.2');
    expect(ingress.metadata.annotations).not.toHaveProperty([rewrite]);
    expect(ingress.metadata.annotations).toMatchObject({
      'nginx.ingress.kubernetes.io/use-regex': 'true',
    });
    expect(ingress.spec).toMatchObject({
      rules: [
        {
          http: {
            paths: expect.arrayContaining([
              expect.objectContaining({
                path: '/v[0-9]+/(orders|parcels)',
                pathType: 'ImplementationSpecific',
              }),
            ]),
          },
        },
      ],
    });
  });

  it('are divided among routes when there are too many places to lead to', () => {
    const address = { zone: 'dev.example', kind: 'HTTPRoute' } as const;
    const rules = Array.from({ length: 20 }, (_, index) => ({
      matches: [{ path: { type: 'PathPrefix', value: `/area-${index}` } }],
      filters: [
        {
          type: 'URLRewrite',
          urlRewrite: {
            path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' },
          },
        },
      ],
      backendRefs: [{ name: 'app', port: 80 }],
    }));
    const many = planShop(
      [
        workload('app'),
        service('app'),
        {
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: 'HTTPRoute',
          metadata: { name: 'app', namespace: 'payments' },
          spec: { rules },
        },
      ],
      [{ name: 'app' }],
      { cluster: { address } },
    );
    expect(
      ['app', 'app.2'].map(
        name =>
          Object.keys(at(manifest(many, 'HTTPRoute', name), 'spec', 'rules')!)
            .length,
      ),
    ).toEqual([16, 4]);
  });
});
