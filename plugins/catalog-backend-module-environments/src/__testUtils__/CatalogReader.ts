import { mockCredentials, TestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';

/** Milliseconds for which the catalog may take its time: it looks for work once a second. */
const PATIENCE_MS = 20_000;

/** Reads a catalog over HTTP as a person does. */
export class CatalogReader {
  readonly #portal: TestBackend;

  static create(portal: TestBackend): CatalogReader {
    return new CatalogReader(portal);
  }

  private constructor(portal: TestBackend) {
    this.#portal = portal;
  }

  /**
   * By name, in its order.
   *
   * @param filter - such as `kind=domain`
   */
  async read(filter: string, person?: string): Promise<Entity[]> {
    const answer = await this.#get(
      `entities?filter=${encodeURIComponent(filter)}`,
      person,
    );
    if (!answer.ok) {
      throw new Error(`The catalog answers ${answer.status}`);
    }
    const entities: Entity[] = await answer.json();
    return entities.sort((one, other) =>
      one.metadata.name.localeCompare(other.metadata.name),
    );
  }

  /** @param path - such as `resource/default/dev-1` */
  async statusOf(path: string, person: string): Promise<number> {
    return (await this.#get(`entities/by-name/${path}`, person)).status;
  }

  /** The entities, once they are as expected; else as they were at last. */
  async eventually(
    filter: string,
    isExpected: (entities: Entity[]) => boolean,
  ): Promise<Entity[]> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const entities = await this.read(filter);
      if (isExpected(entities) || Date.now() > end) {
        return entities;
      }
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  }

  #get(path: string, person?: string): Promise<Response> {
    return fetch(
      `http://localhost:${this.#portal.server.port()}/api/catalog/${path}`,
      { headers: { authorization: mockCredentials.user.header(person) } },
    );
  }
}
