import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { LoadObject, loadObjects, LoadObjects, LoadWorld } from './loadObjects';
import { LoadWatch } from './LoadWatch';

/** A change as the history keeps it. */
export interface LoadChange {
  readonly version: number;
  readonly mark: number;
  readonly object: LoadObject;
}

/** What has reached an API server. */
export interface LoadCounts {
  lists: number;
  watches: number;
  /** Watches that began with a list. */
  initialWatches: number;
  other: number;
}

/** Changes that a late watch may still have. */
const HISTORY = 20_000;
const KINDS: Readonly<Record<string, string>> = {
  namespaces: 'Namespace',
  deployments: 'Deployment',
  replicasets: 'ReplicaSet',
  pods: 'Pod',
};

/**
 * As much of an API server as a load needs, and as cheap as can be: lists, pages, watches with initial events,
 * bookmarks, 410, and silence. It makes thousands of changes a second, so it lives in a process of its own.
 */
export class LoadCluster {
  readonly name: string;
  readonly counts: LoadCounts = {
    lists: 0,
    watches: 0,
    initialWatches: 0,
    other: 0,
  };
  readonly #objects: LoadObjects;
  readonly #server: Server;
  readonly #watches = new Set<LoadWatch>();
  readonly #held: (() => void)[] = [];
  #history: LoadChange[] = [];
  #version = 1;
  #oldest = 1;
  #silent = false;

  static async start(world: LoadWorld): Promise<LoadCluster> {
    const cluster = new LoadCluster(world);
    await new Promise<void>(resolve => {
      cluster.#server.listen(0, '127.0.0.1', resolve);
    });
    return cluster;
  }

  private constructor(world: LoadWorld) {
    this.name = world.name;
    this.#objects = loadObjects(world);
    this.#server = createServer((request, response) =>
      this.#whenHeard(() => this.#answer(request, response)),
    );
    this.#server.keepAliveTimeout = 600_000;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Bytes that watches have been given and have not taken. */
  get backlog(): number {
    return [...this.#watches].reduce((sum, watch) => sum + watch.backlog, 0);
  }

  /** Requests that silence holds back. */
  get waiting(): number {
    return this.#held.length;
  }

  /** The pods of an app, or all. */
  pods(app?: string): LoadObject[] {
    const pods = this.#objects.get('/api/v1/pods') ?? [];
    return app === undefined ? pods : pods.filter(pod => pod.app === app);
  }

  /** Changes a pod, and tells every watch of pods. */
  touch(object: LoadObject, mark: number): void {
    this.#version += 1;
    object.version = this.#version;
    object.mark = mark;
    this.#history.push({ version: this.#version, mark, object });
    if (this.#history.length > 2 * HISTORY) {
      this.#history.splice(0, HISTORY);
      this.#oldest = this.#history[0].version - 1;
    }
    if (this.#silent) {
      return;
    }
    const line = `{"type":"MODIFIED","object":${object.text(
      this.#version,
      mark,
    )}}\n`;
    this.#watches.forEach(watch => watch.send('/api/v1/pods', line));
  }

  /** Accepts connections and never answers, or answers again. */
  setSilent(silent: boolean): void {
    this.#silent = silent;
    if (!silent) {
      // A watch that stayed open has missed what happened meanwhile.
      this.#watches.forEach(watch => watch.cut());
      this.#held.splice(0).forEach(answer => answer());
    }
  }

  /** Cuts every connection; optionally nobody can go on from where they were. */
  cut(options: { forget: boolean }): void {
    if (options.forget) {
      this.#history = [];
      this.#version += 1;
      this.#oldest = this.#version;
    }
    this.#server.closeAllConnections();
  }

  stop(): void {
    this.#held.splice(0);
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #whenHeard(answer: () => void): void {
    if (this.#silent) {
      this.#held.push(answer);
    } else {
      answer();
    }
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://load');
    // Lists of one namespace are those of all, narrowed.
    const place = /^(.*\/v\d\w*)\/namespaces\/([\w-]+)(\/\w+)$/.exec(
      url.pathname,
    );
    const objects = place
      ? this.#objects
          .get(`${place[1]}${place[3]}`)
          ?.filter(({ namespace }) => namespace === place[2])
      : this.#objects.get(url.pathname);
    if (url.searchParams.get('watch') === 'true') {
      this.#watch(url, response);
    } else if (url.pathname === '/readyz') {
      response.end('ok');
    } else if (url.pathname === '/version') {
      sendJson(response, '{"gitVersion":"v1.36.3"}');
    } else if (
      objects ||
      place ||
      /^\/apis?\/.*v\d+[a-z0-9]*\/\w+$/.test(url.pathname)
    ) {
      this.#list(url, objects ?? [], response);
    } else {
      this.counts.other += 1;
      response.statusCode = 404;
      sendJson(response, '{"kind":"Status","code":404,"reason":"NotFound"}');
    }
  }

  #list(
    { pathname, searchParams }: URL,
    all: readonly LoadObject[],
    response: ServerResponse,
  ): void {
    this.counts.lists += 1;
    const app = /kubernetes-id=([\w-]+)/.exec(
      searchParams.get('labelSelector') ?? '',
    )?.[1];
    const chosen = app ? all.filter(object => object.app === app) : all;
    const start = Number(searchParams.get('continue') ?? 0);
    const limit = Number(searchParams.get('limit') ?? chosen.length);
    const page = chosen.slice(start, start + limit);
    const next = start + limit < chosen.length ? String(start + limit) : '';
    const resource = pathname.split('/').at(-1) ?? '';
    sendJson(
      response,
      `{"kind":"${
        KINDS[resource] ?? 'Object'
      }List","apiVersion":"v1","metadata":{"resourceVersion":"${
        this.#version
      }","continue":"${next}"},"items":[${page
        .map(object => object.text(object.version, object.mark))
        .join(',')}]}`,
    );
  }

  #watch({ pathname, searchParams }: URL, response: ServerResponse): void {
    const initial = searchParams.get('sendInitialEvents') === 'true';
    this.counts.watches += 1;
    this.counts.initialWatches += initial ? 1 : 0;
    const watch = LoadWatch.open(
      pathname,
      response,
      () => this.#version,
      () => this.#watches.delete(watch),
    );
    const from = Number(searchParams.get('resourceVersion') || this.#version);
    if (!initial && from < this.#oldest) {
      watch.expire();
      return;
    }
    this.#watches.add(watch);
    if (initial) {
      const objects = this.#objects.get(pathname) ?? [];
      watch.sendAll(
        objects.map(object => () => object.text(object.version, object.mark)),
        this.#version,
      );
    } else if (pathname === '/api/v1/pods') {
      for (const { version, mark, object } of this.#history) {
        if (version > from) {
          const text = object.text(version, mark);
          watch.send(pathname, `{"type":"MODIFIED","object":${text}}\n`);
        }
      }
    }
  }
}

function sendJson(response: ServerResponse, text: string): void {
  response.setHeader('content-type', 'application/json');
  response.end(text);
}
