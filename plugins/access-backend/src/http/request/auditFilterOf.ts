import {
  AuditFilter,
  AuditOutcome,
} from '@domaindeck/backstage-plugin-access-common';
import { Request } from 'express';
import { textOf, textsOf } from './textsOf';

const OUTCOMES: readonly string[] = ['started', 'done', 'failed', 'refused'];

/** The filters of the record. */
export function auditFilterOf(request: Request): AuditFilter {
  return {
    entity: textOf(request, 'entity'),
    who: textsOf(request, 'who'),
    verb: textsOf(request, 'verb'),
    environment: textsOf(request, 'environment'),
    from: textOf(request, 'from'),
    to: textOf(request, 'to'),
    // The contract has refused others.
    outcome: textsOf(request, 'outcome')?.filter(
      (value): value is AuditOutcome => OUTCOMES.includes(value),
    ),
    q: textOf(request, 'q'),
  };
}
