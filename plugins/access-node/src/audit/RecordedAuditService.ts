import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import {
  AuditEnd,
  AuditRecord,
} from '@domaindeck/backstage-plugin-access-common';
import { principalRef } from './principalRef';
import { AuditDetails, AuditEvent, AuditService, OpenAudit } from './types';

/** What {@link RecordedAuditService} needs. @public */
export interface RecordedAuditOptions {
  /** Backstage's auditor, which is told as well. */
  readonly auditor: AuditService;
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  readonly fetch: typeof fetch;
}

/**
 * Writes to Backstage's auditor and into the record of the `access` backend, in this process or another one.
 * @public
 */
export class RecordedAuditService implements AuditService {
  readonly #options: RecordedAuditOptions;

  static create(options: RecordedAuditOptions): RecordedAuditService {
    return new RecordedAuditService(options);
  }

  private constructor(options: RecordedAuditOptions) {
    this.#options = options;
  }

  async begin(event: AuditEvent): Promise<OpenAudit> {
    const id = await this.#write(recordOf(event, { outcome: 'started' }));
    const log = await this.#options.auditor.begin(event);
    return {
      done: async details => {
        await log.done(details);
        await this.#end(id, { outcome: 'done', ...plain(details) });
      },
      failed: async (error, details) => {
        await log.failed(error, details);
        await this.#end(id, {
          outcome: 'failed',
          reason: error.message.slice(0, 2000),
          ...plain(details),
        });
      },
    };
  }

  async refused(event: AuditEvent, reason: string): Promise<void> {
    await this.#options.auditor.refused(event, reason);
    await this.#write(
      recordOf(event, { outcome: 'refused', reason: reason.slice(0, 2000) }),
    );
  }

  async #write(record: AuditRecord): Promise<string> {
    const response = await this.#request('POST', '/internal/audit', record);
    const { id } = (await response.json()) as { id: string };
    return id;
  }

  async #end(id: string, end: AuditEnd): Promise<void> {
    await this.#request(
      'PATCH',
      `/internal/audit/${encodeURIComponent(id)}`,
      end,
    );
  }

  async #request(
    method: string,
    path: string,
    body: AuditRecord | AuditEnd,
  ): Promise<Response> {
    const { auth, discovery, fetch } = this.#options;
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'access',
      });
      const response = await fetch(
        `${await discovery.getBaseUrl('access')}${path}`,
        {
          method,
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
          },
          body: JSON.stringify(body),
        },
      );
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return response;
    } catch (error) {
      throw new ServiceUnavailableError(
        'The record of what is done could not be written; nothing is done without it',
        error,
      );
    }
  }
}

function recordOf(
  event: AuditEvent,
  rest: Pick<AuditRecord, 'outcome' | 'reason'>,
): AuditRecord {
  const { credentials, domains, ...told } = event;
  return {
    ...told,
    ...rest,
    who: principalRef(credentials),
    domains: [...domains],
  };
}

function plain(details: AuditDetails | undefined): Partial<AuditEnd> {
  return { ...details };
}
