import { Pod } from '../player/objects';
import { ObjectStore } from '../store/ObjectStore';
import { findResource } from '../model/resourceTypes';
import { lifeOf } from '../usage/lifeOf';
import { usageOf } from '../usage/usageOf';

const PATH = /^\/apis\/metrics\.k8s\.io\/v1beta1\/namespaces\/([^/]+)\/pods$/;
/** As often as metrics-server measures at the most, in milliseconds. */
const EVERY_MS = 15_000;

/** The namespace whose pods' use a path asks for; undefined for another path. */
export function usageNamespaceOf(path: string): string | undefined {
  return PATH.exec(path)?.[1];
}

/** A `PodMetricsList` of metrics.k8s.io, measured at the last multiple of 15 seconds. */
export function answerUsage(
  store: ObjectStore,
  namespace: string,
  now: number,
): object {
  const type = findResource('', 'v1', 'pods');
  const at = Math.floor(now / EVERY_MS) * EVERY_MS;
  const pods = type ? store.list(type, namespace) : [];
  return {
    kind: 'PodMetricsList',
    apiVersion: 'metrics.k8s.io/v1beta1',
    metadata: {},
    items: pods.flatMap(({ object }) => {
      const pod = object as Pod;
      const life = lifeOf(pod);
      const containers = life.containers.flatMap(container => {
        const usage = usageOf(life, container, at);
        return usage
          ? [
              {
                name: container.name,
                usage: {
                  cpu: `${Math.round(usage.cpu * 1e9)}n`,
                  memory: `${Math.round(usage.memory / 1024)}Ki`,
                },
              },
            ]
          : [];
      });
      return containers.length > 0
        ? [
            {
              metadata: {
                name: pod.metadata.name,
                namespace,
                creationTimestamp: new Date(now).toISOString(),
              },
              timestamp: new Date(at).toISOString(),
              window: '15s',
              containers,
            },
          ]
        : [];
    }),
  };
}
