import { KubernetesObject } from '../../../objects';
import {
  account,
  claim,
  configMap,
  cronJob,
  deployment,
  fromSecret,
  headless,
  ingress,
  object,
  secret,
  service,
  statefulSet,
} from './build';

const OWNER = (apiVersion: string, kind: string, name: string) => ({
  ownerReferences: [
    { apiVersion, kind, name, uid: `uid-of-${name}`, controller: true },
  ],
});

/** What watches, keeps and builds: agents, operators, helpers beside pods, a forge. */
export const OPERATIONS: Readonly<Record<string, readonly KubernetesObject[]>> =
  {
    // Watching: members that gossip, files with targets, agents on every machine.
    watching: [
      account('prometheus'),
      configMap('prometheus-config', {
        'prometheus.yml':
          'scrape_configs:\n  - job_name: app\n    static_configs:\n      - targets: ["grafana.watching.svc:3000", "alertmanager.watching:9093"]\n  - job_name: pods\n    kubernetes_sd_configs:\n      - role: pod\n        namespaces:\n          names: [watching]\n',
      }),
      deployment('prometheus', 'prom/prometheus:v2.52.0', {
        ports: [9090],
        container: { args: ['--config.file=/etc/prometheus/prometheus.yml'] },
        pod: {
          serviceAccountName: 'prometheus',
          volumes: [
            { name: 'config', configMap: { name: 'prometheus-config' } },
            {
              name: 'data',
              ephemeral: {
                volumeClaimTemplate: {
                  spec: {
                    accessModes: ['ReadWriteOnce'],
                    resources: { requests: { storage: '100Gi' } },
                  },
                },
              },
            },
          ],
        },
      }),
      service('prometheus', [9090]),
      statefulSet('alertmanager', 'prom/alertmanager:v0.27.0', {
        container: {
          args: [
            '--cluster.peer=alertmanager-0.alertmanager.watching.svc:9094',
            '--cluster.peer=alertmanager-1.alertmanager.watching.svc:9094',
          ],
        },
      }),
      headless('alertmanager', [9093, 9094]),
      deployment('grafana', 'grafana/grafana:11.0.0', {
        env: { GF_SERVER_ROOT_URL: 'https://watch.shop.example.com/grafana' },
        container: {
          envFrom: [{ prefix: 'GF_', secretRef: { name: 'grafana-admin' } }],
        },
        pod: {
          volumes: [
            {
              name: 'sources',
              configMap: { name: 'grafana-sources', optional: true },
            },
          ],
        },
      }),
      configMap('grafana-sources', {
        'sources.yaml': 'url: http://prometheus.watching:9090\n',
      }),
      secret('grafana-admin', ['SECURITY_ADMIN_PASSWORD']),
      service('grafana', [3000]),
      ingress(
        'grafana',
        'watch.shop.example.com',
        { '/grafana(/|$)(.*)': 'grafana:3000' },
        {
          'nginx.ingress.kubernetes.io/rewrite-target': '/$2',
          'nginx.ingress.kubernetes.io/use-regex': 'true',
        },
      ),
      ingress('prometheus', 'watch.shop.example.com', {
        '/': 'prometheus:9090',
      }),
      object('apps/v1', 'DaemonSet', 'node-exporter', {
        spec: {
          selector: { matchLabels: { app: 'node-exporter' } },
          template: {
            metadata: { labels: { app: 'node-exporter' } },
            spec: {
              hostNetwork: true,
              hostPID: true,
              containers: [
                { name: 'exporter', image: 'prom/node-exporter:v1' },
              ],
            },
          },
        },
      }),
      service('node-exporter', [9100]),
      object('monitoring.coreos.com/v1', 'ServiceMonitor', 'app', { spec: {} }),
    ],
    // A search machine that an operator keeps, and what stands before it.
    search: [
      object('elasticsearch.k8s.elastic.co/v1', 'Elasticsearch', 'logs', {
        spec: { version: '8.14.0' },
      }),
      statefulSet('logs-es-default', 'docker.elastic.co/elasticsearch:8.14.0', {
        labels: { 'common.k8s.elastic.co/type': 'elasticsearch' },
        claims: { 'elasticsearch-data': '1Gi' },
        metadata: OWNER(
          'elasticsearch.k8s.elastic.co/v1',
          'Elasticsearch',
          'logs',
        ),
      }),
      service('logs-es-http', [9200], {
        selector: { 'common.k8s.elastic.co/type': 'elasticsearch' },
      }),
      secret(
        'logs-es-elastic-user',
        ['elastic'],
        'Opaque',
        OWNER('elasticsearch.k8s.elastic.co/v1', 'Elasticsearch', 'logs'),
      ),
      deployment('kibana', 'docker.elastic.co/kibana:8.14.0', {
        env: {
          ELASTICSEARCH_HOSTS: 'https://logs-es-http.search.svc:9200',
          ELASTICSEARCH_PASSWORD: fromSecret('logs-es-elastic-user', 'elastic'),
        },
      }),
      service('kibana', [5601]),
      deployment('shipper', 'docker.elastic.co/beats/filebeat:8.14.0', {
        pod: {
          hostNetwork: true,
          volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }],
        },
      }),
    ],
    // Building blocks beside each service, told by annotations and by resources of their own.
    dapr: [
      object('dapr.io/v1alpha1', 'Component', 'statestore', {
        spec: { type: 'state.redis', version: 'v1' },
      }),
      deployment('nodeapp', 'ghcr.io/dapr/samples/hello-k8s-node:latest', {
        env: { APP_PORT: '3000' },
        template: {
          annotations: {
            'dapr.io/enabled': 'true',
            'dapr.io/app-id': 'nodeapp',
            'dapr.io/app-port': '3000',
          },
        },
      }),
      service('nodeapp', [80], { type: 'LoadBalancer' }),
      headless('nodeapp-dapr', [50001], { selector: { app: 'nodeapp' } }),
      deployment('pythonapp', 'ghcr.io/dapr/samples/hello-k8s-python:latest', {
        template: {
          annotations: {
            'dapr.io/enabled': 'true',
            'dapr.io/app-id': 'pythonapp',
          },
        },
      }),
    ],
    // A forge: background work by command, a claim of two, tokens by hand, a timer of the same name.
    forge: [
      claim('shared', { accessModes: ['ReadWriteMany'] }),
      secret('rails-secrets-8f4kd2', ['secrets.yml']),
      configMap(
        'webservice-5h7dk29fmb',
        {
          'gitlab.yml.erb':
            'gitlab:\n  host: git.shop.example.com\ngitaly:\n  address: tcp://gitaly-0.gitaly.forge.svc:8075\n',
        },
        { immutable: true },
      ),
      ...['webservice', 'sidekiq'].flatMap(name => [
        deployment(name, `registry.example/forge/${name}:17.1.0`, {
          env: { REDIS: 'redis.forge.svc' },
          pod: {
            securityContext: { fsGroup: 1000 },
            initContainers: [
              {
                name: 'dependencies',
                image: 'registry.example/forge/toolbox:17.1.0',
                command: [
                  'sh',
                  '-c',
                  'kubectl wait --for=condition=complete job/migrations',
                ],
              },
            ],
            volumes: [
              {
                name: 'shared',
                persistentVolumeClaim: { claimName: 'shared' },
              },
              {
                name: 'config',
                projected: {
                  sources: [
                    { configMap: { name: 'webservice-5h7dk29fmb' } },
                    { secret: { name: 'rails-secrets-8f4kd2' } },
                  ],
                },
              },
            ],
          },
        }),
      ]),
      service('webservice', [8080]),
      ingress('webservice', 'git.shop.example.com', {
        '/': 'webservice:8080',
      }),
      statefulSet('gitaly', 'registry.example/forge/gitaly:17.1.0', {
        ports: [8075],
        claims: { repo: '50Gi' },
        spec: { replicas: 1, updateStrategy: { type: 'OnDelete' } },
      }),
      headless('gitaly', [8075]),
      deployment('redis', 'bitnami/redis:7.2', { ports: [6379] }),
      service('redis', [6379]),
      cronJob('webservice', 'registry.example/forge/toolbox:17.1.0'),
    ],
  };
