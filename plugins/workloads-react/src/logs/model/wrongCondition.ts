/**
 * Where and why an expression of the query cannot be read.
 * @public
 */
export interface WrongCondition {
  readonly kind: 'has' | 'not';
  /** Place among the conditions of its kind, from 0. */
  readonly place: number;
  /** Place in the expression, from 1. */
  readonly position: number;
  readonly reason: string;
}

/**
 * Reads out of the backend's sentence which condition it could not read, and where.
 * @returns undefined for a sentence about something else
 * @public
 */
export function wrongCondition(message: string): WrongCondition | undefined {
  const match =
    /^(include|exclude)\[(\d+)\]: the expression "[^]*" is wrong at position (\d+): ([^]+)$/.exec(
      message,
    );
  return match
    ? {
        kind: match[1] === 'include' ? 'has' : 'not',
        place: Number(match[2]),
        position: Number(match[3]),
        reason: match[4],
      }
    : undefined;
}
