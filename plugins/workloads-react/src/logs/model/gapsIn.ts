import { LogBuffer } from './LogBuffer';

/** A part of time in which lines may be missing, in milliseconds since 1970. */
export interface LogGap {
  readonly from: number;
  readonly to: number;
}

/**
 * The gaps that the rows of a list tell of.
 * @public
 */
export function gapsIn(rows: LogBuffer): LogGap[] {
  const gaps: LogGap[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows.at(index);
    if (row?.kind === 'note' && row.note.kind === 'gap') {
      gaps.push({ from: Date.parse(row.at), to: Date.parse(row.note.to) });
    }
  }
  return gaps;
}
