/**
 * Whether the backend did not understand what was asked, so that asking again is of no use.
 * @public
 */
export function isWrongQuestion(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const { cause } = error as { cause?: unknown };
  return (
    error.name === 'InputError' ||
    (cause instanceof Error && cause.name === 'InputError')
  );
}
