import { IncomingMessage } from 'node:http';
import { Gate } from '../faults/Gate';
import { RunArchive } from '../logs/RunArchive';
import { Pod } from '../player/objects';
import { ObjectStore } from '../store/ObjectStore';
import { Authenticator } from './Authenticator';
import { flagParameter, integerParameter, parseSelection } from './ListRequest';
import { ListSnapshots } from './ListSnapshots';
import { parseLogOptions } from './LogOptions';
import { LogSession } from './LogSession';
import { ObjectWriter, WritePart } from './ObjectWriter';
import { RequestCounter } from './RequestCounter';
import { RequestTarget, parseRequestTarget } from './RequestTarget';
import { ResponseWriter } from './ResponseWriter';
import { StatusError } from './StatusError';
import { DemoToken } from './Token';
import { WatchDefaults, parseWatchOptions } from './WatchOptions';
import { WatchSession } from './WatchSession';
import { ARCHIVE_PATH, answerArchive } from './answerArchive';
import { answerReview } from './answerReview';
import { answerUsage, usageNamespaceOf } from './answerUsage';
import { USAGE_PATH, answerUsageHistory } from './answerUsageHistory';
import { ServerVersion, discoveryDocument } from './discovery';
import { listObjects, writeList } from './listObjects';
import { parseJsonObject, parseObject, readBody } from './readBody';

type ResourceTarget = Extract<RequestTarget, { kind: 'resource' }>;

/** What the routes stand on. */
export interface ApiRouterOptions {
  readonly store: ObjectStore;
  readonly writer: ObjectWriter;
  readonly authenticator: Authenticator;
  readonly snapshots: ListSnapshots;
  readonly counter: RequestCounter;
  readonly gate: Gate;
  readonly version: ServerVersion;
  readonly watchDefaults: WatchDefaults;
  readonly archive: RunArchive;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

interface Call {
  readonly request: IncomingMessage;
  readonly writer: ResponseWriter;
  readonly query: URLSearchParams;
  readonly token: DemoToken;
}

/** The routes of one API server: who asks, what for, may they, and the answer. */
export class ApiRouter {
  readonly #options: ApiRouterOptions;
  readonly #watches = new Set<WatchSession>();
  readonly #logs = new Set<LogSession>();

  private constructor(options: ApiRouterOptions) {
    this.#options = options;
  }

  static create(options: ApiRouterOptions): ApiRouter {
    return new ApiRouter(options);
  }

  /** Watches that are open at this moment. */
  get openWatches(): number {
    return this.#watches.size;
  }

  /** Ends every open watch and every followed log in good order. */
  endStreams(): void {
    this.#watches.forEach(watch => watch.end());
    this.#logs.forEach(log => log.end());
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
    if (path === USAGE_PATH) {
      const { store, clock } = this.#options;
      call.writer.json(200, answerUsageHistory(store, call.query, clock()));
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
      await this.#log(call, verb, target);
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
      await this.#watch(call, target);
    } else {
      const part: WritePart = subresource === 'status' ? 'status' : 'object';
      await this.#write(call, verb, target, part);
    }
  }

  async #log(call: Call, verb: string, target: ResourceTarget) {
    const { store, gate, clock } = this.#options;
    const { type, namespace, name = '' } = target;
    if (verb !== 'get') {
      throw StatusError.methodNotAllowed();
    }
    const options = parseLogOptions(name, call.query, clock());
    const pod = () =>
      store.get(type, namespace, name)?.object as Pod | undefined;
    const found = pod();
    if (!found) {
      throw StatusError.notFound(type, name);
    }
    const scene = { pod, clock, gate };
    const session = LogSession.create(found, scene, options, call.writer);
    this.#logs.add(session);
    try {
      await session.execute();
    } finally {
      this.#logs.delete(session);
    }
  }

  async #watch(call: Call, target: ResourceTarget) {
    const { store, gate, watchDefaults } = this.#options;
    const { type, namespace, name } = target;
    const session = WatchSession.create(
      {
        store,
        type,
        selection: parseSelection(type, namespace, name, call.query),
        gate,
      },
      parseWatchOptions(call.query, watchDefaults),
      call.writer,
    );
    this.#watches.add(session);
    try {
      await session.run();
    } finally {
      this.#watches.delete(session);
    }
  }

  async #write(
    call: Call,
    verb: string,
    target: ResourceTarget,
    part: WritePart,
  ) {
    const { writer: objects } = this.#options;
    const { type, namespace, name = '' } = target;
    const text = await readBody(call.request);
    if (call.query.has('dryRun')) {
      throw StatusError.badRequest('this server does no dry runs');
    }
    if (verb === 'create') {
      const { status, ...body } = parseObject(type, text);
      // Where the status has a path of its own, nobody is born with one.
      const given = type.hasStatus ? body : { ...body, status };
      const created = objects.create(type, namespace, given);
      call.writer.raw(201, created.json());
    } else if (verb === 'update') {
      const body = parseObject(type, text);
      const stored = objects.replace(type, namespace, name, part, body);
      call.writer.raw(200, stored.json());
    } else if (verb === 'patch') {
      const contentType = call.request.headers['content-type'] ?? '';
      if (!contentType.startsWith('application/merge-patch+json')) {
        throw StatusError.of(
          415,
          'UnsupportedMediaType',
          '415: Unsupported Media Type',
          {},
        );
      }
      const patch = parseJsonObject(text, 'error decoding patch');
      const stored = objects.patch(type, namespace, name, part, patch);
      call.writer.raw(200, stored.json());
    } else {
      this.#delete(call, target, text);
    }
  }

  #delete(call: Call, target: ResourceTarget, text: string): void {
    const { type, namespace, name = '' } = target;
    const options = text
      ? parseJsonObject(text, 'the delete options are unrecognized')
      : {};
    const grace =
      integerParameter(call.query, 'gracePeriodSeconds') ??
      (options.gracePeriodSeconds as number | undefined);
    const { deleted, pending } = this.#options.writer.remove(
      type,
      namespace,
      name,
      options.preconditions ?? {},
      grace,
    );
    if (pending || type.resource === 'pods') {
      call.writer.raw(200, deleted.json());
      return;
    }
    call.writer.json(200, {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: {
        name,
        ...(type.group && { group: type.group }),
        kind: type.resource,
        uid: deleted.metadata.uid,
      },
    });
  }
}

function verbOf(
  method: string,
  target: ResourceTarget,
  query: URLSearchParams,
): string {
  const { type, name } = target;
  if (type.nature === 'review') {
    if (method !== 'POST' || name !== undefined) {
      throw StatusError.methodNotAllowed();
    }
    return 'create';
  }
  if (method === 'GET') {
    if (flagParameter(query, 'watch')) {
      return 'watch';
    }
    return name === undefined ? 'list' : 'get';
  }
  if (method === 'POST' && name === undefined) {
    if (type.namespaced && target.namespace === undefined) {
      throw StatusError.methodNotAllowed();
    }
    return 'create';
  }
  const verb = { PUT: 'update', PATCH: 'patch', DELETE: 'delete' }[method];
  if (verb === undefined || name === undefined) {
    throw StatusError.methodNotAllowed();
  }
  return verb;
}
