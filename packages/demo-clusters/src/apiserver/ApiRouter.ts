import { IncomingMessage } from 'node:http';
import { RunArchive } from '../logs/RunArchive';
import { UsageArchive } from '../usage/UsageArchive';
import { ObjectWriter } from '../writes/ObjectWriter';
import { StatusError } from '../writes/StatusError';
import { Authenticator } from './Authenticator';
import { Call, ResourceTarget } from './Call';
import { parseSelection } from './ListRequest';
import { ListSnapshots } from './ListSnapshots';
import { OpenStreams, OpenStreamsOptions } from './OpenStreams';
import { RequestCounter } from './RequestCounter';
import { parseRequestTarget } from './RequestTarget';
import { ResponseWriter } from './ResponseWriter';
import { DemoToken } from './Token';
import { ARCHIVE_PATH, answerArchive } from './answerArchive';
import { METRICS_PATH, answerMetrics } from './answerMetrics';
import { answerReview } from './answerReview';
import { answerUsage, usageNamespaceOf } from './answerUsage';
import { answerWrite } from './answerWrite';
import { ServerVersion, discoveryDocument } from './discovery';
import { listObjects, writeList } from './listObjects';
import { parseJsonObject, readBody } from './readBody';
import { verbOf } from './verbOf';

/** What the routes stand on. */
export interface ApiRouterOptions extends OpenStreamsOptions {
  readonly writer: ObjectWriter;
  readonly authenticator: Authenticator;
  readonly snapshots: ListSnapshots;
  readonly counter: RequestCounter;
  readonly version: ServerVersion;
  readonly archive: RunArchive;
  readonly usage: UsageArchive;
}

/** The routes of one API server: who asks, what for, may they, and the answer. */
export class ApiRouter {
  readonly #options: ApiRouterOptions;
  readonly #streams: OpenStreams;

  private constructor(options: ApiRouterOptions) {
    this.#options = options;
    this.#streams = OpenStreams.create(options);
  }

  static create(options: ApiRouterOptions): ApiRouter {
    return new ApiRouter(options);
  }

  /** Watches that are open at this moment. */
  get openWatches(): number {
    return this.#streams.watches;
  }

  /** Ends every open watch and every followed log in good order. */
  endStreams(): void {
    this.#streams.end();
  }

  /** Answers one request; never throws. */
  async handle(request: IncomingMessage, writer: ResponseWriter) {
    const { authenticator, counter, gate } = this.#options;
    const url = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    try {
      await gate.pass();
      const token = authenticator.authenticate(request.headers.authorization);
      const call = { request, writer, query: url.searchParams, token };
      const target = parseRequestTarget(url.pathname);
      const measured = usageNamespaceOf(url.pathname);
      if (measured !== undefined && method === 'GET') {
        counter.add('list');
        this.#usage(call, measured);
        return;
      }
      if (target.kind === 'path') {
        counter.add('path');
        authenticator.authorizePath(token, method, target.path);
        await this.#path(call, target.path);
        return;
      }
      const verb = verbOf(method, target, url.searchParams);
      counter.add(verb);
      this.#authorize(token, verb, target);
      await this.#resource(call, verb, target);
    } catch (error) {
      writer.error(error);
    }
  }

  #authorize(token: DemoToken, verb: string, target: ResourceTarget): void {
    const { type, namespace, name, subresource } = target;
    if (type.nature === 'review' && token.user !== 'system:anonymous') {
      return;
    }
    this.#options.authenticator.authorize(
      token,
      {
        verb,
        group: type.group,
        resource: subresource
          ? `${type.resource}/${subresource}`
          : type.resource,
        // To the real server a namespace lies in itself.
        namespace: type.resource === 'namespaces' ? name : namespace,
      },
      name,
    );
  }

  #usage({ token, writer }: Call, namespace: string): void {
    const { authenticator, store, clock } = this.#options;
    const group = 'metrics.k8s.io';
    const resource = 'pods';
    authenticator.authorize(
      token,
      { verb: 'list', group, resource, namespace },
      undefined,
    );
    writer.json(200, answerUsage(store, namespace, clock()));
  }

  async #path(call: Call, path: string): Promise<void> {
    if (path.startsWith(`${ARCHIVE_PATH}/`)) {
      const { archive, clock } = this.#options;
      const { query, writer } = call;
      await answerArchive(archive, { path, query, writer, now: clock() });
      return;
    }
    if (path.startsWith(`${METRICS_PATH}/`)) {
      const { usage, clock } = this.#options;
      call.writer.json(200, answerMetrics(usage, path, call.query, clock()));
      return;
    }
    if (['/readyz', '/livez', '/healthz'].includes(path)) {
      call.writer.text(200, 'ok');
      return;
    }
    const host = call.request.headers.host ?? '127.0.0.1';
    const document = discoveryDocument(path, this.#options.version, host);
    if (document) {
      call.writer.json(200, document);
    } else {
      call.writer.text(404, '404 page not found\n');
    }
  }

  async #resource(call: Call, verb: string, target: ResourceTarget) {
    const { type, namespace, name, subresource } = target;
    const { writer, query } = call;
    const { store, snapshots } = this.#options;
    if (type.nature === 'review') {
      const body = parseJsonObject(await readBody(call.request), 'bad review');
      writer.json(201, answerReview(type, call.token, body));
    } else if (subresource === 'log') {
      await this.#streams.log(call, verb, target);
    } else if (verb === 'get') {
      const found = store.get(type, namespace, name ?? '');
      if (!found) {
        throw StatusError.notFound(type, name ?? '');
      }
      writer.raw(200, found.json());
    } else if (verb === 'list') {
      const selection = parseSelection(type, namespace, undefined, query);
      const page = listObjects(store, snapshots, type, selection, query);
      await writeList(writer, type, page);
    } else if (verb === 'watch') {
      await this.#streams.watch(call, target);
    } else {
      await answerWrite(this.#options.writer, call, verb, target);
    }
  }
}
