import { once } from 'node:events';
import { connect, createServer, Server, Socket } from 'node:net';

/**
 * Stands before a server and hands every byte through, until it is closed: then connections are accepted and nothing
 * is ever answered, as behind a firewall that drops packets.
 */
export class TcpGate {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #open = true;

  /** @param target - port on the loopback that is behind the gate */
  static async start(target: number): Promise<TcpGate> {
    const gate = new TcpGate(target);
    gate.#server.listen(0, '127.0.0.1');
    await once(gate.#server, 'listening');
    return gate;
  }

  private constructor(target: number) {
    this.#server = createServer(client => {
      this.#keep(client);
      const upstream = this.#keep(connect(target, '127.0.0.1'));
      this.#pass(client, upstream);
      this.#pass(upstream, client);
    });
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** Swallows everything from now on, also on connections that stand. */
  close(): void {
    this.#open = false;
  }

  /** Lets through again; what was swallowed is lost, so standing connections break. */
  open(): void {
    this.#open = true;
    this.#dropAll();
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#dropAll();
    await once(this.#server, 'close');
  }

  #pass(from: Socket, to: Socket): void {
    from.on('data', chunk => {
      if (this.#open && !to.write(chunk)) {
        from.pause();
        to.once('drain', () => from.resume());
      }
    });
    from.on('close', () => to.destroy());
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // A reset is one of the ways in which a connection ends; `close` follows.
    socket.on('error', () => socket.destroy());
    return socket;
  }

  #dropAll(): void {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }
}
