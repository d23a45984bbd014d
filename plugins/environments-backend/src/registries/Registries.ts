import { RegistryOptions } from '../config/types';
import { OciRegistry } from './OciRegistry';
import { RegistryError } from './RegistryError';
import { SharedRegistry } from './SharedRegistry';
import { Registry } from './types';

/** The same failure is told once in that time, in milliseconds. */
const TOLD_MS = 10 * 60_000;

/** The registries of the configuration. There are no others: what a person types never becomes an address. */
export class Registries {
  readonly #byHost: ReadonlyMap<string, Registry>;
  readonly #clients: readonly OciRegistry[];

  /**
   * @param given.patienceMs - until an answer of a registry has to be whole; 5 s unless told
   * @param given.onFailure - is told what went wrong, not the same again and again
   */
  static create(given: {
    readonly options: readonly RegistryOptions[];
    readonly now: () => number;
    readonly patienceMs?: number;
    readonly onFailure?: (error: RegistryError) => void;
  }): Registries {
    return new Registries(
      given.options.map(options => OciRegistry.create({ ...given, options })),
      given,
    );
  }

  private constructor(
    clients: readonly OciRegistry[],
    {
      now,
      onFailure,
    }: {
      readonly now: () => number;
      readonly onFailure?: (error: RegistryError) => void;
    },
  ) {
    const told = new Map<string, number>();
    const tell = (error: RegistryError) => {
      if (now() - (told.get(error.message) ?? -Infinity) >= TOLD_MS) {
        told.set(error.message, now());
        onFailure?.(error);
      }
    };

    this.#clients = clients;
    this.#byHost = new Map(
      clients.map(registry => [
        registry.host,
        SharedRegistry.create({ registry, now, onFailure: tell }),
      ]),
    );
  }

  /** @param host - as images name it */
  find(host: string): Registry | undefined {
    return this.#byHost.get(host);
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await Promise.all(this.#clients.map(one => one.close()));
  }
}
