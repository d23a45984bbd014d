import { StatusError } from '../writes/StatusError';
import { Call } from './Call';
import { flagParameter } from './ListRequest';

const LONGEST_MANAGER = 128;

/** Whether a request only wants to see what it would do. @throws StatusError 422 */
export function isDryRun(query: URLSearchParams, options: string): boolean {
  const values = query.getAll('dryRun');
  if (values.some(value => value !== 'All')) {
    throw StatusError.invalid(
      { kind: options, group: 'meta.k8s.io' },
      '',
      'dryRun',
      'FieldValueNotSupported',
      `Unsupported value: ${JSON.stringify(values)}: supported values: "All"`,
    );
  }
  return values.length > 0;
}

/** In whose name fields are written: what the request says, else the program that sent it. */
export function managerOf(call: Call): string {
  const agent = call.request.headers['user-agent'] ?? '';
  return (
    call.query.get('fieldManager') ||
    agent.split('/')[0].slice(0, LONGEST_MANAGER)
  );
}

/** In whose name something is applied, and whether at the cost of others. @throws StatusError 422 */
export function applyParameters(query: URLSearchParams): {
  readonly manager: string;
  readonly force: boolean;
} {
  const manager = query.get('fieldManager');
  if (!manager) {
    throw StatusError.invalid(
      { kind: 'PatchOptions', group: 'meta.k8s.io' },
      '',
      'fieldManager',
      'FieldValueRequired',
      'Required value: is required for apply patch',
    );
  }
  return { manager, force: flagParameter(query, 'force') };
}

/** @throws StatusError 422 when a patch that is no apply wants to take fields from others */
export function refuseForce(query: URLSearchParams): void {
  if (query.has('force')) {
    throw StatusError.invalid(
      { kind: 'PatchOptions', group: 'meta.k8s.io' },
      '',
      'force',
      'FieldValueForbidden',
      'Forbidden: may not be specified for non-apply patch',
    );
  }
}
