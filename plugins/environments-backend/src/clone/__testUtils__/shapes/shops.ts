import { KubernetesObject } from '../../../objects';
import {
  account,
  binding,
  configMap,
  deployment,
  fromSecret,
  object,
  role,
  secret,
  service,
} from './build';

/** Applications for people to buy, vote and read in, by the shape of what they are told apart. */
export const SHOPS: Readonly<Record<string, readonly KubernetesObject[]>> = {
  // Book reviews of Istio: one name for three versions, accounts of their own, routed by a mesh.
  bookinfo: [
    ...['productpage', 'details', 'ratings'].flatMap(app => [
      account(`bookinfo-${app}`),
      deployment(`${app}-v1`, `istio/examples-bookinfo-${app}-v1:1.20`, {
        labels: { app, version: 'v1' },
        ports: [9080],
        pod: { serviceAccountName: `bookinfo-${app}` },
      }),
      service(app, [9080]),
    ]),
    ...['v1', 'v2', 'v3'].map(version =>
      deployment(
        `reviews-${version}`,
        `istio/examples-bookinfo-reviews-${version}:1.20`,
        {
          labels: { app: 'reviews', version },
          env: { LOG_DIR: '/tmp/logs' },
          pod: {
            volumes: [{ name: 'tmp', emptyDir: {} }],
            serviceAccountName: 'bookinfo-reviews',
          },
          container: { volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }] },
        },
      ),
    ),
    account('bookinfo-reviews'),
    service('reviews', [9080]),
    deployment('mysqldb-v1', 'istio/examples-bookinfo-mysqldb:1.20', {
      labels: { app: 'mysqldb', version: 'v1' },
      ports: [3306],
      env: {
        MYSQL_ROOT_PASSWORD: fromSecret('mysql-credentials', 'rootpasswd'),
      },
    }),
    secret('mysql-credentials', ['rootpasswd']),
    service('mysqldb', [3306]),
    object('networking.istio.io/v1', 'VirtualService', 'bookinfo', {
      spec: {
        hosts: ['*'],
        gateways: ['bookinfo-gateway'],
        http: [
          {
            match: [{ uri: { exact: '/productpage' } }],
            route: [
              { destination: { host: 'productpage', port: { number: 9080 } } },
            ],
          },
        ],
      },
    }),
  ],
  // The guestbook, in the namespace of those who have made none: variables of the cluster, rights of its default account.
  guestbook: [
    account('default', { imagePullSecrets: [{ name: 'company-registry' }] }),
    secret(
      'company-registry',
      ['.dockerconfigjson'],
      'kubernetes.io/dockerconfigjson',
    ),
    role('read-settings', ['configmaps']),
    binding('default-reads', 'read-settings', ['default']),
    object('v1', 'Service', 'kubernetes', {
      spec: { ports: [{ port: 443, targetPort: 6443 }] },
    }),
    deployment('frontend', 'gcr.io/google_samples/gb-frontend:v5', {
      labels: { app: 'guestbook', tier: 'frontend' },
      env: { GET_HOSTS_FROM: 'env' },
      container: {
        command: ['sh', '-c', 'exec serve --redis $REDIS_LEADER_SERVICE_HOST'],
      },
    }),
    service('frontend', [80], {
      type: 'LoadBalancer',
      selector: { app: 'guestbook', tier: 'frontend' },
      externalTrafficPolicy: 'Local',
      sessionAffinity: 'ClientIP',
    }),
    deployment('redis-leader', 'docker.io/redis:6.0.5', {
      labels: { app: 'redis', role: 'leader' },
      ports: [6379],
    }),
    service('redis-leader', [6379], {
      selector: { app: 'redis', role: 'leader' },
    }),
    deployment('redis-follower', 'gcr.io/google_samples/gb-follower:v2', {
      labels: { app: 'redis', role: 'follower' },
      ports: [6379],
      container: {
        args: ['--replicaof', '$(REDIS_LEADER_SERVICE_HOST)', '6379'],
      },
    }),
    service('redis-follower', [6379], {
      selector: { app: 'redis', role: 'follower' },
    }),
  ],
  // The pet clinic with Eureka and a server of settings that everybody waits for.
  petclinic: [
    ...['config-server', 'discovery-server'].flatMap(name => [
      deployment(name, `springcommunity/spring-petclinic-${name}:3.2.0`, {
        ports: [8888],
      }),
      service(name, [name === 'config-server' ? 8888 : 8761]),
    ]),
    ...['api-gateway', 'customers-service', 'visits-service'].flatMap(name => [
      deployment(name, `springcommunity/spring-petclinic-${name}:3.2.0`, {
        env: {
          SPRING_PROFILES_ACTIVE: 'docker',
          CONFIG_SERVER_URL: 'http://config-server:8888/',
          EUREKA_CLIENT_SERVICEURL_DEFAULTZONE:
            'http://discovery-server.petclinic.svc.cluster.local:8761/eureka/',
          SPRING_DATASOURCE_URL: fromSecret('petclinic-db', 'jdbc-url'),
        },
        container: {
          lifecycle: {
            postStart: {
              exec: {
                command: [
                  'sh',
                  '-c',
                  'curl http://api-gateway.petclinic:8080/refresh || true',
                ],
              },
            },
          },
        },
        pod: {
          initContainers: [
            {
              name: 'wait',
              image: 'jwilder/dockerize:0.7',
              command: ['dockerize', '-wait=tcp://config-server:8888'],
            },
          ],
        },
      }),
      service(name, [8080], name === 'api-gateway' ? { type: 'NodePort' } : {}),
    ]),
    secret('petclinic-db', ['jdbc-url', 'password']),
  ],
  // The pet clinic that asks the cluster itself for its settings and neighbours.
  'petclinic-cloud': [
    role('namespace-reader', ['configmaps', 'services', 'endpoints', 'pods']),
    binding('namespace-reader', 'namespace-reader', ['default']),
    account('default'),
    configMap('customers', { 'application.yaml': 'spring.datasource: {}\n' }),
    ...['customers', 'vets'].flatMap(name => [
      deployment(name, `registry.example/clinic/${name}:latest`, {
        env: {
          SPRING_PROFILES_ACTIVE: 'kubernetes',
          SPRING_CLOUD_KUBERNETES_DISCOVERY_NAMESPACES: 'petclinic-cloud',
          SPRING_DATASOURCE_URL:
            'jdbc:mysql://clinic-db.petclinic-cloud.svc.cluster.local:3306/db?a=b&name=clinic-db',
          METRICS_URI: 'proxy://wavefront.petclinic-cloud.svc.cluster.local:1',
        },
        container: { resources: { requests: { cpu: '2', memory: '1Gi' } } },
      }),
      service(name, [8080]),
    ]),
    deployment('clinic-db', 'bitnami/mysql:8.0', { ports: [3306] }),
    service('clinic-db', [3306]),
    deployment('wavefront', 'wavefronthq/proxy:12', { ports: [2878] }),
    service('wavefront', [2878]),
  ],
  // A pet shop with a queue, and two that pretend to be people.
  'pet-store': [
    deployment('rabbitmq', 'mirror.example/rabbitmq:3.13-management', {
      ports: [5672, 15672],
      container: {
        volumeMounts: [
          {
            name: 'plugins',
            mountPath: '/etc/rabbitmq/enabled_plugins',
            subPath: 'enabled_plugins',
          },
        ],
      },
      pod: {
        volumes: [
          {
            name: 'plugins',
            configMap: {
              name: 'rabbitmq-plugins',
              items: [{ key: 'plugins', path: 'enabled_plugins' }],
            },
          },
        ],
      },
    }),
    configMap('rabbitmq-plugins', { plugins: '[rabbitmq_management].' }),
    service('rabbitmq', [5672, 15672]),
    deployment('order-service', 'ghcr.example/store/order-service:2.1.0', {
      env: { ORDER_QUEUE_HOSTNAME: 'rabbitmq', ORDER_QUEUE_NAME: 'orders' },
      pod: {
        initContainers: [
          {
            name: 'wait-for-rabbitmq',
            image: 'busybox',
            command: [
              'sh',
              '-c',
              'until nc -z rabbitmq 5672; do sleep 1; done',
            ],
          },
        ],
      },
    }),
    service('order-service', [3000]),
    deployment('makeline-service', 'ghcr.example/store/makeline:2.1.0', {
      env: {
        ORDER_QUEUE_URI: 'amqp://rabbitmq:5672',
        ORDER_QUEUE_NAME: 'orders',
      },
    }),
    service('makeline-service', [3001]),
    deployment('store-front', 'ghcr.example/store/store-front:2.1.0', {
      env: { VUE_APP_ORDER_SERVICE_URL: 'http://order-service:3000/' },
    }),
    service('store-front', [80], { type: 'LoadBalancer' }),
    deployment('virtual-worker', 'ghcr.example/store/virtual-worker:2.1.0', {
      env: { MAKELINE_SERVICE_URL: 'http://makeline-service:3001' },
    }),
    deployment('virtual-customer', 'ghcr.example/store/customer:2.1.0', {
      env: { ORDER_SERVICE_URL: 'http://order-service:3000/' },
    }),
  ],
  // Emoji: a mesh, accounts of their own, and somebody who votes all day.
  emoji: [
    ...['emoji', 'voting', 'web'].flatMap(name => [
      account(name),
      deployment(name, `buoyantio/emojivoto-${name}:v11`, {
        labels: { app: `${name}-svc`, version: 'v11' },
        ports: [8080],
        template: { annotations: { 'linkerd.io/inject': 'enabled' } },
        pod: { serviceAccountName: name },
        env: {
          EMOJISVC_HOST: 'emoji-svc.emoji:8080',
          VOTINGSVC_HOST: 'voting-svc.emoji:8080',
        },
      }),
      service(`${name}-svc`, [8080]),
    ]),
    deployment('vote-bot', 'buoyantio/emojivoto-web:v11', {
      env: { WEB_HOST: 'web-svc.emoji:80' },
      container: { command: ['emojivoto-vote-bot'] },
    }),
  ],
};
