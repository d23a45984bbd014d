import { blocks, workload, service, planShop } from '../__testUtils__/shopCase';
import { Specification } from '@domaindeck/backstage-plugin-environments-common';
import { at } from '../../objects';

import {
  codes,
  loadBaseline,
  manifest,
  planOf,
} from '../__testUtils__/planCase';

describe('what a clone must not do', () => {
  it.each([
    [
      'host-path',
      'spec.template.spec.volumes[0].hostPath',
      { volumes: [{ name: 'x', hostPath: { path: '/' } }] },
      {},
    ],
    [
      'host-network',
      'spec.template.spec.hostNetwork',
      { hostNetwork: true },
      {},
    ],
    ['host-namespace', 'spec.template.spec.hostIPC', { hostIPC: true }, {}],
    [
      'host-port',
      'spec.template.spec.containers[0].ports[0].hostPort',
      {},
      { ports: [{ containerPort: 1, hostPort: 1 }] },
    ],
    [
      'privileged',
      'spec.template.spec.containers[0].securityContext.privileged',
      {},
      { securityContext: { privileged: true } },
    ],
    [
      'privileged',
      'spec.template.spec.containers[0].securityContext.capabilities.add',
      {},
      { securityContext: { capabilities: { add: ['SYS_ADMIN'] } } },
    ],
    [
      'privileged',
      'spec.template.spec.initContainers[0].securityContext.privileged',
      {
        initContainers: [
          { name: 'i', image: 'i:1', securityContext: { privileged: true } },
        ],
      },
      {},
    ],
  ])('is refused as %s at %s', (code, field, pod, container) => {
    const { plan, manifests } = planShop(
      [workload('app', pod, container), service('app')],
      [{ name: 'app' }],
    );
    expect(plan.warnings[0]).toMatchObject({
      code,
      severity: 'block',
      parts: { field, service: 'app' },
    });
    expect(plan.creatable).toBe(false);
    expect(manifests.some(one => one.step === 'start')).toBe(false);
  });

  it('is to be made twice, or by nobody', () => {
    expect(
      codes(planOf('streaming', ['orders-db', 'node-agent', 'nobody'])).slice(
        0,
        3,
      ),
    ).toEqual([
      'service-not-cloneable orders-db',
      'service-not-cloneable node-agent',
      'service-unknown nobody',
    ]);
    expect(blocks(planOf('streaming', []))).toEqual(['no-services']);
  });

  it('registers itself in the registry of the baseline, until a value keeps it apart', () => {
    const order = 'ts-order-service';
    expect(blocks(planOf('booking', [order]))).toEqual(['service-registry']);
    const apart = {
      name: order,
      env: { SPRING_CLOUD_NACOS_DISCOVERY_NAMESPACE: 'night' },
    };
    expect(blocks(planOf('booking', [apart]))).toEqual([]);
    // The same value as before keeps nothing apart, nor does another setting.
    const before = loadBaseline('booking').objects[0].data as Record<
      string,
      string
    >;
    expect(blocks(planOf('booking', [{ name: order, env: before }]))).toEqual([
      'service-registry',
    ]);
    expect(
      blocks(planOf('booking', [{ name: order, env: { LOG_LEVEL: 'x' } }])),
    ).toEqual(['service-registry']);
    const config = { nacos: { NACOS_ADDRS: 'nacos.mine:8848' } };
    expect(
      blocks(
        planOf('booking', [order], {
          specification: { configOverrides: config },
        }),
      ),
    ).toEqual([]);
    // Its own registry, to which addresses are led.
    expect(
      blocks(
        planOf('booking', [order, 'nacos'], {
          specification: { rewriteAddresses: true },
        }),
      ),
    ).toEqual([]);
    expect(blocks(planOf('booking', [order, 'nacos']))).toEqual([
      'service-registry',
    ]);
  });

  it.each([
    [
      'Eureka',
      {
        env: [
          {
            name: 'EUREKA_CLIENT_SERVICEURL_DEFAULTZONE',
            value: 'http://eureka:8761/eureka',
          },
        ],
      },
    ],
    [
      'Consul',
      { env: [{ name: 'SPRING_CLOUD_CONSUL_HOST', value: 'consul' }] },
    ],
    ['Dubbo', { args: ['-Ddubbo.registry.address=zookeeper://zk:2181'] }],
    ['Nacos', { env: [{ name: 'REGISTRY', value: 'nacos://registry:8848' }] }],
  ])('is told of %s', (registry, container) => {
    const { plan } = planShop(
      [workload('app', {}, container), service('app')],
      [{ name: 'app' }],
    );
    expect(
      plan.warnings.find(one => one.code === 'service-registry')?.parts,
    ).toMatchObject({ registry });
  });

  it('finds a registry in a mounted file', () => {
    const config = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'boot' },
      data: {
        'application.yml':
          'spring:\n  cloud:\n    nacos:\n      discovery:\n        server-addr: nacos:8848\n',
      },
    };
    const app = workload('app', {
      volumes: [{ name: 'c', configMap: { name: 'boot' } }],
    });
    expect(
      blocks(planShop([app, service('app'), config], [{ name: 'app' }])),
    ).toEqual(['service-registry']);
    const off = {
      ...config,
      data: {
        'application.yml':
          'eureka:\n  client:\n    register-with-eureka: false\n    service-url: http://e/eureka\n',
      },
    };
    expect(
      blocks(planShop([app, service('app'), off], [{ name: 'app' }])),
    ).toEqual([]);
  });

  it('takes messages or runs jobs of the baseline', () => {
    const result = planOf('streaming', ['notifier', 'settlement']);
    expect(result.plan.services).toMatchObject([
      { name: 'notifier', replicas: 0, paused: true },
      { name: 'settlement', replicas: 0, paused: true },
    ]);
    expect(
      at(manifest(result, 'Deployment', 'notifier'), 'spec', 'replicas'),
    ).toBe(0);
    expect(
      at(manifest(result, 'CronJob', 'settlement'), 'spec', 'suspend'),
    ).toBe(true);
    expect(codes(result)).toEqual(
      expect.arrayContaining([
        'consumer-paused notifier',
        'cron-suspended settlement',
      ]),
    );
    const running = (
      one: Specification['services'][number],
      also: string[] = [],
    ) => planOf('streaming', [one, ...also]).plan.services[0].replicas;
    expect(running({ name: 'notifier', replicas: 2 })).toBe(2);
    expect(running({ name: 'notifier', env: { KAFKA_GROUP_ID: 'mine' } })).toBe(
      1,
    );
    expect(
      running({ name: 'notifier', env: { KAFKA_GROUP_ID: 'notifier' } }),
    ).toBe(0);
    // With a broker of its own there is nothing to take.
    expect(running({ name: 'notifier' }, ['kafka'])).toBe(1);
    expect(running({ name: 'settlement', replicas: 1 })).toBe(1);
    expect(
      planOf('booking', ['ts-notification-service']).plan.services[0].paused,
    ).toBe(true);
    expect(planOf('sock-shop', ['queue-master']).plan.services[0].paused).toBe(
      true,
    );
    expect(planOf('sock-shop', ['orders']).plan.services[0].paused).toBe(false);
  });
});
