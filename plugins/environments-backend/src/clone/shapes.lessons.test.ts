import { at } from '../objects';
import { codes, manifest, planInput } from './__testUtils__/planCase';
import { shapeOf } from './__testUtils__/shapes';
import { blocks, podOf } from './__testUtils__/shopCase';
import { planEnvironment } from './planEnvironment';

function plan(
  name: string,
  services: readonly string[],
  changes: Parameters<typeof planInput>[2] = {},
) {
  const chosen = services.map(one => ({ name: one }));
  return planEnvironment(planInput(shapeOf(name), chosen, changes));
}

const LED = { specification: { rewriteAddresses: true } };

describe('what public applications have taught', () => {
  it('gives pods what the default account of the baseline gave them', () => {
    const result = plan('guestbook', ['frontend']);
    expect(podOf(result, 'Deployment', 'frontend').imagePullSecrets).toEqual([
      { name: 'company-registry' },
    ]);
    expect(result.plan.pendingSecrets.map(one => one.name)).toEqual([
      'company-registry',
    ]);
    expect(manifest(result, 'RoleBinding', 'default-reads').subjects).toEqual([
      {
        kind: 'ServiceAccount',
        name: 'default',
        namespace: 'payments-night-fares',
      },
    ]);
    expect(codes(result)).toContain('service-link-variables frontend');
  });

  it.each([
    ['cassandra', 'cassandra'],
    ['keycloak', 'keycloak'],
    ['nats', 'nats'],
    ['watching', 'alertmanager'],
    ['kafka', 'zk'],
  ])('lets no member of %s join those of the baseline', (name, set) => {
    expect(blocks(plan(name, [set]))).toEqual(['hard-coded-address']);
    const led = plan(name, [set], LED);
    expect(blocks(led)).toEqual([]);
    expect(JSON.stringify(led.manifests.map(one => one.object))).not.toMatch(
      new RegExp(`${set}-0\\.[\\w-]+\\.${name}\\.svc(?!.*externalName)`),
    );
  });

  it('tells of members that are named and not here', () => {
    const told = (name: string, set: string) =>
      plan(name, [set], LED).plan.warnings.find(
        one => one.code === 'replicas-reduced',
      )?.severity;
    expect(told('kafka', 'zk')).toBe('caution');
    expect(told('cassandra', 'cassandra')).toBe('notice');
  });

  it('leads single members to the baseline whatever namespace their names are made of', () => {
    const pod = podOf(plan('kafka', ['tracker']), 'Deployment', 'tracker');
    expect(pod.containers[0].env![1].value).toBe(
      'broker-0.broker:9092,broker-1.broker.kafka.svc.cluster.local:9092,broker-2.broker.kafka.svc:9092',
    );
    expect(pod.dnsConfig).toEqual({ searches: ['kafka.svc.cluster.local'] });
  });

  it('lets the cluster make disks that somebody made by hand', () => {
    const result = plan('blog', ['wordpress', 'wordpress-mysql']);
    const classOf = (name: string) =>
      at(
        manifest(result, 'PersistentVolumeClaim', name),
        'spec',
        'storageClassName',
      );
    expect(classOf('wp-pv-claim')).toBeUndefined();
    expect(classOf('mysql-pv-claim')).toBeUndefined();
    expect(classOf('uploads')).toBe('nfs-client');
  });

  it('mounts a token of its own account, and takes settings that are read from the API', () => {
    const result = plan('delivery', ['delivery-controller']);
    const pod = podOf(result, 'StatefulSet', 'delivery-controller');
    expect(pod.volumes).toMatchObject([
      {
        name: 'token',
        projected: {
          sources: [
            { serviceAccountToken: { path: 'token' } },
            { configMap: { name: 'kube-root-ca.crt' } },
            { downwardAPI: {} },
          ],
        },
      },
    ]);
    expect(pod.containers[0].args).toEqual([
      '--namespace=payments-night-fares',
      '--leader-election-namespace',
      'payments-night-fares',
    ]);
    expect(manifest(result, 'ConfigMap', 'delivery-cm')).toBeDefined();
    expect(result.plan.pendingSecrets).toEqual([]);
    expect(
      manifest(
        plan('petclinic-cloud', ['customers']),
        'ConfigMap',
        'customers',
      ),
    ).toBeDefined();
  });

  it('leads the public address of one’s own to the environment, path by path', () => {
    const env = (names: string[]) =>
      podOf(
        plan('proxies', names, LED),
        'Deployment',
        'cart',
      ).containers[0].env!.find(one => one.name === 'PUBLIC')!.value;
    expect(env(['cart', 'orders'])).toBe(
      'http://cart-night-fares.dev.example/api',
    );
    // Without one's own behind the path it stays where it was.
    expect(env(['cart'])).toBe('https://proxies.example.com/api');
    const portal = plan('keycloak', ['portal', 'keycloak'], LED);
    expect(
      podOf(portal, 'Deployment', 'portal').containers[0].env!.map(
        one => one.value,
      ),
    ).toEqual([
      'http://keycloak-night-fares.dev.example/realms/shop',
      'http://keycloak.payments-night-fares:8080',
    ]);
    expect(codes(plan('keycloak', ['portal', 'keycloak']))).toContain(
      'hard-coded-address portal',
    );
  });

  it('keeps ways of speaking apart under one host, and trials behind what they try', () => {
    const result = plan('proxies', ['nginx', 'envoy', 'orders', 'cart']);
    const paths = result.manifests
      .filter(one => one.object.kind === 'Ingress')
      .map(({ object }) => [
        object.metadata.annotations![
          'nginx.ingress.kubernetes.io/rewrite-target'
        ],
        at(object, 'spec', 'rules'),
      ]);
    expect(paths).toMatchObject([
      ['/$2', [{ http: { paths: [{ path: '/api(/|$)(.*)' }] } }]],
      [
        undefined,
        [
          {
            http: {
              paths: [
                { path: '/', backend: { service: { name: 'nginx' } } },
                { path: '/cart' },
              ],
            },
          },
        ],
      ],
    ]);
    expect(paths).toHaveLength(2);
    expect(plan('gateway', ['shop-v2']).plan.addresses).toMatchObject([
      { service: 'shop-v2', given: true },
    ]);
  });

  it('leads aliases, fixed addresses and searches here', () => {
    const result = plan('names', ['db', 'fixed', 'caller'], LED);
    expect(manifest(result, 'Service', 'primary').spec).toMatchObject({
      externalName: 'db.payments-night-fares.svc.cluster.local',
    });
    const pod = podOf(result, 'Deployment', 'caller');
    expect(pod.containers[0].env).toContainEqual({
      name: 'FIXED',
      value: 'http://fixed:8080',
    });
    expect(pod.dnsConfig!.searches![0]).toBe(
      'payments-night-fares.svc.cluster.local',
    );
    // Writes through an alias reach the baseline's data too.
    expect(codes(plan('names', ['caller']))).toContain('shared-data caller');
  });

  it('starts nothing that lives from the work of the baseline', () => {
    const paused = (name: string, service: string) =>
      plan(name, [service]).plan.services[0].paused;
    expect(paused('pet-store', 'virtual-worker')).toBe(true);
    expect(paused('pet-store', 'makeline-service')).toBe(true);
    expect(paused('pet-store', 'order-service')).toBe(false);
    expect(paused('redis', 'jobs')).toBe(true);
    expect(paused('airflow', 'airflow-worker')).toBe(true);
    expect(paused('airflow', 'airflow-scheduler')).toBe(true);
    expect(paused('airflow', 'airflow-webserver')).toBe(false);
    expect(paused('forge', 'sidekiq')).toBe(true);
    expect(paused('rabbitmq', 'mailer')).toBe(true);
  });

  it('says what stays behind: jobs that are waited for, building blocks, claims of devices', () => {
    const missed = (name: string, service: string) =>
      plan(name, [service])
        .plan.warnings.filter(one => one.code === 'custom-resource')
        .map(one => `${one.parts.kind} ${one.parts.name}`);
    expect(missed('temporal', 'temporal-history')).toEqual([
      'Job temporal-schema',
    ]);
    expect(missed('forge', 'webservice')).toEqual(['Job migrations']);
    expect(missed('dapr', 'nodeapp')).toEqual(['Component dapr.io']);
    expect(missed('scaled', 'gpu')).toEqual(['ResourceClaimTemplate card']);
  });

  it('tells where the addresses in a Secret lead', () => {
    const baseline = shapeOf('keycloak');
    const objects = baseline.objects.map(one =>
      one.metadata.name === 'keycloak-db'
        ? { ...one, data: { password: '//postgres.keycloak', username: '' } }
        : one,
    );
    const planned = (names: string[], copyableSecrets: string[]) => {
      const input = planInput(
        { ...baseline, objects },
        names.map(one => ({ name: one })),
        LED,
      );
      const policy = { ...input.policy, copyableSecrets };
      return codes(planEnvironment({ ...input, policy }));
    };
    expect(planned(['keycloak'], [])).toContain('shared-data keycloak');
    expect(planned(['keycloak', 'postgres'], ['keycloak-db'])).toContain(
      'hard-coded-address keycloak',
    );
    // One that is asked for leads where its giver wants.
    expect(planned(['keycloak', 'postgres'], [])).not.toContain(
      'hard-coded-address keycloak',
    );
  });
});
