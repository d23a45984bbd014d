import { KubernetesObject } from '../../../objects';
import {
  account,
  binding,
  claim,
  configMap,
  deployment,
  fromField,
  fromSecret,
  headless,
  object,
  role,
  secret,
  service,
  statefulSet,
} from './build';

/** Stores and brokers of several members, each with an application beside it. */
export const STORES: Readonly<Record<string, readonly KubernetesObject[]>> = {
  // Kafka on ZooKeeper, both as plain StatefulSets whose members name each other.
  kafka: [
    statefulSet('zk', 'registry.k8s.io/kubernetes-zookeeper:1.0', {
      serviceName: 'zk-hs',
      ports: [2181, 2888, 3888],
      claims: { datadir: '10Gi' },
      env: {
        ZK_SERVERS:
          'zk-0.zk-hs.kafka.svc.cluster.local:2888:3888;zk-1.zk-hs.kafka.svc.cluster.local:2888:3888',
      },
      pod: {
        affinity: {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              {
                labelSelector: { matchLabels: { app: 'zk' } },
                topologyKey: 'kubernetes.io/hostname',
              },
            ],
          },
        },
      },
    }),
    headless('zk-hs', [2888, 3888], { selector: { app: 'zk' } }),
    service('zk-cs', [2181], { selector: { app: 'zk' } }),
    object('policy/v1', 'PodDisruptionBudget', 'zk-pdb', {
      spec: {
        selector: { matchLabels: { app: 'zk' } },
        maxUnavailable: 1,
      },
    }),
    statefulSet('broker', 'confluentinc/cp-kafka:7.6.0', {
      ports: [9092],
      claims: { data: '50Gi' },
      env: {
        POD_NAME: fromField('metadata.name'),
        POD_NAMESPACE: fromField('metadata.namespace'),
        KAFKA_ZOOKEEPER_CONNECT: 'zk-cs:2181',
        KAFKA_ADVERTISED_LISTENERS:
          'PLAINTEXT://$(POD_NAME).broker.$(POD_NAMESPACE).svc.cluster.local:9092',
      },
    }),
    headless('broker', [9092], { publishNotReadyAddresses: true }),
    deployment('tracker', 'registry.example/tracker:1', {
      env: {
        NS: fromField('metadata.namespace'),
        KAFKA_BOOTSTRAP:
          'broker-0.broker:9092,broker-1.broker.kafka.svc.cluster.local:9092,broker-2.broker.$(NS).svc:9092',
      },
    }),
    service('tracker', [8080]),
  ],
  // A ring that a newcomer joins by the names of its seeds.
  cassandra: [
    statefulSet('cassandra', 'gcr.io/google-samples/cassandra:v13', {
      ports: [7000, 9042],
      claims: { 'cassandra-data': '20Gi' },
      env: {
        CASSANDRA_SEEDS: 'cassandra-0.cassandra.cassandra.svc.cluster.local',
        POD_IP: fromField('status.podIP'),
      },
      container: { securityContext: { capabilities: { add: ['IPC_LOCK'] } } },
    }),
    headless('cassandra', [9042]),
    deployment('reader', 'registry.example/reader:1', {
      env: { CONTACT_POINTS: 'cassandra' },
    }),
    service('reader', [80]),
  ],
  // A set of MongoDBs whose members are all in the address that a Secret holds.
  mongo: [
    account('mongo'),
    role('mongo', ['pods'], { verbs: ['get', 'list', 'watch', 'patch'] }),
    binding('mongo', 'mongo', ['mongo']),
    statefulSet('mongo', 'mongo:7', {
      ports: [27017],
      claims: { data: '5Gi' },
      container: {
        command: ['mongod', '--replSet', 'rs0', '--bind_ip_all'],
        volumeMounts: [
          { name: 'data', mountPath: '/data/db' },
          { name: 'init', mountPath: '/init' },
        ],
      },
      pod: {
        serviceAccountName: 'mongo',
        terminationGracePeriodSeconds: 10,
        volumes: [
          { name: 'init', configMap: { name: 'mongo-init', defaultMode: 493 } },
        ],
        containers: [
          {
            name: 'sidecar',
            image: 'cvallance/mongo-k8s-sidecar:1',
            env: [{ name: 'KUBE_NAMESPACE', value: 'mongo' }],
          },
        ],
      },
    }),
    configMap('mongo-init', {
      'init.sh':
        '#!/bin/sh\nfor i in 0 1 2; do\n  ping mongo-$i.mongo.mongo.svc.cluster.local\ndone\n',
    }),
    headless('mongo', [27017]),
    deployment('cart', 'registry.example/cart:1', {
      env: { MONGO_URL: fromSecret('cart-mongo', 'uri') },
      container: { args: ['--fallback=mongo-0.mongo:27017'] },
    }),
    secret('cart-mongo', ['uri']),
    service('cart', [80]),
  ],
  // Redis as a cluster and under Sentinel.
  redis: [
    configMap('redis-conf', {
      'redis.conf': 'cluster-enabled yes\n',
      'sentinel.conf':
        'sentinel monitor main redis-0.redis.redis.svc.cluster.local 6379 2\n',
    }),
    statefulSet('redis', 'redis:7-alpine', {
      ports: [6379, 16379],
      claims: { data: '1Gi' },
      container: {
        command: ['redis-server', '/conf/redis.conf'],
        volumeMounts: [{ name: 'conf', mountPath: '/conf' }],
      },
      pod: {
        volumes: [{ name: 'conf', configMap: { name: 'redis-conf' } }],
        initContainers: [
          {
            name: 'config',
            image: 'redis:7-alpine',
            command: ['sh', '-c', 'cp /src/* /conf'],
            restartPolicy: 'Always',
          },
        ],
      },
    }),
    headless('redis', [6379]),
    deployment('jobs', 'registry.example/jobs:1', {
      env: { REDIS_URL: 'redis://redis:6379/0' },
      container: { command: ['bundle', 'exec', 'sidekiq', '-q', 'mail'] },
    }),
    deployment('api', 'registry.example/api:1', {
      env: { REDIS_NODES: 'redis-0.redis:6379 redis-1.redis:6379' },
    }),
    service('api', [80]),
  ],
  // RabbitMQ that asks the cluster for its peers, with its own account and cookie.
  rabbitmq: [
    account('rabbitmq'),
    role('rabbitmq-peers', ['endpoints']),
    binding('rabbitmq-peers', 'rabbitmq-peers', ['rabbitmq']),
    secret('erlang-cookie', ['.erlang.cookie']),
    configMap('rabbitmq-config', {
      'rabbitmq.conf':
        'cluster_formation.peer_discovery_backend = k8s\ncluster_formation.k8s.service_name = rabbitmq-headless\n',
    }),
    statefulSet('rabbitmq', 'rabbitmq:3.13', {
      serviceName: 'rabbitmq-headless',
      ports: [5672],
      claims: { data: '3Gi' },
      env: {
        RABBITMQ_ERLANG_COOKIE: fromSecret('erlang-cookie', '.erlang.cookie'),
        K8S_HOSTNAME_SUFFIX: '.rabbitmq-headless.rabbitmq.svc.cluster.local',
      },
      pod: {
        serviceAccountName: 'rabbitmq',
        volumes: [
          {
            name: 'config',
            projected: {
              sources: [
                { configMap: { name: 'rabbitmq-config' } },
                { secret: { name: 'erlang-cookie', optional: false } },
                {
                  serviceAccountToken: {
                    path: 'token',
                    audience: 'rabbitmq',
                  },
                },
                {
                  downwardAPI: {
                    items: [
                      {
                        path: 'labels',
                        fieldRef: { fieldPath: 'metadata.labels' },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    }),
    headless('rabbitmq-headless', [5672], { selector: { app: 'rabbitmq' } }),
    service('rabbitmq', [5672, 15672]),
    deployment('mailer', 'registry.example/mailer:1', {
      env: { AMQP_URL: 'amqp://user:pass@rabbitmq:5672/' },
    }),
  ],
  // NATS with its routes in a file.
  nats: [
    configMap('nats-config', {
      'nats.conf':
        'cluster {\n  routes = [\n    nats://nats-0.nats.nats.svc.cluster.local:6222,\n    nats://nats-1.nats.nats.svc:6222\n  ]\n}\n',
    }),
    statefulSet('nats', 'nats:2.10-alpine', {
      ports: [4222],
      container: {
        volumeMounts: [{ name: 'config', mountPath: '/etc/nats' }],
      },
      pod: {
        volumes: [{ name: 'config', configMap: { name: 'nats-config' } }],
      },
    }),
    headless('nats', [4222, 6222]),
    deployment('publisher', 'registry.example/publisher:1', {
      env: { NATS_URL: 'nats://nats:4222' },
    }),
    service('publisher', [80]),
  ],
  // A blog whose disks an administrator made by hand.
  blog: [
    ...['', 'manual'].map((storageClassName, index) =>
      claim(
        index === 0 ? 'wp-pv-claim' : 'mysql-pv-claim',
        { storageClassName, volumeName: `by-hand-${index}` },
        { 'pv.kubernetes.io/bind-completed': 'yes' },
      ),
    ),
    claim(
      'uploads',
      { storageClassName: 'nfs-client', accessModes: ['ReadWriteMany'] },
      {
        'pv.kubernetes.io/bind-completed': 'yes',
        'volume.kubernetes.io/storage-provisioner': 'nfs.example/client',
      },
    ),
    deployment('wordpress', 'wordpress:6.2.1-apache', {
      labels: { app: 'wordpress', tier: 'frontend' },
      env: {
        WORDPRESS_DB_HOST: 'wordpress-mysql',
        WORDPRESS_DB_PASSWORD: fromSecret('mysql-pass', 'password'),
      },
      container: {
        volumeMounts: [
          { name: 'site', mountPath: '/var/www/html' },
          { name: 'uploads', mountPath: '/uploads', subPath: 'wp' },
        ],
      },
      pod: {
        volumes: [
          { name: 'site', persistentVolumeClaim: { claimName: 'wp-pv-claim' } },
          { name: 'uploads', persistentVolumeClaim: { claimName: 'uploads' } },
        ],
      },
      spec: { strategy: { type: 'Recreate' } },
    }),
    service('wordpress', [80], {
      type: 'LoadBalancer',
      selector: { app: 'wordpress', tier: 'frontend' },
    }),
    deployment('wordpress-mysql', 'mysql:8.0', {
      labels: { app: 'wordpress', tier: 'mysql' },
      ports: [3306],
      env: { MYSQL_ROOT_PASSWORD: fromSecret('mysql-pass', 'password') },
      pod: {
        volumes: [
          {
            name: 'data',
            persistentVolumeClaim: { claimName: 'mysql-pv-claim' },
          },
        ],
      },
    }),
    headless('wordpress-mysql', [3306], {
      selector: { app: 'wordpress', tier: 'mysql' },
    }),
    secret('mysql-pass', ['password']),
    deployment('thumbnails', 'registry.example/thumbnails:1', {
      pod: {
        volumes: [
          { name: 'uploads', persistentVolumeClaim: { claimName: 'uploads' } },
        ],
      },
    }),
  ],
};
