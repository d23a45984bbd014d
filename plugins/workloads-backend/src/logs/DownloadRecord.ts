import {
  AuditEvent,
  AuditService,
  OpenAudit,
} from '@domaindeck/backstage-plugin-access-node';
import { LogDownloadRequest } from '@domaindeck/backstage-plugin-workloads-common';
import { EntityResolver } from '../entities';
import { LogsRequest } from './LogsService';

type Download = LogsRequest<LogDownloadRequest>;

/** Writes each download of logs into the record: who, of what, where, and how it ended. Never what the logs say. */
export class DownloadRecord {
  readonly #audit: AuditService;
  readonly #resolver: EntityResolver;

  static create(options: {
    audit: AuditService;
    resolver: EntityResolver;
  }): DownloadRecord {
    return new DownloadRecord(options);
  }

  private constructor(options: {
    audit: AuditService;
    resolver: EntityResolver;
  }) {
    this.#audit = options.audit;
    this.#resolver = options.resolver;
  }

  /**
   * Passes on the texts of a download that is on record.
   * @param refs - the environments that are read, `cluster/namespace`
   * @throws ServiceUnavailableError before the first text, when the record cannot be written; nothing is then read
   */
  async *keep(
    request: Download,
    refs: readonly string[],
    texts: AsyncIterable<string>,
  ): AsyncGenerator<string> {
    // One entry for each environment: who reads the record may see some of them only.
    const events = await this.#events(request, refs);
    const open: OpenAudit[] = [];
    let characters = 0;
    let error: Error | undefined = new Error('The reader left before the end');
    try {
      for (const event of events) {
        open.push(await this.#audit.begin(event));
      }
      for await (const text of texts) {
        characters += text.length;
        yield text;
      }
      error = undefined;
    } catch (caught) {
      error = caught instanceof Error ? caught : new Error(String(caught));
      throw caught;
    } finally {
      const after = { characters };
      await Promise.all(
        open.map(one =>
          error ? one.failed(error, { after }) : one.done({ after }),
        ),
      );
    }
  }

  /** Writes that somebody who views the logs' environments may not download from them. */
  async refused(request: Download, reason: string): Promise<void> {
    const asked = request.body.sources?.map(
      ({ cluster, namespace }) => `${cluster}/${namespace}`,
    );
    for (const event of await this.#events(request, [...new Set(asked)])) {
      await this.#audit.refused(event, reason);
    }
  }

  async #events(
    request: Download,
    refs: readonly string[],
  ): Promise<AuditEvent[]> {
    const { credentials, entityRef, body, access } = request;
    const { scope } = await this.#resolver.resolve(entityRef, access);
    const event: AuditEvent = {
      credentials,
      entityRef,
      verb: 'workloads.log-download',
      domains: scope.domainRef === undefined ? [] : [scope.domainRef],
    };
    if (refs.length === 0) {
      return [event];
    }
    return refs.map(ref => {
      const [cluster, namespace] = ref.split('/');
      const names = (body.sources ?? [])
        .filter(
          source =>
            source.cluster === cluster && source.namespace === namespace,
        )
        .flatMap(({ workload, pod }) => pod ?? workload ?? []);
      return {
        ...event,
        environment: { cluster, namespace },
        ...(names.length === 1
          ? { object: { kind: 'Log', name: names[0] } }
          : {}),
      };
    });
  }
}
