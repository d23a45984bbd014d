import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  StreamRecord,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { sendPageFile } from './sendPageFile';
import { SizeWorld } from './sizeWorld';

/** Serves the measured page and what its tab asks the backend, of one fixed world that a caller may change. */
export class SizeServer {
  readonly #server: Server;
  readonly #folder: string;
  readonly #answers: ReadonlyMap<string, Buffer>;
  readonly #streams = new Set<ServerResponse>();
  #revision = 0;

  static async start(world: SizeWorld, folder: string): Promise<SizeServer> {
    const server = new SizeServer(world, folder);
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  private constructor(world: SizeWorld, folder: string) {
    this.#folder = folder;
    const { snapshot, environments } = world;
    const { clusters } = snapshot;
    this.#answers = new Map(
      Object.entries({
        workloads: snapshot,
        environments: { items: environments, clusters },
        changes: { items: [], clusters },
        events: { items: [], clusters },
      }).map(([name, answer]) => [name, gzipSync(JSON.stringify(answer))]),
    );
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(error => response.destroy(error));
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** How many tabs follow. */
  get followers(): number {
    return this.#streams.size;
  }

  /** Tells every tab of a changed workload. */
  push(item: Workload): void {
    this.#revision += 1;
    const record: StreamRecord = {
      type: 'upsert',
      revision: String(this.#revision),
      item,
    };
    this.#streams.forEach(stream =>
      stream.write(`${JSON.stringify(record)}\n`),
    );
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.endsWith('/workloads/stream')) {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.flushHeaders();
      this.#streams.add(response);
      response.on('close', () => this.#streams.delete(response));
      return;
    }
    const entity = /^\/api\/workloads\/entities\/[^/]+\/[^/]+\/[^/]+\/(\w+)$/;
    const answer = this.#answers.get(entity.exec(pathname)?.[1] ?? '');
    if (answer) {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      });
      response.end(answer);
      return;
    }
    if (pathname.startsWith('/api/')) {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ error: { name: 'NotFoundError', message: 'none' } }),
      );
      return;
    }
    await sendPageFile(this.#folder, pathname, response);
  }
}
