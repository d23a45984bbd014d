import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/** Stands between a backend and its database, and takes it away: nobody listens, or nobody answers. */
export class DatabaseProxy {
  readonly #target: { readonly host: string; readonly port: number };
  readonly #pairs = new Map<Socket, Socket>();
  #server: Server | undefined;
  #isSilent = false;

  /** Where it listens, on the loopback; stays the same. */
  port = 0;

  static async start(target: {
    readonly host: string;
    readonly port: number;
  }): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(target);
    await proxy.restore();
    return proxy;
  }

  private constructor(target: {
    readonly host: string;
    readonly port: number;
  }) {
    this.#target = target;
  }

  /** Breaks every connection and refuses new ones. */
  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.close();
    for (const [client, database] of this.#pairs) {
      client.destroy();
      database.destroy();
    }
    if (server?.listening) {
      await once(server, 'close');
    }
  }

  /** Keeps connections open and lets no answer through. */
  silence(): void {
    this.#isSilent = true;
    this.#pairs.forEach((database, client) => database.unpipe(client));
  }

  /** Everything is as it was; answers that were held back arrive. */
  async restore(): Promise<void> {
    this.#isSilent = false;
    this.#pairs.forEach((database, client) => database.pipe(client));
    if (!this.#server) {
      this.#server = createServer(client => this.#join(client));
      this.#server.listen(this.port, '127.0.0.1');
      await once(this.#server, 'listening');
      this.port = (this.#server.address() as AddressInfo).port;
    }
  }

  #join(client: Socket): void {
    const database = connect(this.#target);
    this.#pairs.set(client, database);
    const part = () => {
      this.#pairs.delete(client);
      client.destroy();
      database.destroy();
    };
    for (const end of [client, database]) {
      end.on('error', part).on('close', part);
    }
    client.pipe(database);
    if (!this.#isSilent) {
      database.pipe(client);
    }
  }
}
