import {
  Entity,
  isUserEntity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { AccessSubject } from '@domaindeck/backstage-plugin-access-common';
import { Organisation } from './types';

/**
 * Builds the organisation from Group, Domain and, where names of people matter, User entities with their relations. A
 * group that is its own ancestor is visited once.
 * @public
 */
export function createOrganisation(entities: readonly Entity[]): Organisation {
  const above = new Map<string, string[]>();
  const members = new Map<string, string[]>();
  const children = new Map<string, string[]>();
  const domainOwners = new Map<string, string[]>();
  const titles = new Map<string, string>();
  const people = new Set<string>();
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    titles.set(ref, titleOf(entity));
    if (ref.startsWith('domain:')) {
      domainOwners.set(ref, targets(entity, RELATION_OWNED_BY));
    } else if (ref.startsWith('user:')) {
      people.add(ref);
    } else {
      for (const parent of targets(entity, RELATION_CHILD_OF)) {
        append(above, ref, parent);
        append(children, parent, ref);
      }
      for (const member of targets(entity, RELATION_HAS_MEMBER)) {
        people.add(member);
        append(above, member, ref);
        append(members, ref, member);
      }
    }
  }
  return {
    domainOwners,
    people: [...people],
    subject: ref => subjectOf(ref, above),
    has: ref => titles.has(ref) || people.has(ref),
    titleOf: ref => titles.get(ref) ?? nameOf(ref),
    directGroupsOf: ref => above.get(ref) ?? [],
    peopleOf: ref =>
      ref.startsWith('user:') ? [ref] : peopleOf(ref, members, children),
  };
}

function subjectOf(
  anyCase: string,
  above: ReadonlyMap<string, readonly string[]>,
): AccessSubject {
  const ref = anyCase.toLocaleLowerCase('en-US');
  const groups = new Map<string, readonly string[]>();
  // Breadth first, so that the path kept for a group is the shortest one.
  const open: (readonly string[])[] = (above.get(ref) ?? []).map(group => [
    ref,
    group,
  ]);
  for (const path of open) {
    const group = path[path.length - 1];
    if (!groups.has(group) && group !== ref) {
      groups.set(group, path);
      open.push(...(above.get(group) ?? []).map(parent => [...path, parent]));
    }
  }
  return { ref, groups };
}

function peopleOf(
  group: string,
  members: ReadonlyMap<string, readonly string[]>,
  children: ReadonlyMap<string, readonly string[]>,
): string[] {
  const found = new Set<string>();
  const groups = new Set([group]);
  for (const one of groups) {
    members.get(one)?.forEach(member => found.add(member));
    children.get(one)?.forEach(child => groups.add(child));
  }
  return [...found];
}

function targets(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}

function titleOf(entity: Entity): string {
  const profile = isUserEntity(entity)
    ? entity.spec?.profile
    : groupProfile(entity);
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}

function groupProfile(entity: Entity): { displayName?: string } | undefined {
  const profile = entity.spec?.profile;
  return typeof profile === 'object' &&
    profile !== null &&
    'displayName' in profile &&
    typeof profile.displayName === 'string'
    ? { displayName: profile.displayName }
    : undefined;
}

function nameOf(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known) {
    known.push(value);
  } else {
    map.set(key, [value]);
  }
}
