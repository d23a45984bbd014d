import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  EnvironmentChange,
  EnvironmentStore,
  NewHistoryEntry,
  StoredEnvironment,
} from '../store/types';
import { AskedChange } from './changes';
import { Asker } from './types';

/** How often a change is tried again when somebody else changed the same record in between. */
const ATTEMPTS = 5;

/** Writes what a person asks over a record, whoever else writes at the same moment. */
export class RecordWriter {
  readonly #store: EnvironmentStore;
  readonly #now: () => number;
  readonly #changed: (environment: StoredEnvironment) => void;

  /** @param options - `changed`: is told of every change that was written */
  static create(options: {
    store: EnvironmentStore;
    now: () => number;
    changed: (environment: StoredEnvironment) => void;
  }): RecordWriter {
    return new RecordWriter(options);
  }

  private constructor(options: {
    store: EnvironmentStore;
    now: () => number;
    changed: (environment: StoredEnvironment) => void;
  }) {
    this.#store = options.store;
    this.#now = options.now;
    this.#changed = options.changed;
  }

  /** @throws NotFoundError */
  async find(id: string): Promise<StoredEnvironment> {
    const environment = await this.#store.find(id);
    if (!environment) {
      throw new NotFoundError(`There is no environment "${id}"`);
    }
    return environment;
  }

  /**
   * Writes what is asked over the record as it is then, again when somebody was quicker.
   *
   * @param ask - may throw what the person is told
   * @param entry - of the history, signed with the person
   */
  async change(
    id: string,
    asker: Asker,
    ask: (environment: StoredEnvironment) => AskedChange,
    entry?: NewHistoryEntry,
  ): Promise<StoredEnvironment> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const environment = await this.find(id);
      const { change, wish } = ask(environment);
      const written = await this.#store.write(
        id,
        { version: environment.version },
        this.#signed(change, asker, entry),
        wish,
      );
      if (written) {
        this.#changed(written);
        return written;
      }
    }
    throw new ConflictError(
      'The environment changes all the time just now; try again',
    );
  }

  /**
   * Writes what nobody asked for over the record as it was read.
   *
   * @returns undefined when it has changed since; nothing is written then
   */
  async changeAlone(
    environment: StoredEnvironment,
    { change, wish }: AskedChange,
    entry: NewHistoryEntry,
  ): Promise<StoredEnvironment | undefined> {
    const written = await this.#store.write(
      environment.id,
      { version: environment.version },
      {
        ...change,
        fields: { ...change.fields, updatedAt: this.#now() },
        history: [...(change.history ?? []), entry],
      },
      wish,
    );
    if (written) {
      this.#changed(written);
    }
    return written;
  }

  #signed(
    change: EnvironmentChange,
    asker: Asker,
    entry: NewHistoryEntry | undefined,
  ): EnvironmentChange {
    const at = this.#now();
    return {
      ...change,
      fields: {
        ...change.fields,
        updatedAt: at,
        lastUsed: { at, by: asker.ref },
      },
      history: [...(change.history ?? []), ...(entry ? [entry] : [])].map(
        one => ({ ...one, who: asker.ref }),
      ),
    };
  }
}
