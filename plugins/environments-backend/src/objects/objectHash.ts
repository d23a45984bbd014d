import { createHash, createHmac } from 'node:crypto';
import { isObject } from './pods';

/** JSON with sorted fields: the same value gives the same text. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(stableJson).join(',')}]`;
  }
  if (isObject(value)) {
    const fields = Object.keys(value)
      .filter(field => value[field] !== undefined)
      .sort()
      .map(field => `${JSON.stringify(field)}:${stableJson(value[field])}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** A hash of a value that does not depend on the order of its fields. */
export function objectHash(value: unknown): string {
  return createHash('sha256')
    .update(stableJson(value))
    .digest('hex')
    .slice(0, 32);
}

/**
 * A keyed hash of a secret's values: tells whether they changed and cannot be guessed from without the key.
 *
 * @param key - known to the backend only
 */
export function secretDigest(
  key: string,
  data: Readonly<Record<string, string>>,
): string {
  return createHmac('sha256', key).update(stableJson(data)).digest('hex');
}
