import { Body } from './Body';
import { Answer, ContractClient } from './ContractClient';
import { KubernetesContractTarget } from './KubernetesContractTarget';

/** What the parts of the contract share: a client, and a namespace of their own making. */
export class ContractScene {
  readonly #connect: () => Promise<KubernetesContractTarget>;
  readonly namespace: string;
  #client: ContractClient | undefined;
  #target: KubernetesContractTarget | undefined;

  private constructor(
    connect: () => Promise<KubernetesContractTarget>,
    namespace: string,
  ) {
    this.#connect = connect;
    this.namespace = namespace;
  }

  static create(
    connect: () => Promise<KubernetesContractTarget>,
    namespace: string,
  ): ContractScene {
    return new ContractScene(connect, namespace);
  }

  get client(): ContractClient {
    if (!this.#client) {
      throw new Error('the scene has not been opened');
    }
    return this.#client;
  }

  /** Collection of ConfigMaps: no controller touches those that the contract makes. */
  get configMaps(): string {
    return `/api/v1/namespaces/${this.namespace}/configmaps`;
  }

  get deployments(): string {
    return `/apis/apps/v1/namespaces/${this.namespace}/deployments`;
  }

  async open(): Promise<void> {
    this.#target = await this.#connect();
    this.#client = ContractClient.create(this.#target);
    await this.client.post('/api/v1/namespaces', {
      metadata: { name: this.namespace },
    });
  }

  async close(): Promise<void> {
    await this.client.call('DELETE', `/api/v1/namespaces/${this.namespace}`);
    this.client.close();
  }

  /** Makes a ConfigMap and gives what the server answered. */
  async configMap(
    name: string,
    labels: Record<string, string>,
    data?: Record<string, string>,
  ): Promise<Body> {
    const answer = await this.client.post(this.configMaps, {
      metadata: { name, labels },
      data,
    });
    return answer.body;
  }

  async forgetHistory(): Promise<void> {
    await this.#target?.forgetHistory();
  }

  mergePatch(path: string, body: unknown): Promise<Answer> {
    return this.client.call('PATCH', path, {
      body,
      contentType: 'application/merge-patch+json',
    });
  }

  /** Server-side apply by a manager. @param query - more parameters, such as `&force=true` */
  apply(
    path: string,
    manager: string,
    body: unknown,
    query = '',
  ): Promise<Answer> {
    const address = `${path}?fieldManager=${manager}${query}`;
    return this.client.call('PATCH', address, {
      body,
      contentType: 'application/apply-patch+yaml',
    });
  }

  strategicPatch(path: string, body: unknown): Promise<Answer> {
    return this.client.call('PATCH', path, {
      body,
      contentType: 'application/strategic-merge-patch+json',
    });
  }

  /** The revision at which a watch may begin to see only what comes. */
  async revision(): Promise<string> {
    const { body } = await this.client.get(this.configMaps);
    return body.metadata.resourceVersion ?? '';
  }
}

/** The body of a refusal. */
export function status(
  code: number,
  reason: string | undefined,
  message: unknown,
  details?: unknown,
): Record<string, unknown> {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    ...(reason !== undefined && { reason }),
    ...(details !== undefined && { details }),
    code,
  };
}
