import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { AccessSubject } from '@domaindeck/backstage-plugin-access-common';
import { Organisation } from './types';

/**
 * Builds the organisation from Group and Domain entities with their relations. A group that is its own ancestor is
 * visited once.
 */
export function createOrganisation(entities: readonly Entity[]): Organisation {
  const parents = new Map<string, string[]>();
  const directGroups = new Map<string, string[]>();
  const domainOwners = new Map<string, string[]>();
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    if (entity.kind.toLocaleLowerCase('en-US') === 'domain') {
      domainOwners.set(ref, targets(entity, RELATION_OWNED_BY));
    } else {
      parents.set(ref, targets(entity, RELATION_CHILD_OF));
      for (const member of targets(entity, RELATION_HAS_MEMBER)) {
        directGroups.set(member, [...(directGroups.get(member) ?? []), ref]);
      }
    }
  }
  return {
    domainOwners,
    subject: userRef => subjectOf(userRef, directGroups, parents),
  };
}

function subjectOf(
  userRef: string,
  directGroups: ReadonlyMap<string, readonly string[]>,
  parents: ReadonlyMap<string, readonly string[]>,
): AccessSubject {
  const ref = userRef.toLocaleLowerCase('en-US');
  const groups = new Map<string, readonly string[]>();
  // Breadth first, so that the path kept for a group is the shortest one.
  const open: (readonly string[])[] = (directGroups.get(ref) ?? []).map(
    group => [ref, group],
  );
  for (const path of open) {
    const group = path[path.length - 1];
    if (!groups.has(group)) {
      groups.set(group, path);
      open.push(...(parents.get(group) ?? []).map(parent => [...path, parent]));
    }
  }
  return { ref, groups };
}

function targets(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}
