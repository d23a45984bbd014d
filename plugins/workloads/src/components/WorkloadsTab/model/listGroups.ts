import {
  Health,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Cell, isDrifted, urgencyOf } from '../../parts/model/cells';
import { ChangesByWorkload } from './changes';
import { Column } from '../../parts/model/columns';
import { Filter, workloadContains } from './filters';
import { Row } from '../../parts/model/rows';
import { Grouping, HEALTHS } from '../../parts/model/viewState';

/** One line of the list. */
export interface ListItem {
  /** Id of the workload. */
  readonly key: string;
  readonly row: Row;
  readonly column: Column;
  readonly workload: Workload;
  /** `unknown` when the cluster is silent. */
  readonly health: Health;
  readonly drift?: Extract<Cell, { kind: 'workloads' }>['drift'];
}

/** Lines that stand together. */
export interface ListGroup {
  readonly key: string;
  /** What the items have in common. */
  readonly by:
    | { readonly kind: 'environment'; readonly column: Column }
    | { readonly kind: 'system'; readonly name?: string }
    | { readonly kind: 'state'; readonly health: Health }
    | { readonly kind: 'none' };
  readonly items: readonly ListItem[];
}

/** Every workload that passes the filters, as the rows and columns stand. */
export function listItems(
  rows: readonly Row[],
  columns: readonly Column[],
  state: Filter,
  changes?: ChangesByWorkload,
): readonly ListItem[] {
  const text = state.q.trim().toLocaleLowerCase('en-US');
  return rows.flatMap(row =>
    row.cells.flatMap((cell, i) => {
      if (cell.kind !== 'workloads' || (state.drifted && !isDrifted(cell))) {
        return [];
      }
      const column = columns[i];
      return cell.all
        .map(workload => ({
          key: workload.id,
          row,
          column,
          workload,
          health: column.silent ? ('unknown' as const) : workload.health,
          drift: workload === cell.lead ? cell.drift : undefined,
        }))
        .filter(
          item =>
            (text === '' ||
              row.name.toLocaleLowerCase('en-US').includes(text) ||
              workloadContains(item.workload, text)) &&
            (!changes || changes.has(item.key)) &&
            (!state.problems ||
              item.health === 'failed' ||
              item.health === 'degraded') &&
            (state.health.length === 0 || state.health.includes(item.health)),
        );
    }),
  );
}

/** Puts lines into groups, the group with the worst line first; groups that are equally bad stay as they come. */
export function groupItems(
  items: readonly ListItem[],
  grouping: Grouping,
): readonly ListGroup[] {
  const groups = new Map<string, ListGroup & { items: ListItem[] }>();
  for (const item of items) {
    const group = groupOf(item, grouping);
    const known = groups.get(group.key);
    if (known) {
      known.items.push(item);
    } else {
      groups.set(group.key, { ...group, items: [item] });
    }
  }
  const worst = (group: ListGroup) =>
    Math.min(
      ...group.items.map(({ health }) => Math.min(2, urgencyOf(health))),
    );
  return [...groups.values()]
    .map((group, i) => ({ group, i, rank: worst(group) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ group }) => group);
}

/** How many lines are in each state, the worst first. */
export function sumsOf(
  items: readonly ListItem[],
): readonly { health: Health; count: number }[] {
  return HEALTHS.map(health => ({
    health,
    count: items.filter(item => item.health === health).length,
  })).filter(({ count }) => count > 0);
}

function groupOf(
  item: ListItem,
  grouping: Grouping,
): Pick<ListGroup, 'key' | 'by'> {
  switch (grouping) {
    case 'environment':
      return {
        key: item.column.environment.ref,
        by: { kind: 'environment', column: item.column },
      };
    case 'system':
      return {
        key: `system:${item.row.system ?? ''}`,
        by: { kind: 'system', name: item.row.system },
      };
    case 'state':
      return {
        key: item.health,
        by: { kind: 'state', health: item.health },
      };
    default:
      return { key: 'all', by: { kind: 'none' } };
  }
}
