import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_LABEL_SELECTOR,
} from '@domaindeck/backstage-plugin-workloads-common';
import { CatalogModel, ComponentEntry, EntityScope } from './types';

/**
 * Builds the model from Domain, System and Component entities with their relations. A component belongs to the domain
 * of its system; a subcomponent without a system of its own to the system of the component that it is part of.
 */
export function createCatalogModel(entities: readonly Entity[]): CatalogModel {
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const components = [...byRef]
    .filter(([ref]) => kindOf(ref) === 'component')
    .map(([ref, entity]) => componentEntry(ref, entity, byRef))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const byDomain = groupBy(components, component => component.domainRef);
  const bySystem = groupBy(components, component => component.systemRef);
  const ownersOf = (domainRef: string) =>
    related(byRef.get(domainRef), RELATION_OWNED_BY);
  return {
    fingerprint: fingerprint(components, [...byRef.keys()], ownersOf),
    ownersOf,
    componentsOf: domainRef => byDomain.get(domainRef) ?? [],
    scope: entityRef => {
      const entity = byRef.get(entityRef);
      const kind = kindOf(entityRef);
      if (!entity || !isScopeKind(kind)) {
        return undefined;
      }
      const domainRef = domainOf(entityRef, byRef);
      const shown = {
        domain: () => byDomain.get(entityRef),
        system: () => bySystem.get(entityRef),
        component: () => components.filter(({ ref }) => ref === entityRef),
      }[kind]();
      return {
        entityRef,
        kind,
        domainRef,
        domainOwnerRefs: domainRef === undefined ? [] : ownersOf(domainRef),
        components: shown ?? [],
      };
    },
  };
}

function componentEntry(
  ref: string,
  entity: Entity,
  byRef: ReadonlyMap<string, Entity>,
): ComponentEntry {
  const { name, title, annotations = {} } = entity.metadata;
  return {
    ref,
    name,
    ...(title ? { title } : {}),
    systemRef: nearest(ref, 'system', byRef),
    domainRef: domainOf(ref, byRef),
    kubernetesId: annotations[ANNOTATION_KUBERNETES_ID] ?? name,
    labelSelector: annotations[ANNOTATION_LABEL_SELECTOR],
  };
}

function domainOf(
  ref: string,
  byRef: ReadonlyMap<string, Entity>,
): string | undefined {
  return kindOf(ref) === 'domain' ? ref : nearest(ref, 'domain', byRef);
}

/** Follows `partOf` upwards until something of the kind; a circle ends without. */
function nearest(
  ref: string,
  kind: string,
  byRef: ReadonlyMap<string, Entity>,
): string | undefined {
  const open = related(byRef.get(ref), RELATION_PART_OF);
  const seen = new Set(open);
  for (const parent of open) {
    if (kindOf(parent) === kind) {
      return parent;
    }
    for (const next of related(byRef.get(parent), RELATION_PART_OF)) {
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return undefined;
}

function related(entity: Entity | undefined, relation: string): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
    .sort();
}

function kindOf(ref: string): string {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US');
}

function isScopeKind(kind: string): kind is EntityScope['kind'] {
  return kind === 'domain' || kind === 'system' || kind === 'component';
}

function groupBy(
  components: readonly ComponentEntry[],
  key: (component: ComponentEntry) => string | undefined,
): ReadonlyMap<string, readonly ComponentEntry[]> {
  const groups = new Map<string, ComponentEntry[]>();
  for (const component of components) {
    const group = key(component);
    if (group !== undefined) {
      groups.set(group, [...(groups.get(group) ?? []), component]);
    }
  }
  return groups;
}

function fingerprint(
  components: readonly ComponentEntry[],
  refs: readonly string[],
  ownersOf: (domainRef: string) => readonly string[],
): string {
  return JSON.stringify([
    components,
    [...refs].sort().map(ref => [ref, ownersOf(ref)]),
  ]);
}
