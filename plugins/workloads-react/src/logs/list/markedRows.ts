import { MarkedRows } from './textOfSelection';

/** The row that holds a node, by its id. */
export function rowOf(node: Node | EventTarget | null): number | undefined {
  const element =
    node instanceof Element ? node : (node as Node)?.parentElement;
  const id = element?.closest('[data-row]')?.getAttribute('data-row');
  return id ? Number(id) : undefined;
}

/**
 * Which rows a selection marks.
 *
 * @param drag - The rows where the last drag began and is now: a row that has left the screen is in the page no more, and
 * the browser forgets where the selection began.
 */
export function markedRows(
  list: HTMLElement,
  selection: Selection | null,
  drag: readonly [number | undefined, number | undefined],
): MarkedRows | undefined {
  if (!selection || selection.isCollapsed) {
    return undefined;
  }
  const { anchorNode, focusNode } = selection;
  if (anchorNode === list && focusNode === list) {
    return 'all';
  }
  if (!anchorNode || !list.contains(anchorNode)) {
    return undefined;
  }
  const from = drag[0] ?? rowOf(anchorNode);
  const to = rowOf(focusNode) ?? drag[1];
  return from === undefined || to === undefined ? undefined : [from, to];
}
