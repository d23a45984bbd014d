import {
  AuditEnd,
  AuditEntry,
  AuditFilter,
  AuditPage,
  AuditRecord,
} from '@domaindeck/backstage-plugin-access-common';
import { Caller } from '../rights/types';

/** The record of what was done, tried and refused. */
export interface AuditLog {
  /**
   * @throws NotFoundError when the caller views nothing of the entity's domain
   * @throws NotAllowedError when the caller may not read the record
   */
  list(request: {
    readonly credentials: Caller;
    readonly filter: AuditFilter;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<AuditPage>;
  /** All entries of a filter, newest first, read in pages; throws as `list` does, before the first entry. */
  export(request: {
    readonly credentials: Caller;
    readonly filter: AuditFilter;
  }): Promise<AsyncIterable<AuditEntry>>;
  /** Writes for another backend that something begins or was refused; gives the id of the entry. */
  begin(record: AuditRecord): Promise<string>;
  /** Writes for another backend how it ended. */
  end(id: string, end: AuditEnd): Promise<void>;
}
