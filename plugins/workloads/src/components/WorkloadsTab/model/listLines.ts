import { ListGroup, ListItem } from './listGroups';

/** One line on the screen: the head of a group, or a workload. */
export type ListLine =
  | {
      readonly kind: 'group';
      readonly group: ListGroup;
      readonly closed: boolean;
    }
  | { readonly kind: 'item'; readonly item: ListItem };

/**
 * The lines of the list from top to bottom. A group whose cluster is silent is closed until somebody opens it: it holds
 * nothing current.
 *
 * @param toggled - Keys of the groups that somebody opened or closed.
 */
export function listLines(
  groups: readonly ListGroup[],
  toggled: ReadonlySet<string>,
): readonly ListLine[] {
  return groups.flatMap(group => {
    if (group.by.kind === 'none') {
      return group.items.map(item => ({ kind: 'item' as const, item }));
    }
    const usuallyClosed =
      group.by.kind === 'environment' && group.by.column.silent;
    const closed = usuallyClosed !== toggled.has(group.key);
    return [
      { kind: 'group' as const, group, closed },
      ...(closed
        ? []
        : group.items.map(item => ({ kind: 'item' as const, item }))),
    ];
  });
}
