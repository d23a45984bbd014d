import { InputError } from '@backstage/errors';

/**
 * The path of what the HTTP contract tells of an entity.
 * @param part - such as `rights`
 * @throws InputError when kind or namespace is missing.
 */
export function entityPath(entityRef: string, part: string): string {
  const match = /^([^:/]+):([^/]+)\/([^/]+)$/.exec(entityRef);
  if (!match) {
    throw new InputError(
      `"${entityRef}" is not a full entity reference; expected kind:namespace/name`,
    );
  }
  const parts = match
    .slice(1)
    .map(name => encodeURIComponent(name.toLocaleLowerCase('en-US')));
  return `/entities/${parts.join('/')}/${part}`;
}
