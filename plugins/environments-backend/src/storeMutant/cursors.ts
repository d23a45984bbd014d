import { InputError } from '@backstage/errors';

/** The place after which a list of environments goes on. */
export interface ListPlace {
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
  readonly id: string;
}

/** Writes a place so that it needs no escaping in an address. */
export function toCursor(place: ListPlace): string {
  return Buffer.from(JSON.stringify([place.endsAt, place.id])).toString(
    'base64url',
  );
}

/**
 * Reads what {@link toCursor} wrote.
 * @throws InputError for anything else
 */
export function fromCursor(cursor: string): ListPlace {
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    place = undefined;
  }
  const [endsAt, id]: unknown[] = Array.isArray(place) ? place : [];
  if (!Number.isSafeInteger(endsAt) || typeof id !== 'string') {
    throw new InputError('The cursor is not one of this list');
  }
  return { endsAt: Number(endsAt), id };
}

/**
 * Reads the id of an entry of the history.
 * @throws InputError for anything else
 */
export function toEntryId(id: string): number {
  const value = Number(id);
  if (!/^\d+$/.test(id) || !Number.isSafeInteger(value)) {
    throw new InputError(`"${id}" is not an entry of the history`);
  }
  return value;
}
