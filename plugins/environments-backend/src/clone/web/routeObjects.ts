import {
  dnsLabel,
  JsonObject,
  KubernetesObject,
  stableJson,
} from '../../objects';
import { BaselineIndex } from '../traverse';
import { AddressFacts } from '../types';
import { RoutePath } from '../routes';
import { gatewayRules } from './gatewayRules';

/** One host of an environment with all that it answers. */
export interface Door {
  readonly host: string;
  /** Workload after which it is named. */
  readonly service: string;
  /** Name of what it was made from. */
  readonly source: string;
  /** Each with the annotations of what it was made from: they hold for a whole Ingress, and two may differ in them. */
  readonly paths: readonly (RoutePath & {
    readonly annotations: Readonly<Record<string, string>>;
  })[];
}

/** Annotations of an Ingress that say how to speak with the service. None runs code, splits traffic or asks elsewhere. */
const KEPT =
  /^(nginx\.ingress\.kubernetes\.io\/(rewrite-target|use-regex|backend-protocol|proxy-(body-size|read-timeout|send-timeout|connect-timeout|buffer-size|buffering|http-version)|enable-cors|cors-[\w-]+|websocket-services|app-root|upstream-vhost)|traefik\.ingress\.kubernetes\.io\/router\.entrypoints|haproxy-ingress\.github\.io\/(backend-protocol|rewrite-target|timeout-server))$/;

/** An HTTPRoute with more rules than this is refused. */
const MAX_RULES = 16;

/** By this annotation the paths of a host are read as expressions; other controllers pass it over. */
const USE_REGEX = 'nginx.ingress.kubernetes.io/use-regex';

/** The Ingress or the HTTPRoutes of a host. */
export function routeObjects(
  door: Door,
  facts: AddressFacts,
  index: BaselineIndex,
): KubernetesObject[] {
  return facts.kind === 'HTTPRoute'
    ? httpRoutes(door, facts, index)
    : ingresses(door, facts);
}

/** One Ingress for all paths that are spoken with in the same way. */
function ingresses(door: Door, facts: AddressFacts): KubernetesObject[] {
  const ways = new Map<string, Door['paths']>();
  for (const path of door.paths) {
    const key = stableJson(annotationsOf(path));
    ways.set(key, [...(ways.get(key) ?? []), path]);
  }
  return [...ways.values()].map((paths, index) =>
    ingress({ ...door, paths }, partName(door.service, index), facts),
  );
}

function annotationsOf(path: Door['paths'][number]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(path.annotations).filter(([name]) => KEPT.test(name)),
  );
}

/** Names of the objects of one host: the first is called like its service; no service has a dot in its name. */
function partName(service: string, index: number): string {
  const name = dnsLabel(service);
  return index === 0 ? name : `${name}.${index + 1}`;
}

function ingress(
  door: Door,
  name: string,
  facts: AddressFacts,
): KubernetesObject {
  const annotations = {
    ...annotationsOf(door.paths[0]),
    ...(door.paths.some(path => path.type === 'RegularExpression')
      ? { [USE_REGEX]: 'true' }
      : {}),
  };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
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
                pathType:
                  path.type === 'RegularExpression'
                    ? 'ImplementationSpecific'
                    : path.type,
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

function httpRoutes(
  door: Door,
  facts: AddressFacts,
  index: BaselineIndex,
): KubernetesObject[] {
  const rules = gatewayRules(door.paths, index);
  const count = Math.max(1, Math.ceil(rules.length / MAX_RULES));
  return Array.from({ length: count }, (_, part) => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: partName(door.service, part) },
    spec: {
      ...(facts.gateway ? { parentRefs: [parentOf(facts.gateway)] } : {}),
      hostnames: [door.host],
      rules: rules.slice(part * MAX_RULES, (part + 1) * MAX_RULES),
    },
  }));
}

function parentOf(gateway: NonNullable<AddressFacts['gateway']>): JsonObject {
  return {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    namespace: gateway.namespace,
    name: gateway.name,
    ...(gateway.sectionName ? { sectionName: gateway.sectionName } : {}),
  };
}
