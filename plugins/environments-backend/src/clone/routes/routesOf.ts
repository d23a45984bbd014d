import { at, isObject, Json, KubernetesObject } from '../../objects';
import { BaselineIndex } from '../traverse';
import { portsOf } from '../sanitize';
import { Route, RoutePath } from './types';

/** Ports that speak HTTP as a rule, where a Service says nothing. */
const WEB_PORTS = [80, 8080, 443, 8443, 3000, 5000, 8000];

/**
 * Everything that leads from outside to a baseline. A Service of type LoadBalancer or NodePort is open itself; it counts
 * where no rule leads to it.
 */
export function routesOf(index: BaselineIndex): Route[] {
  const ruled = [
    // A trial beside another rule of the same path comes after it.
    ...[...index.ofKind('Ingress')]
      .sort((a, b) => Number(isCanary(a)) - Number(isCanary(b)))
      .flatMap(ingressRoutes),
    ...index.ofKind('HTTPRoute').flatMap(one => httpRoutes(one, index)),
  ];
  const reached = new Set(
    ruled.flatMap(route => route.paths.map(path => path.service)),
  );
  return [
    ...ruled,
    ...index.services
      .filter(service => !reached.has(service.metadata.name))
      .flatMap(openService),
  ];
}

function isCanary({ metadata }: KubernetesObject): boolean {
  return (
    metadata.annotations?.['nginx.ingress.kubernetes.io/canary'] === 'true'
  );
}

function ingressRoutes(ingress: KubernetesObject): Route[] {
  const base = {
    source: { kind: 'Ingress', name: ingress.metadata.name },
    annotations: ingress.metadata.annotations ?? {},
  } as const;
  const whole = ingressPath({
    path: '/',
    backend: at(ingress, 'spec', 'defaultBackend') ?? null,
  });
  const rules = at(ingress, 'spec', 'rules');
  const routes = (Array.isArray(rules) ? rules : []).map((rule): Route => {
    const paths = at(rule, 'http', 'paths');
    return {
      ...base,
      ...(typeof at(rule, 'host') === 'string'
        ? { host: String(at(rule, 'host')) }
        : {}),
      paths: (Array.isArray(paths) ? paths : []).flatMap(ingressPath),
    };
  });
  return [...routes, ...(whole.length > 0 ? [{ ...base, paths: whole }] : [])];
}

function ingressPath(path: Json): RoutePath[] {
  const service = at(path, 'backend', 'service');
  const port = at(service, 'port', 'number') ?? at(service, 'port', 'name');
  if (!isObject(service) || port === undefined) {
    return [];
  }
  const type = at(path, 'pathType') ?? 'Prefix';
  return [
    {
      path: String(at(path, 'path') ?? '/'),
      type: type as RoutePath['type'],
      service: String(service.name),
      port: port as number | string,
    },
  ];
}

function httpRoutes(route: KubernetesObject, index: BaselineIndex): Route[] {
  const rules = at(route, 'spec', 'rules');
  const paths = (Array.isArray(rules) ? rules : []).flatMap(rule =>
    httpPaths(rule, index.namespace),
  );
  const hosts = at(route, 'spec', 'hostnames');
  const parents = at(route, 'spec', 'parentRefs');
  // A route whose parent is a Service steers calls from inside and is no web address.
  const inner =
    Array.isArray(parents) &&
    parents.length > 0 &&
    parents.every(parent => at(parent, 'kind') === 'Service');
  return inner
    ? []
    : [
        {
          source: { kind: 'HTTPRoute', name: route.metadata.name },
          ...(Array.isArray(hosts) && hosts.length > 0
            ? { host: String(hosts[0]) }
            : {}),
          paths,
          annotations: {},
        },
      ];
}

function httpPaths(rule: Json, namespace: string): RoutePath[] {
  const refs = at(rule, 'backendRefs');
  // All that a rule divides its calls among: which of them is one's own is not known here.
  const backends = (Array.isArray(refs) ? refs : []).filter(
    one =>
      (at(one, 'kind') ?? 'Service') === 'Service' &&
      (at(one, 'namespace') ?? namespace) === namespace &&
      at(one, 'weight') !== 0 &&
      typeof at(one, 'port') === 'number',
  );
  const matches = at(rule, 'matches');
  const filters = at(rule, 'filters');
  const kept = (Array.isArray(filters) ? filters : []).filter(
    filter =>
      !['RequestMirror', 'ExtensionRef'].includes(String(at(filter, 'type'))),
  );
  const texts =
    Array.isArray(matches) && matches.length > 0
      ? matches
      : [{ path: { type: 'PathPrefix', value: '/' } }];
  return texts.flatMap(match =>
    backends.map(backend => ({
      path: String(at(match, 'path', 'value') ?? '/'),
      type: pathType(at(match, 'path', 'type')),
      service: String(at(backend, 'name')),
      port: Number(at(backend, 'port')),
      ...(kept.length > 0 ? { filters: kept } : {}),
    })),
  );
}

function pathType(type: Json | undefined): RoutePath['type'] {
  return type === 'Exact' || type === 'RegularExpression' ? type : 'Prefix';
}

function openService(service: KubernetesObject): Route[] {
  if (
    !['LoadBalancer', 'NodePort'].includes(String(at(service, 'spec', 'type')))
  ) {
    return [];
  }
  const ports = portsOf(service.spec).filter(
    port => port.protocol !== 'UDP' && port.protocol !== 'SCTP',
  );
  const web =
    ports.find(port => /http|web/.test(String(port.name ?? ''))) ??
    ports.find(port => WEB_PORTS.includes(Number(port.port))) ??
    ports[0];
  return web
    ? [
        {
          source: { kind: 'Service', name: service.metadata.name },
          paths: [
            {
              path: '/',
              type: 'Prefix',
              service: service.metadata.name,
              port: Number(web.port),
            },
          ],
          annotations: {},
        },
      ]
    : [];
}
