import { AuditDetails, AuditEvent, AuditService } from './types';

/**
 * Does something that must be on record: first writes that it begins, does it, then writes how it ended.
 *
 * @param action - gives its result, and what is known only afterwards
 * @returns the result of the action
 * @throws ServiceUnavailableError when the beginning cannot be written, and the action was not tried; what the action
 *   throws; or what writing the end throws, when the action was done
 * @public
 */
export async function runAudited<T>(
  audit: AuditService,
  event: AuditEvent,
  action: () => Promise<{
    readonly result: T;
    readonly details?: AuditDetails;
  }>,
): Promise<T> {
  const open = await audit.begin(event);
  let outcome: { readonly result: T; readonly details?: AuditDetails };
  try {
    outcome = await action();
  } catch (error) {
    await open.failed(
      error instanceof Error ? error : new Error(String(error)),
    );
    throw error;
  }
  await open.done(outcome.details);
  return outcome.result;
}
