import { createHash } from 'node:crypto';

const LONGEST = 63;
const NAME = /^[A-Za-z0-9](?:[-_.A-Za-z0-9]*[A-Za-z0-9])?$/;

/**
 * A name that the catalog takes: the given one where it does, else what is left of it with a part that tells it from
 * others that leave the same.
 */
export function entityNameOf(name: string): string {
  if (name.length <= LONGEST && NAME.test(name)) {
    return name;
  }
  const ending = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const left = name
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, LONGEST - ending.length - 1)
    .replace(/^-+|-+$/g, '');
  return left === '' ? ending : `${left}-${ending}`;
}
