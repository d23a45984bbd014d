import { InputError } from '@backstage/errors';

/**
 * The path of an entity's rights in the HTTP contract.
 * @throws InputError when kind or namespace is missing.
 */
export function rightsPath(entityRef: string): string {
  const match = /^([^:/]+):([^/]+)\/([^/]+)$/.exec(entityRef);
  if (!match) {
    throw new InputError(
      `"${entityRef}" is not a full entity reference; expected kind:namespace/name`,
    );
  }
  const parts = match
    .slice(1)
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')));
  return `/entities/${parts.join('/')}/rights`;
}
