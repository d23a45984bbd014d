import { LogReader } from '../feed';

/** All lines between the first and the last selected row, from the store: the page holds only those on the screen. */
export function textOfSelection(
  reader: LogReader,
  selection: Selection | null,
): string | undefined {
  const ids = [selection?.anchorNode, selection?.focusNode].map(node => {
    const element = node instanceof Element ? node : node?.parentElement;
    const id = element?.closest('[data-row]')?.getAttribute('data-row');
    return id ? reader.store.rows.indexOf(Number(id)) : undefined;
  });
  const [a, b] = ids;
  if (a === undefined || b === undefined || a === b) {
    return undefined;
  }
  const lines: string[] = [];
  for (let index = Math.min(a, b); index <= Math.max(a, b); index += 1) {
    const row = reader.store.rows.at(index);
    if (row?.kind === 'line') {
      lines.push(row.text);
    }
  }
  return lines.join('\n');
}
