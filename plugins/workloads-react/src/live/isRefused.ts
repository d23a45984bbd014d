const REFUSALS = new Set(['NotFoundError', 'NotAllowedError']);

/**
 * Whether the backend said that the caller may not see this, or that it does not exist: the two look the same from
 * outside. What was shown of it must go. Everything else is a failure that may pass.
 * @public
 */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const { cause } = error as { cause?: unknown };
  return (
    REFUSALS.has(error.name) ||
    (cause instanceof Error && REFUSALS.has(cause.name))
  );
}
