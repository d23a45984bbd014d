import { fetch } from 'undici';
import { ClusterAccess } from './TestClusters';

interface Named<S> {
  metadata: { name: string; namespace: string };
  spec: S;
}

interface Rules {
  rules?: {
    host?: string;
    http?: { paths: { backend: { service?: { name: string } } }[] };
  }[];
}

interface Pod {
  metadata: { labels?: Record<string, string> };
  spec: { containers: { image: string }[] };
  status?: { conditions?: { type: string; status: string }[] };
}

/** What comes back from an address. */
export interface IngressAnswer {
  readonly status: number;
  /** The image of the container that would have answered; else why nothing does. */
  readonly body: string;
}

/**
 * Answers a request for a host as an ingress controller would: by the rules, Services and ready pods that the cluster
 * holds at this moment. The embedded clusters have no network of their own behind which anything could listen.
 *
 * @param cluster - without a certificate authority of its own
 */
export async function answerOfIngress(
  cluster: ClusterAccess,
  host: string,
): Promise<IngressAnswer> {
  const list = async <T>(path: string): Promise<T[]> => {
    const answer = await fetch(`${cluster.url}${path}`, {
      headers: { authorization: `Bearer ${cluster.adminToken}` },
    });
    if (!answer.ok) {
      throw new Error(`${path} answers ${answer.status}`);
    }
    return ((await answer.json()) as { items: T[] }).items;
  };
  const ingresses = await list<Named<Rules>>(
    '/apis/networking.k8s.io/v1/ingresses',
  );
  for (const { metadata, spec } of ingresses) {
    const rule = spec.rules?.find(one => one.host === host);
    const service = rule?.http?.paths[0]?.backend.service?.name;
    if (!service) {
      continue;
    }
    const core = `/api/v1/namespaces/${metadata.namespace}`;
    const services = await list<
      Named<{ type?: string; selector?: Record<string, string> }>
    >(`${core}/services`);
    const target = services.find(one => one.metadata.name === service);
    if (!target?.spec.selector || target.spec.type === 'ExternalName') {
      return { status: 503, body: `${service} selects no pods` };
    }
    const wanted = Object.entries(target.spec.selector);
    const pods = await list<Pod>(`${core}/pods`);
    const ready = pods.find(
      pod =>
        wanted.every(([key, value]) => pod.metadata.labels?.[key] === value) &&
        pod.status?.conditions?.some(
          one => one.type === 'Ready' && one.status === 'True',
        ),
    );
    return ready
      ? { status: 200, body: ready.spec.containers[0].image }
      : { status: 503, body: `No pod of ${service} is ready` };
  }
  return { status: 404, body: `No rule leads from ${host}` };
}
