/**
 * What a failed request says to a person: the backend's own sentence, which names the verb, the role and whom to ask,
 * rather than the wrapper around it that names the HTTP status.
 * @public
 */
export function wordsOfError(error: Error): string {
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error && cause.message
    ? cause.message
    : error.message;
}
