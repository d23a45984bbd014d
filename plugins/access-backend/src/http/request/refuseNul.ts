import { InputError } from '@backstage/errors';
import { RequestHandler } from 'express';

/**
 * Refuses what holds the character with the number 0, in a parameter or in the body: no name and no reason needs it, and
 * PostgreSQL takes no text with it.
 */
export const refuseNul: RequestHandler = (request, _response, next) => {
  const { query, body, path } = request;
  next(
    holdsNul(query) || holdsNul(body) || path.includes('%00')
      ? new InputError('A text holds the character with the number 0')
      : undefined,
  );
};

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.includes('\0');
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(
      ([name, inner]) => holdsNul(name) || holdsNul(inner),
    )
  );
}
