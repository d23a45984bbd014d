import { isError } from '@backstage/errors';
import {
  LogContext,
  LogContextRequest,
  LogDownloadRequest,
  LogHistogram,
  LogHistogramRequest,
  LogPage,
  LogRecord,
  LogSearchRequest,
  LogSelector,
  LogSources,
  LogStreamRequest,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { EntityResolver } from '../entities';
import { AccessGate, EnvironmentAccess, VerbRefusal } from '../permissions';
import { EntityRequest } from '../workloads';
import { admitTo } from '../workloads/admitTo';
import { guardStream } from '../workloads/guardStream';
import { DownloadRecord } from './DownloadRecord';
import { LogsRequest, LogsService } from './LogsService';

type LogVerb = 'logs' | 'log-search' | 'log-download';

/** What the authorising layer stands on. */
export interface AuthorizedLogsOptions {
  readonly inner: LogsService;
  readonly gate: AccessGate;
  readonly resolver: EntityResolver;
  readonly refusal: VerbRefusal;
  readonly record: DownloadRecord;
  readonly clock: Clock;
}

/** Lets through who holds the verb wherever the request reaches, and ends streams and downloads with the right. */
export class AuthorizedLogsService implements LogsService {
  readonly #options: AuthorizedLogsOptions;

  static create(options: AuthorizedLogsOptions): AuthorizedLogsService {
    return new AuthorizedLogsService(options);
  }

  private constructor(options: AuthorizedLogsOptions) {
    this.#options = options;
  }

  async getSources(request: EntityRequest): Promise<LogSources> {
    const { gate, inner, refusal, resolver } = this.#options;
    const { entityRef, credentials } = request;
    const access = await gate.entityAccess(entityRef, credentials);
    const { scope } = await resolver.resolve(entityRef, access);
    const sources = await inner.getSources({ ...request, access });
    return {
      ...sources,
      environments: sources.environments.map(environment =>
        environment.readable
          ? environment
          : {
              ...environment,
              refusal: refusal.error('logs', {
                what: entityRef,
                where: [environment.ref],
                ask: scope.domainOwnerRefs,
              }).message,
            },
      ),
    };
  }

  async *stream(
    request: LogsRequest<LogStreamRequest>,
  ): AsyncGenerator<readonly LogRecord[]> {
    const { inner } = this.#options;
    const verb = 'logs';
    const admitted = await this.#admit(request, verb, request.body.sources);
    yield* this.#guard(
      admitted,
      verb,
      signal => inner.stream({ ...admitted, signal }),
      (reason): LogRecord => ({ type: 'end', reason }),
    );
  }

  async search(request: LogsRequest<LogSearchRequest>): Promise<LogPage> {
    return this.#options.inner.search(
      await this.#admit(request, 'log-search', request.body.sources),
    );
  }

  async getContext(
    request: LogsRequest<LogContextRequest>,
  ): Promise<LogContext> {
    return this.#options.inner.getContext(
      await this.#admit(request, 'log-search', [request.body.source]),
    );
  }

  async getHistogram(
    request: LogsRequest<LogHistogramRequest>,
  ): Promise<LogHistogram> {
    return this.#options.inner.getHistogram(
      await this.#admit(request, 'log-search', request.body.sources),
    );
  }

  async *download(
    request: LogsRequest<LogDownloadRequest>,
  ): AsyncGenerator<string> {
    const verb = 'log-download';
    let admitted: LogsRequest<LogDownloadRequest>;
    try {
      admitted = await this.#admit(request, verb, request.body.sources);
    } catch (error) {
      if (isError(error) && error.name === 'NotAllowedError') {
        await this.#options.record.refused(request, error.message);
      }
      throw error;
    }
    const asked = admitted.body.sources?.map(
      ({ cluster, namespace }) => `${cluster}/${namespace}`,
    );
    const refs =
      asked ??
      (await this.#readable(admitted.entityRef, admitted.access, verb));
    yield* this.#options.record.keep(
      admitted,
      [...new Set(refs)],
      this.#texts(admitted),
    );
  }

  async *#texts(
    admitted: LogsRequest<LogDownloadRequest>,
  ): AsyncGenerator<string> {
    const { inner } = this.#options;
    const verb = 'log-download';
    const batches = this.#guard(
      admitted,
      verb,
      signal => piecesOf(inner.download({ ...admitted, signal })),
      reason => ({ text: `\n--- the download ends here: ${reason} ---\n` }),
    );
    for await (const batch of batches) {
      yield batch.map(({ text }) => text).join('');
    }
  }

  #guard<TRecord extends object>(
    request: EntityRequest & { readonly signal: AbortSignal },
    verb: LogVerb,
    open: (signal: AbortSignal) => AsyncIterable<readonly TRecord[]>,
    record: (verdict: 'reauthenticate' | 'revoked' | 'changed') => TRecord,
  ): AsyncGenerator<readonly TRecord[]> {
    const { clock, gate } = this.#options;
    const { entityRef, credentials, signal, access } = request;
    return guardStream({
      credentials,
      signal,
      clock,
      open,
      record,
      viewable: async () => ({
        before: await this.#readable(entityRef, access, verb),
        now: await this.#readable(
          entityRef,
          await gate.recheck(entityRef, credentials),
          verb,
        ),
      }),
    });
  }

  async #readable(
    entityRef: string,
    access: EnvironmentAccess | undefined,
    verb: LogVerb,
  ): Promise<string[]> {
    const { resolver } = this.#options;
    const { environments } = await resolver.resolve(entityRef, access);
    return environments
      .map(environment => resolver.describe(environment, access))
      .filter(({ verbs }) => verbs.includes(verb))
      .map(({ ref }) => ref);
  }

  /**
   * @throws NotFoundError for an environment that the caller may not view
   * @throws NotAllowedError where the caller views, and lacks the verb
   */
  #admit<TRequest extends EntityRequest>(
    request: TRequest,
    verb: LogVerb,
    selectors:
      | readonly Pick<LogSelector, 'cluster' | 'namespace'>[]
      | undefined,
  ): Promise<TRequest> {
    return admitTo(request, verb, selectors, this.#options);
  }
}

async function* piecesOf(
  texts: AsyncIterable<string>,
): AsyncGenerator<readonly { text: string }[]> {
  for await (const text of texts) {
    yield [{ text }];
  }
}
