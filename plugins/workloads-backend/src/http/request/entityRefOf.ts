import { stringifyEntityRef } from '@backstage/catalog-model';
import { Request } from 'express';

/** The full ref of the entity that a path names, in lower case as the catalog compares them. */
export function entityRefOf(request: Request): string {
  const { kind, namespace, name } = request.params;
  return stringifyEntityRef({ kind, namespace, name });
}
