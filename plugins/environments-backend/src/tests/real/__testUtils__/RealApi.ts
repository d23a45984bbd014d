import { RealCluster } from '@domaindeck/control-plane';
import { Agent, request } from 'undici';
import { BASELINE_KINDS, redactSecret } from '../../../clone';
import { groupOf, KubernetesObject } from '../../../objects';

/** What the server said. */
export interface Answer {
  readonly status: number;
  readonly body: KubernetesObject & { items?: KubernetesObject[] };
}

const OTHER_KINDS: Readonly<Record<string, string>> = {
  Namespace: 'namespaces',
  ResourceQuota: 'resourcequotas',
  LimitRange: 'limitranges',
};

/** Speaks with a real API server as its administrator. */
export class RealApi {
  readonly #cluster: RealCluster;
  readonly #agent: Agent;

  constructor(cluster: RealCluster) {
    this.#cluster = cluster;
    this.#agent = new Agent({ connect: { ca: cluster.ca } });
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  /** Server-side apply, forced, as the product does it. */
  apply(object: KubernetesObject, dryRun = ''): Promise<Answer> {
    const query = `fieldManager=domaindeck&force=true${
      dryRun && '&dryRun=All'
    }`;
    return this.call('PATCH', `${pathOf(object)}?${query}`, object);
  }

  /** All objects of the kinds that the planner reads. */
  async list(namespace: string): Promise<KubernetesObject[]> {
    const lists = await Promise.all(
      BASELINE_KINDS.map(async ({ group, version, kind, resource }) => {
        const apiVersion = group ? `${group}/${version}` : version;
        const root = group ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
        const { body } = await this.call(
          'GET',
          `${root}/namespaces/${namespace}/${resource}`,
        );
        return (body.items ?? [])
          .map(item => ({ ...item, apiVersion, kind }))
          .map(item => (kind === 'Secret' ? redactSecret(item) : item));
      }),
    );
    return lists.flat();
  }

  async call(
    method: 'GET' | 'PATCH' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    const answer = await request(`${this.#cluster.url}${path}`, {
      method,
      dispatcher: this.#agent,
      headers: {
        authorization: `Bearer ${this.#cluster.tokens.admin}`,
        'content-type': 'application/apply-patch+yaml',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    // A group that the cluster does not have is refused without JSON.
    const json = text.startsWith('{')
      ? text
      : JSON.stringify({ message: text });
    return { status: answer.statusCode, body: JSON.parse(json) };
  }
}

/** Where an object lies. */
export function pathOf(object: KubernetesObject): string {
  const { apiVersion, kind, metadata } = object;
  const group = groupOf(apiVersion);
  const resource =
    OTHER_KINDS[kind] ??
    BASELINE_KINDS.find(one => one.kind === kind && one.group === group)!
      .resource;
  const root = group ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return metadata.namespace
    ? `${root}/namespaces/${metadata.namespace}/${resource}/${metadata.name}`
    : `${root}/${resource}/${metadata.name}`;
}
