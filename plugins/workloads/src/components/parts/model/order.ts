import { isProblem, urgencyOf } from './cells';
import { Column } from './columns';
import { Row } from './rows';

/** Rows with problems first, the worse the sooner, those of the reference environment before others; then as given. */
export function problemsFirst(
  rows: readonly Row[],
  columns: readonly Column[],
): readonly Row[] {
  const rankOf = (row: Row) =>
    Math.min(
      Infinity,
      ...row.cells.map((cell, i) =>
        cell.kind === 'workloads' && isProblem(cell)
          ? urgencyOf(cell.health) * 2 + (columns[i].isReference ? 0 : 1)
          : Infinity,
      ),
    );
  return rows
    .map((row, i) => ({ row, i, rank: rankOf(row) }))
    .sort((a, b) => (a.rank === b.rank ? a.i - b.i : a.rank - b.rank))
    .map(({ row }) => row);
}

/**
 * Items in an order that was decided earlier; those that came since follow at the end, as given. Nothing on a live page
 * moves under the eye of its reader.
 */
export function inOrder<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  order: readonly string[],
): readonly T[] {
  const place = new Map(order.map((key, i) => [key, i]));
  return items
    .map((item, i) => ({ item, i, at: place.get(keyOf(item)) ?? Infinity }))
    .sort((a, b) => (a.at === b.at ? a.i - b.i : a.at - b.at))
    .map(({ item }) => item);
}
