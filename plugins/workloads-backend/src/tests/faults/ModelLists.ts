import { Chance } from './Chance';
import { ModelAnswer, ModelAnswers } from './ModelAnswers';
import { ModelObject, ModelStore } from './ModelStore';

/** An API server caps pages as it likes; a small cap makes a small world have many. */
const PAGE = 5;

/** The lists of a server: pages of what the storage held when the first was asked for. */
export class ModelLists {
  readonly #write: ModelAnswers;
  readonly #chance: Chance;
  readonly #snapshots = new Map<string, readonly ModelObject[]>();

  static create(write: ModelAnswers, chance: Chance): ModelLists {
    return new ModelLists(write, chance);
  }

  private constructor(write: ModelAnswers, chance: Chance) {
    this.#write = write;
    this.#chance = chance;
  }

  /** Lists that are under way cannot be gone on with. */
  forget(): void {
    this.#snapshots.clear();
  }

  page(
    store: ModelStore,
    query: URLSearchParams,
    identitiesOnly: boolean,
  ): ModelAnswer {
    const [snapshot, version, start] = (
      query.get('continue') ?? `${this.#keep(store)} ${store.version} 0`
    ).split(' ');
    const objects = this.#snapshots.get(snapshot);
    if (!objects) {
      return this.#write.status(410, 'the continue parameter is too old', {
        reason: 'Expired',
      });
    }
    const from = Number(start);
    const end = from + Math.min(PAGE, Number(query.get('limit') ?? PAGE));
    const items = objects
      .slice(from, end)
      .map(object => (identitiesOnly ? { metadata: object.metadata } : object));
    const next = end < objects.length && `${snapshot} ${version} ${end}`;
    const metadata = {
      resourceVersion: version,
      ...(next ? { continue: next } : {}),
    };
    return this.#write.respond(
      200,
      JSON.stringify({ kind: 'List', metadata, items }),
    );
  }

  #keep(store: ModelStore): string {
    const name = `s${this.#snapshots.size}x${this.#chance.below(1e6)}`;
    this.#snapshots.set(name, store.objects);
    return name;
  }
}
