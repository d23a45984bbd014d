import { RegistryOptions } from '../config/types';
import { OciRegistry } from './OciRegistry';
import { SharedRegistry } from './SharedRegistry';
import { Registry } from './types';

/** The registries of the configuration. There are no others: what a person types never becomes an address. */
export class Registries {
  readonly #byHost: ReadonlyMap<string, Registry>;
  readonly #clients: readonly OciRegistry[];

  /** @param given.patienceMs - until an answer of a registry has to be whole; 5 s unless told */
  static create(given: {
    readonly options: readonly RegistryOptions[];
    readonly now: () => number;
    readonly patienceMs?: number;
  }): Registries {
    return new Registries(
      given.options.map(options => OciRegistry.create({ ...given, options })),
      given.now,
    );
  }

  private constructor(clients: readonly OciRegistry[], now: () => number) {
    this.#clients = clients;
    this.#byHost = new Map(
      clients.map(registry => [
        registry.host,
        SharedRegistry.create({ registry, now }),
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
