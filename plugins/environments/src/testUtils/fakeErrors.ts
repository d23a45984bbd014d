import {
  EnvironmentWarning,
  SpecificationProblem,
} from '@domaindeck/backstage-plugin-environments-common';

interface Details {
  readonly problems?: readonly SpecificationProblem[];
  readonly warnings?: readonly EnvironmentWarning[];
}

/**
 * An error as the client throws it for an answer of the backend.
 * @public
 */
export function responseError(
  statusCode: number,
  name: string,
  message: string,
  details: Details = {},
): Error {
  const cause = Object.assign(new Error(message), { name });
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
    statusText: name,
    response: { status: statusCode },
    body: { error: { name, message, ...details }, response: { statusCode } },
    cause,
  });
}

/** The answer of a portal whose backend has no such plugin. */
export function notInstalled(): Error {
  return responseError(
    404,
    'Error',
    'Request failed with status 404 Not Found',
  );
}

export const notFound = () =>
  responseError(404, 'NotFoundError', 'No such environment');
export const forbidden = (message: string) =>
  responseError(403, 'NotAllowedError', message);
export const conflict = (message: string) =>
  responseError(409, 'ConflictError', message);
export const invalid = (message: string, details: Details) =>
  responseError(400, 'InputError', message, details);
