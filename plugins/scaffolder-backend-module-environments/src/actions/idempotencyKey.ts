import { createHash } from 'node:crypto';
import { AnyContext } from './types';

/**
 * The same for the same step of the same task, also when the task is tried again or taken over by another process, so
 * that nothing is done twice.
 *
 * @param more - what else makes the request another one
 */
export function idempotencyKey(
  { each, step, task }: Pick<AnyContext, 'each' | 'step' | 'task'>,
  ...more: readonly (string | number)[]
): string {
  const parts = [task.id, step?.id, each?.key, ...more];
  return `scaffolder-${createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('base64url')}`;
}
