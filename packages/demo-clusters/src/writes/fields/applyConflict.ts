import { StatusError } from '../StatusError';
import { FieldSet } from './FieldSet';
import { Manager } from './Managers';

/** Fields of somebody else that an apply would change. */
export interface FieldConflict {
  readonly other: Manager;
  readonly fields: FieldSet;
}

/** The refusal of an apply, with all fields that others manage. */
export function applyConflict(
  conflicts: readonly FieldConflict[],
): StatusError {
  const causes = conflicts.flatMap(({ other, fields }) =>
    fields.paths().map(field => ({
      reason: 'FieldManagerConflict',
      message: `conflict with ${describe(other)}`,
      field,
    })),
  );
  const text =
    causes.length === 1
      ? `1 conflict: ${causes[0].message}: ${causes[0].field}`
      : `${causes.length} conflicts: ${listOf(conflicts)}`;
  return StatusError.of(409, 'Conflict', `Apply failed with ${text}`, {
    causes,
  });
}

function listOf(conflicts: readonly FieldConflict[]): string {
  return conflicts
    .map(({ other, fields }) => [
      `conflicts with ${describe(other)}:`,
      ...fields.paths().map(path => `- ${path}`),
    ])
    .flat()
    .join('\n');
}

function describe({ manager, operation, subresource, apiVersion }: Manager) {
  const part = subresource ? ` with subresource "${subresource}"` : '';
  const version = operation === 'Update' ? ` using ${apiVersion}` : '';
  return `${JSON.stringify(manager)}${part}${version}`;
}
