/**
 * Stands in for the record of what is done, in tests.
 *
 * @packageDocumentation
 */
export { RecordingAuditService } from './RecordingAuditService';
export type { WrittenAudit } from './RecordingAuditService';
