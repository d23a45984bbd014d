import {
  fixedRange,
  LogLineRow,
  LogReader,
  writeLineLink,
} from '@domaindeck/backstage-plugin-workloads-react';
import { LogsView } from './logsView';

/** What stands around a linked line when the link is opened. */
const BEFORE_MS = 300_000;
const AFTER_MS = 30_000;

/** The part of the view that opens a line for somebody else: the line, and a time around it that does not move. */
export function linkTo(reader: LogReader, row: LogLineRow): Partial<LogsView> {
  const source = reader.store.sourceAt(row.source);
  const at = Date.parse(row.at);
  return {
    range: fixedRange(at - BEFORE_MS, at + AFTER_MS),
    line: source && writeLineLink(source.origin, row.at, row.text),
  };
}
