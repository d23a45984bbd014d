import {
  at,
  dnsLabel,
  Json,
  JsonObject,
  KubernetesObject,
} from '../../objects';
import { portsOf } from '../sanitize';
import { BaselineIndex } from '../traverse';
import { AddressFacts } from '../types';
import { RoutePath } from '../routes';

/** One host of an environment with all that it answers. */
export interface Door {
  readonly host: string;
  /** Workload after which it is named. */
  readonly service: string;
  /** Name of what it was made from. */
  readonly source: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly paths: readonly RoutePath[];
}

/** Annotations of an Ingress that say how to speak with the service. None runs code, splits traffic or asks elsewhere. */
const KEPT =
  /^(nginx\.ingress\.kubernetes\.io\/(rewrite-target|use-regex|backend-protocol|proxy-(body-size|read-timeout|send-timeout|connect-timeout|buffer-size|buffering|http-version)|enable-cors|cors-[\w-]+|websocket-services|app-root|upstream-vhost)|traefik\.ingress\.kubernetes\.io\/router\.entrypoints|haproxy-ingress\.github\.io\/(backend-protocol|rewrite-target|timeout-server))$/;

/** The Ingress or HTTPRoute of a host. */
export function routeObject(
  door: Door,
  facts: AddressFacts,
  index: BaselineIndex,
): KubernetesObject {
  return facts.kind === 'HTTPRoute'
    ? httpRoute(door, facts, index)
    : ingress(door, facts);
}

function ingress(door: Door, facts: AddressFacts): KubernetesObject {
  const annotations = Object.fromEntries(
    Object.entries(door.annotations).filter(([name]) => KEPT.test(name)),
  );
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: dnsLabel(door.service),
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    },
    spec: {
      ...(facts.ingressClassName
        ? { ingressClassName: facts.ingressClassName }
        : {}),
      ...(facts.scheme === 'https'
        ? {
            tls: [
              {
                hosts: [door.host],
                ...(facts.tlsSecretName
                  ? { secretName: facts.tlsSecretName }
                  : {}),
              },
            ],
          }
        : {}),
      rules: [
        {
          host: door.host,
          http: {
            paths: door.paths.map(
              (path): JsonObject => ({
                path: path.path,
                pathType: path.type,
                backend: {
                  service: {
                    name: path.service,
                    port:
                      typeof path.port === 'number'
                        ? { number: path.port }
                        : { name: path.port },
                  },
                },
              }),
            ),
          },
        },
      ],
    },
  };
}

function httpRoute(
  door: Door,
  facts: AddressFacts,
  index: BaselineIndex,
): KubernetesObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: dnsLabel(door.service) },
    spec: {
      ...(facts.gateway
        ? {
            parentRefs: [
              {
                group: 'gateway.networking.k8s.io',
                kind: 'Gateway',
                namespace: facts.gateway.namespace,
                name: facts.gateway.name,
                ...(facts.gateway.sectionName
                  ? { sectionName: facts.gateway.sectionName }
                  : {}),
              },
            ],
          }
        : {}),
      hostnames: [door.host],
      rules: door.paths.map(
        (path): JsonObject => ({
          matches: [
            {
              path: {
                type: path.type === 'Exact' ? 'Exact' : 'PathPrefix',
                value: path.path,
              },
            },
          ],
          ...(path.filters ? { filters: [...path.filters] as Json[] } : {}),
          backendRefs: [
            {
              group: '',
              kind: 'Service',
              name: path.service,
              port: portNumber(path, index),
              weight: 1,
            },
          ],
        }),
      ),
    },
  };
}

/** An HTTPRoute knows no names of ports. */
function portNumber(path: RoutePath, index: BaselineIndex): number {
  if (typeof path.port === 'number') {
    return path.port;
  }
  const ports = portsOf(index.get('', 'Service', path.service)?.spec);
  const named = ports.find(port => at(port, 'name') === path.port) ?? ports[0];
  return Number(at(named, 'port'));
}
