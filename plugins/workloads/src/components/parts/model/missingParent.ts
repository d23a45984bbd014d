import { Entity, RELATION_PART_OF } from '@backstage/catalog-model';

/** What an entity must name so that its domain, and with it its workloads, can be found. */
export type MissingParent = 'system' | 'domain';

/** Undefined when the entity is a domain, or says what it is part of. */
export function missingParent(entity: Entity): MissingParent | undefined {
  const wanted = { component: 'system', system: 'domain' } as const;
  const kind = entity.kind.toLocaleLowerCase('en-US');
  if (kind !== 'component' && kind !== 'system') {
    return undefined;
  }
  const parent = wanted[kind];
  const has = entity.relations?.some(
    relation =>
      relation.type === RELATION_PART_OF &&
      relation.targetRef.startsWith(`${parent}:`),
  );
  return has || entity.spec?.[parent] ? undefined : parent;
}
