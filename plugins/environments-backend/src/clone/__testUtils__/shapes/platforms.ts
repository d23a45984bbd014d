import { KubernetesObject } from '../../../objects';
import {
  account,
  binding,
  configMap,
  cronJob,
  deployment,
  fromField,
  fromSecret,
  headless,
  ingress,
  object,
  role,
  secret,
  service,
  statefulSet,
} from './build';

/** Platforms that companies run beside their own services: sign-in, workflows, delivery, watching. */
export const PLATFORMS: Readonly<Record<string, readonly KubernetesObject[]>> =
  {
    // Sign-in whose members find each other by a headless name, and that knows its address on the internet.
    keycloak: [
      statefulSet('keycloak', 'quay.io/keycloak/keycloak:25.0', {
        serviceName: 'keycloak-headless',
        ports: [8080, 7800],
        env: {
          KC_HOSTNAME: 'https://login.shop.example.com',
          KC_DB_URL: 'jdbc:postgresql://postgres/keycloak',
          JAVA_OPTS_APPEND:
            '-Djgroups.dns.query=keycloak-headless.keycloak.svc.cluster.local',
          KC_DB_PASSWORD: fromSecret('keycloak-db', 'password'),
        },
      }),
      headless('keycloak-headless', [7800], { selector: { app: 'keycloak' } }),
      service('keycloak', [8080]),
      ingress('keycloak', 'login.shop.example.com', { '/': 'keycloak:8080' }),
      statefulSet('postgres', 'postgres:16', {
        ports: [5432],
        claims: { data: '8Gi' },
        env: { POSTGRES_PASSWORD: fromSecret('keycloak-db', 'password') },
        spec: { replicas: 1 },
      }),
      headless('postgres', [5432]),
      secret('keycloak-db', ['password', 'username']),
      deployment('portal', 'registry.example/portal:3', {
        env: {
          OIDC_ISSUER: 'https://login.shop.example.com/realms/shop',
          OIDC_INTERNAL: 'http://keycloak.keycloak:8080',
        },
      }),
      service('portal', [80]),
    ],
    // Workflows: a job makes the schema first, and everybody waits for it.
    temporal: [
      object('batch/v1', 'Job', 'temporal-schema', {
        spec: {
          ttlSecondsAfterFinished: 60,
          template: {
            spec: {
              restartPolicy: 'Never',
              containers: [{ name: 'schema', image: 'temporalio/admin:1.24' }],
            },
          },
        },
      }),
      configMap('temporal-config', {
        'config_template.yaml':
          'persistence:\n  default:\n    hosts: cassandra.temporal.svc\npublicClient:\n  hostPort: "temporal-frontend.temporal.svc.cluster.local:7233"\n',
        'dynamic_config.yaml': '{}',
      }),
      account('temporal'),
      role('temporal-waits', ['jobs'], { apiGroups: ['batch'] }),
      binding('temporal-waits', 'temporal-waits', ['temporal']),
      ...['frontend', 'history', 'worker'].flatMap(name => [
        deployment(`temporal-${name}`, 'temporalio/server:1.24', {
          ports: [7233],
          env: {
            POD_IP: fromField('status.podIP'),
            SERVICES: name,
            CASSANDRA_PASSWORD: fromSecret('temporal-store', 'password'),
          },
          pod: {
            serviceAccountName: 'temporal',
            volumes: [
              { name: 'config', configMap: { name: 'temporal-config' } },
            ],
            initContainers: [
              {
                name: 'wait-for-store',
                image: 'busybox',
                command: [
                  'sh',
                  '-c',
                  'until nslookup cassandra.temporal.svc.cluster.local; do sleep 1; done',
                ],
              },
              {
                name: 'wait-for-schema',
                image: 'ghcr.io/groundnuty/k8s-wait-for:v2.0',
                args: ['job', 'temporal-schema'],
              },
            ],
          },
        }),
        headless(`temporal-${name}-headless`, [7233], {
          selector: { app: `temporal-${name}` },
        }),
      ]),
      service('temporal-frontend', [7233]),
      secret('temporal-store', ['password']),
      statefulSet('cassandra', 'cassandra:4', {
        ports: [9042],
        claims: { data: '10Gi' },
      }),
      headless('cassandra', [9042]),
    ],
    // Pipelines: workers by command, the namespace in a variable, addresses in Secrets, migrations waited for.
    airflow: [
      account('airflow-worker'),
      role('airflow-pods', ['pods'], { verbs: ['create', 'get', 'delete'] }),
      binding('airflow-pods', 'airflow-pods', ['airflow-worker']),
      configMap('airflow-config-7m2k9tb4d5', { 'airflow.cfg': '[core]\n' }),
      secret('airflow-metadata', ['connection']),
      secret('airflow-fernet-key', ['fernet-key']),
      ...(
        [
          ['airflow-scheduler', ['bash', '-c', 'exec airflow scheduler']],
          ['airflow-worker', ['bash', '-c', 'exec airflow celery worker']],
          ['airflow-webserver', ['bash', '-c', 'exec airflow webserver']],
        ] as const
      ).flatMap(([name, args]) => [
        deployment(name, 'apache/airflow:2.9.2', {
          env: {
            AIRFLOW__CORE__SQL_ALCHEMY_CONN: fromSecret(
              'airflow-metadata',
              'connection',
            ),
            AIRFLOW__KUBERNETES__NAMESPACE: 'airflow',
            AIRFLOW__CELERY__BROKER_URL: 'redis://:pass@airflow-redis:6379/0',
          },
          container: { args },
          pod: {
            serviceAccountName: 'airflow-worker',
            volumes: [
              {
                name: 'config',
                configMap: { name: 'airflow-config-7m2k9tb4d5' },
              },
              { name: 'logs', emptyDir: {} },
            ],
            initContainers: [
              {
                name: 'wait-for-airflow-migrations',
                image: 'apache/airflow:2.9.2',
                args: ['airflow', 'db', 'check-migrations'],
                envFrom: [{ secretRef: { name: 'airflow-fernet-key' } }],
              },
              {
                name: 'git-sync',
                image: 'registry.k8s.io/git-sync:v4.2.1',
                restartPolicy: 'Always',
                volumeMounts: [{ name: 'logs', mountPath: '/git' }],
              },
            ],
          },
        }),
      ]),
      service('airflow-webserver', [8080]),
      statefulSet('airflow-redis', 'redis:7.2', { ports: [6379] }),
      service('airflow-redis', [6379]),
      cronJob('airflow-cleanup', 'apache/airflow:2.9.2', {
        pod: { serviceAccountName: 'airflow-worker' },
      }),
    ],
    // Delivery: settings that are read from the API and mounted by nobody, rights of the whole cluster, fences.
    delivery: [
      ...['server', 'controller'].flatMap(name => [
        account(`delivery-${name}`),
        object('rbac.authorization.k8s.io/v1', 'Role', `delivery-${name}`, {
          rules: [
            {
              apiGroups: [''],
              resources: ['configmaps', 'secrets'],
              resourceNames: ['delivery-cm', 'delivery-secret'],
              verbs: ['get'],
            },
          ],
        }),
        binding(`delivery-${name}`, `delivery-${name}`, [`delivery-${name}`]),
        binding(
          `delivery-${name}-view`,
          'view',
          [`delivery-${name}`],
          'ClusterRole',
        ),
        object('networking.k8s.io/v1', 'NetworkPolicy', `delivery-${name}`, {
          spec: {
            podSelector: { matchLabels: { app: `delivery-${name}` } },
            policyTypes: ['Ingress'],
            ingress: [{ from: [{ podSelector: {} }] }],
          },
        }),
        service(`delivery-${name}`, [8080]),
      ]),
      configMap('delivery-cm', { url: 'https://cd.shop.example.com' }),
      configMap('delivery-params', { 'repo.server': 'delivery-server:8080' }),
      secret('delivery-secret', ['admin.password']),
      secret('delivery-tls', ['tls.crt', 'tls.key'], 'kubernetes.io/tls'),
      secret(
        'controller-token',
        ['token'],
        'kubernetes.io/service-account-token',
        {
          annotations: {
            'kubernetes.io/service-account.name': 'delivery-controller',
          },
        },
      ),
      deployment('delivery-server', 'quay.example/cd/server:2.11', {
        env: {
          REPO_SERVER: {
            configMapKeyRef: {
              name: 'delivery-params',
              key: 'repo.server',
              optional: true,
            },
          },
        },
        pod: {
          serviceAccountName: 'delivery-server',
          volumes: [
            {
              name: 'tls',
              projected: {
                sources: [
                  {
                    secret: {
                      name: 'delivery-tls',
                      optional: true,
                      items: [{ key: 'tls.crt', path: 'tls.crt' }],
                    },
                  },
                ],
              },
            },
          ],
        },
      }),
      statefulSet('delivery-controller', 'quay.example/cd/controller:2.11', {
        pod: {
          serviceAccountName: 'delivery-controller',
          volumes: [
            { name: 'token', secret: { secretName: 'controller-token' } },
          ],
        },
        container: {
          args: [
            '--namespace=delivery',
            '--leader-election-namespace',
            'delivery',
          ],
        },
      }),
      ingress(
        'delivery',
        'cd.shop.example.com',
        { '/': 'delivery-server:8080' },
        {
          'nginx.ingress.kubernetes.io/auth-url':
            'https://login.shop.example.com/check',
          'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS',
        },
      ),
    ],
  };
