import {
  Entity,
  parseEntityRef,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Edge } from '@domaindeck/backstage-plugin-environments-common';
import { Relations } from '../clone';

/** Kinds of Resources that keep data; any other one that is named like a workload is called. */
const DATA = /database|cache|storage|bucket/i;
const MESSAGES = /queue|topic|broker|messag/i;

/**
 * Who calls whom, by names of workloads: `dependsOn` another component, a consumed API that another component provides,
 * and a Resource that is named like a workload.
 *
 * @param components - refs of components by names of workloads
 */
export function relationsOf(
  entities: readonly Entity[],
  components: Readonly<Record<string, string>>,
): Relations {
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const workloads = new Map<string, string[]>();
  for (const [workload, ref] of Object.entries(components)) {
    workloads.set(ref, [...(workloads.get(ref) ?? []), workload]);
  }
  const edges: Edge[] = [];
  for (const [from, ref] of Object.entries(components)) {
    const entity = byRef.get(ref);
    for (const target of related(entity, RELATION_DEPENDS_ON)) {
      edges.push(...edgesTo(from, target, byRef, workloads));
    }
    for (const api of related(entity, RELATION_CONSUMES_API)) {
      for (const provider of related(
        byRef.get(api),
        RELATION_API_PROVIDED_BY,
      )) {
        edges.push(...edgesTo(from, provider, byRef, workloads));
      }
    }
  }
  const unique = new Map(
    edges
      .filter(edge => edge.from !== edge.to)
      .map(edge => [`${edge.from} ${edge.to}`, edge]),
  );
  return { known: unique.size > 0, edges: [...unique.values()] };
}

function edgesTo(
  from: string,
  target: string,
  byRef: ReadonlyMap<string, Entity>,
  workloads: ReadonlyMap<string, readonly string[]>,
): Edge[] {
  const { kind, name } = parseEntityRef(target);
  if (kind.toLowerCase() === 'resource') {
    return [{ from, to: name, kind: kindOfResource(byRef.get(target)) }];
  }
  return (workloads.get(target) ?? []).map(to => ({ from, to, kind: 'calls' }));
}

function kindOfResource(entity: Entity | undefined): Edge['kind'] {
  const type = String(entity?.spec?.type ?? '');
  if (MESSAGES.test(type)) {
    return 'messages';
  }
  return DATA.test(type) ? 'data' : 'calls';
}

function related(entity: Entity | undefined, type: string): string[] {
  return (entity?.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}
