import { ResponseError } from '@backstage/errors';
import {
  EnvironmentWarning,
  SpecificationProblem,
} from '@domaindeck/backstage-plugin-environments-common';

/** What a refused or failed request means for who sent it. */
export interface Failure {
  readonly kind: 'invalid' | 'changed' | 'forbidden' | 'gone' | 'busy' | 'lost';
  /** Word for word as the backend says it. */
  readonly message: string;
  /** Fields that are wrong. */
  readonly problems: readonly SpecificationProblem[];
  /** What forbids it. */
  readonly warnings: readonly EnvironmentWarning[];
}

/** Reads what the backend answered. */
export function failureOf(error: Error): Failure {
  if (!ResponseError.is(error)) {
    return {
      kind: 'lost',
      message: error.message,
      problems: [],
      warnings: [],
    };
  }
  const { error: body } = error.body as {
    error: {
      problems?: SpecificationProblem[];
      warnings?: EnvironmentWarning[];
    };
  };
  return {
    kind: kindOf(error.statusCode),
    message: error.cause instanceof Error ? error.cause.message : error.message,
    problems: body.problems ?? [],
    warnings: body.warnings ?? [],
  };
}

/**
 * Whether the portal's backend does not have the plugin at all: its answer to an unknown path is a 404 without the body that
 * the plugin gives to what does not exist.
 */
export function isNotInstalled(error: Error): boolean {
  return (
    ResponseError.is(error) &&
    error.statusCode === 404 &&
    (error.cause as Error).name !== 'NotFoundError'
  );
}

function kindOf(status: number): Failure['kind'] {
  switch (status) {
    case 400:
    case 422:
      return 'invalid';
    case 401:
    case 403:
      return 'forbidden';
    case 404:
      return 'gone';
    case 409:
      return 'changed';
    case 429:
      return 'busy';
    default:
      return 'lost';
  }
}
