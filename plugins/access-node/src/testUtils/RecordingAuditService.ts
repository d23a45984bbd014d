import { ServiceUnavailableError } from '@backstage/errors';
import {
  AuditDetails,
  AuditEvent,
  AuditService,
  OpenAudit,
} from '../audit/types';

/** What was written of one action. @public */
export interface WrittenAudit {
  readonly event: AuditEvent;
  outcome: 'started' | 'done' | 'failed' | 'refused';
  reason?: string;
  details?: AuditDetails;
}

/**
 * Keeps in memory what is written, and can be told to fail.
 * @public
 */
export class RecordingAuditService implements AuditService {
  readonly written: WrittenAudit[] = [];
  #failing = false;

  static create(): RecordingAuditService {
    return new RecordingAuditService();
  }

  private constructor() {}

  /** From now on nothing can be written. */
  fail(): void {
    this.#failing = true;
  }

  async begin(event: AuditEvent): Promise<OpenAudit> {
    const entry = this.#write(event, 'started');
    return {
      done: async details => {
        entry.outcome = 'done';
        entry.details = details;
      },
      failed: async (error, details) => {
        entry.outcome = 'failed';
        entry.reason = error.message;
        entry.details = details;
      },
    };
  }

  async refused(event: AuditEvent, reason: string): Promise<void> {
    this.#write(event, 'refused').reason = reason;
  }

  #write(event: AuditEvent, outcome: WrittenAudit['outcome']): WrittenAudit {
    if (this.#failing) {
      throw new ServiceUnavailableError('The record cannot be written');
    }
    const entry: WrittenAudit = { event, outcome };
    this.written.push(entry);
    return entry;
  }
}
