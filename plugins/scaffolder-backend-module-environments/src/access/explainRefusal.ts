import {
  ConflictError,
  ForwardedError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import {
  EnvironmentWarning,
  SpecificationProblem,
} from '@domaindeck/backstage-plugin-environments-common';

/** What a refusal of the contract carries beside its message. */
interface Refusal {
  readonly message?: string;
  readonly problems?: readonly SpecificationProblem[];
  readonly warnings?: readonly EnvironmentWarning[];
}

const ERRORS: ReadonlyMap<number, new (message: string) => Error> = new Map<
  number,
  new (message: string) => Error
>([
  [400, InputError],
  [403, NotAllowedError],
  [404, NotFoundError],
  [409, ConflictError],
]);

/**
 * An error whose message is enough for somebody who reads the log of a task: every field that is wrong by its name, and
 * every reason for which something cannot be made. What is no refusal of the backend stays as it is.
 */
export function explainRefusal(error: unknown): unknown {
  if (!isResponseError(error)) {
    return error;
  }
  const { message, problems, warnings }: Refusal = error.body.error;
  const lines = [
    ...(problems ?? []).map(one => `${one.path}: ${one.message}`),
    ...(warnings ?? []).map(sentenceOf),
  ];
  const text = lines.length > 0 ? lines.join('\n') : message ?? error.message;
  const Kind = ERRORS.get(error.response.status);
  if (Kind) {
    const refusal = new Kind(text);
    // The log of the task shows it, and a refusal is no mistake in the code.
    refusal.stack = `${refusal.name}: ${text}`;
    return refusal;
  }
  return error.response.status >= 500
    ? new ForwardedError('The environments backend cannot answer now', error)
    : error;
}

/** A warning in one line, with the service that it is about. */
export function sentenceOf({ message, service }: EnvironmentWarning): string {
  return service ? `${service}: ${message}` : message;
}

/** By its shape: the module and the client may each have a copy of the class. */
function isResponseError(error: unknown): error is ResponseError {
  return error instanceof Error && error.name === 'ResponseError';
}
