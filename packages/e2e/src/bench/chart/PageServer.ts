import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { sendPageFile } from '../tabSize/sendPageFile';

/** Serves a built page that asks no backend. */
export class PageServer {
  readonly #server: Server;

  static async start(folder: string): Promise<PageServer> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      sendPageFile(folder, pathname, response).catch(error =>
        response.destroy(error),
      );
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new PageServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
