import { KubernetesObject } from '../../../objects';
import {
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

const LONG = `a-service-with-a-name-${'x'.repeat(42)}`;

/** What stands between services and those who call them, and names and addresses out of the ordinary. */
export const EDGES: Readonly<Record<string, readonly KubernetesObject[]>> = {
  // Proxies with addresses in their files, and an Ingress of every kind.
  proxies: [
    configMap('nginx', {
      'nginx.conf':
        'upstream orders { server orders.proxies.svc.cluster.local:8080; }\nserver {\n  resolver kube-dns.kube-system.svc.cluster.local;\n  location /cart { proxy_pass http://cart:8080; }\n  location /other { proxy_pass http://orders.elsewhere.svc:8080; }\n}\n',
    }),
    configMap('envoy', {
      'envoy.yaml':
        'clusters:\n  - name: cart\n    type: STRICT_DNS\n    load_assignment:\n      endpoints:\n        - lb_endpoints:\n            - endpoint: { address: { socket_address: { address: cart.proxies, port_value: 8080 } } }\n',
    }),
    ...['nginx', 'envoy'].flatMap(name => [
      deployment(name, `registry.example/${name}:1`, {
        ports: [8080],
        pod: { volumes: [{ name: 'conf', configMap: { name } }] },
      }),
      service(name, [80], {
        ports: [
          {
            name: 'web',
            port: 80,
            targetPort: 8080,
            nodePort: name === 'nginx' ? 30123 : 30124,
          },
        ],
        type: 'NodePort',
      }),
    ]),
    ...['orders', 'cart'].flatMap(name => [
      deployment(name, `registry.example/${name}:1`, {
        env: {
          'cart.proxies': 'no address',
          PUBLIC: 'https://proxies.example.com/api',
        },
      }),
      service(name, [8080]),
    ]),
    ingress(
      'api',
      'proxies.example.com',
      { '/api(/|$)(.*)': 'orders:8080' },
      {
        'nginx.ingress.kubernetes.io/rewrite-target': '/$2',
        'nginx.ingress.kubernetes.io/use-regex': 'true',
        'nginx.ingress.kubernetes.io/auth-url':
          'https://proxies.example.com/check',
        'nginx.ingress.kubernetes.io/configuration-snippet': 'deny all;',
      },
    ),
    ingress('web', 'proxies.example.com', {
      '/': 'nginx:80',
      '/cart': 'cart:8080',
    }),
    ingress(
      'canary',
      'proxies.example.com',
      { '/': 'envoy:80' },
      {
        'nginx.ingress.kubernetes.io/canary': 'true',
        'nginx.ingress.kubernetes.io/canary-weight': '10',
      },
    ),
    object('networking.k8s.io/v1', 'Ingress', 'rest', {
      spec: {
        tls: [{ hosts: ['proxies.example.com'], secretName: 'tls' }],
        defaultBackend: { service: { name: 'nginx', port: { name: 'web' } } },
      },
    }),
  ],
  // Names that lead elsewhere, addresses that somebody fixed, and the same names in two namespaces.
  names: [
    deployment('db', 'postgres:16', { ports: [5432] }),
    service('db', [5432]),
    service('primary', [5432], {
      selector: undefined,
      type: 'ExternalName',
      externalName: 'db.names.svc.cluster.local',
    }),
    service('partner', [443], {
      selector: undefined,
      type: 'ExternalName',
      externalName: 'api.partner.example.com',
    }),
    service('legacy', [1521], { selector: undefined }),
    object('discovery.k8s.io/v1', 'EndpointSlice', 'legacy-1', {
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.20.30.40'] }],
      ports: [{ port: 1521 }],
    }),
    service('fixed', [8080], {
      type: 'NodePort',
      clusterIP: '10.96.44.44',
      sessionAffinity: 'ClientIP',
      ports: [{ port: 8080, nodePort: 30808 }],
      externalIPs: ['192.0.2.7'],
    }),
    deployment('fixed', 'registry.example/fixed:1'),
    deployment('caller', 'registry.example/caller:1', {
      env: {
        DB: 'postgres://db.names:5432/x',
        PRIMARY: 'primary:5432',
        OTHER_DB: 'postgres://db.elsewhere.svc.cluster.local/x',
        FIXED: 'http://10.96.44.44:8080',
        API: 'https://kubernetes.default.svc',
        LEGACY: fromSecret('legacy', 'url'),
      },
      pod: {
        dnsPolicy: 'None',
        dnsConfig: {
          nameservers: ['10.96.0.10'],
          searches: ['names.svc.cluster.local', 'svc.cluster.local'],
        },
        hostAliases: [{ ip: '192.0.2.7', hostnames: ['old.example.com'] }],
        tolerations: [{ operator: 'Exists' }],
        nodeSelector: { 'kubernetes.io/hostname': 'node-7' },
        priorityClassName: 'system-cluster-critical',
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'zone',
            whenUnsatisfiable: 'DoNotSchedule',
          },
        ],
      },
    }),
    secret('legacy', ['url']),
    service('caller', [80]),
    // The same name as a StatefulSet, and as a CronJob.
    statefulSet('caller', 'registry.example/caller:1', {
      labels: { app: 'caller-set' },
    }),
    cronJob('caller', 'registry.example/caller:1'),
  ],
  // Routes of a gateway: weights, headers, a redirect, calls by gRPC.
  gateway: [
    ...['shop-v1', 'shop-v2', 'rates'].flatMap(name => [
      deployment(name, `registry.example/${name}:1`, { ports: [8080] }),
      service(name, [8080]),
    ]),
    object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'shop', {
      spec: {
        parentRefs: [{ name: 'web', namespace: 'infra' }],
        hostnames: ['shop.example.com'],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [
              { name: 'shop-v1', port: 8080, weight: 90 },
              { name: 'shop-v2', port: 8080, weight: 10 },
            ],
          },
          {
            matches: [{ path: { type: 'Exact', value: '/old' } }],
            filters: [
              {
                type: 'RequestRedirect',
                requestRedirect: { statusCode: 301 },
              },
            ],
          },
        ],
      },
    }),
    object('gateway.networking.k8s.io/v1', 'GRPCRoute', 'rates', {
      spec: { rules: [{ backendRefs: [{ name: 'rates', port: 8080 }] }] },
    }),
  ],
  // Names as long as they may be, in selectors, volumes and hosts.
  long: [
    deployment(LONG.slice(0, 63), 'registry.example/long:1', {
      env: { NEXT: `http://${LONG.slice(0, 62)}.long.svc:80` },
      pod: {
        volumes: [{ name: 'c', configMap: { name: `${LONG}.${LONG}.yaml` } }],
      },
    }),
    configMap(`${LONG}.${LONG}.yaml`, { a: 'b' }),
    service(LONG.slice(0, 63), [80], { type: 'LoadBalancer' }),
    statefulSet(LONG.slice(0, 52), 'registry.example/long:1', {
      labels: { app: LONG.slice(0, 62) },
      serviceName: LONG.slice(0, 62),
    }),
    headless(LONG.slice(0, 62), [80]),
    cronJob(LONG.slice(0, 51), 'registry.example/long:1'),
  ],
  // What scales, what is budgeted and what a build tool has named by its content.
  scaled: [
    deployment('web', 'registry.example/web:1', {
      metadata: {
        labels: { 'app.kubernetes.io/instance': 'scaled', app: 'web' },
        finalizers: ['example.com/wait'],
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': '{"a":1}',
        },
      },
      container: { envFrom: [{ configMapRef: { name: 'web-env-bk2g4t' } }] },
      spec: { replicas: 0 },
    }),
    configMap('web-env-bk2g4t', { LOG: 'info' }, { immutable: true }),
    service('web', [80], { trafficDistribution: 'PreferClose' }),
    object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
      spec: {
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'web',
        },
        minReplicas: 3,
        maxReplicas: 9,
        metrics: [
          {
            type: 'Object',
            object: {
              describedObject: {
                apiVersion: 'networking.k8s.io/v1',
                kind: 'Ingress',
                name: 'web',
              },
              metric: { name: 'requests' },
              target: { type: 'Value', value: '2k' },
            },
          },
        ],
      },
    }),
    object('policy/v1', 'PodDisruptionBudget', 'web', {
      spec: { selector: { matchLabels: { app: 'web' } }, minAvailable: '50%' },
    }),
    object('coordination.k8s.io/v1', 'Lease', 'web-leader', { spec: {} }),
    deployment('gpu', 'registry.example/gpu:1', {
      container: {
        resources: {
          limits: { 'nvidia.com/gpu': '1' },
          claims: [{ name: 'card' }],
        },
      },
      pod: {
        resourceClaims: [{ name: 'card', resourceClaimTemplateName: 'card' }],
      },
    }),
    service('gpu', [80]),
  ],
};
