import { AuditorService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { principalRef } from './principalRef';
import { AuditEvent, AuditService, OpenAudit } from './types';

/**
 * Writes to Backstage's auditor, which puts one line for the beginning and one for the end into the log.
 * @public
 */
export class AuditorAuditService implements AuditService {
  readonly #auditor: AuditorService;

  static create(auditor: AuditorService): AuditorAuditService {
    return new AuditorAuditService(auditor);
  }

  private constructor(auditor: AuditorService) {
    this.#auditor = auditor;
  }

  async begin(event: AuditEvent): Promise<OpenAudit> {
    const open = await this.#open(event);
    return {
      done: details => open.success({ meta: json({ ...details }) }),
      failed: (error, details) =>
        open.fail({ error, meta: json({ ...details }) }),
    };
  }

  async refused(event: AuditEvent, reason: string): Promise<void> {
    const open = await this.#open(event);
    await open.fail({ error: new Error(reason) });
  }

  async #open(event: AuditEvent) {
    const { credentials, verb, ...rest } = event;
    try {
      return await this.#auditor.createEvent({
        // The auditor's own names are kebab-case.
        eventId: verb.replace('.', '-'),
        severityLevel: 'medium',
        meta: json({ ...rest, who: principalRef(credentials) }),
      });
    } catch (error) {
      throw new ForwardedError(
        'Nothing was done, because the record of it could not be written',
        error,
      );
    }
  }
}

/** Without the properties that are undefined, which JSON does not have. */
function json(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
