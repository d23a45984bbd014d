import { Agent, request } from 'undici';
import { ComparedCluster } from './StockFetcher';

/** Writes into a cluster as its administrator. */
export class WorldWriter {
  readonly #cluster: ComparedCluster;
  readonly #agent: Agent;

  /** @param cluster - with the administrator's token */
  static create(cluster: ComparedCluster): WorldWriter {
    return new WorldWriter(cluster);
  }

  private constructor(cluster: ComparedCluster) {
    this.#cluster = cluster;
    this.#agent = new Agent({ connect: { ca: cluster.ca } });
  }

  create(list: string, body: object): Promise<boolean> {
    return this.#send('POST', list, body);
  }

  patch(object: string, body: object): Promise<boolean> {
    return this.#send('PATCH', object, body);
  }

  remove(object: string): Promise<boolean> {
    return this.#send('DELETE', object);
  }

  stop(): Promise<void> {
    return this.#agent.close();
  }

  /** @returns whether there was something to do: what a controller took away in the meantime is none */
  async #send(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<boolean> {
    const answer = await request(`${this.#cluster.url}${path}`, {
      method,
      dispatcher: this.#agent,
      headers: {
        authorization: `Bearer ${this.#cluster.token}`,
        'content-type':
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.body.text();
    if (answer.statusCode === 404 || answer.statusCode === 409) {
      return false;
    }
    if (answer.statusCode >= 300) {
      throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`);
    }
    return true;
  }
}
