export { chipOf, conditionOf, highlightOf, hitsOf } from './conditions';
export type { QueryChip, QueryModes } from './conditions';
export { gapsIn } from './gapsIn';
export type { LogGap } from './gapsIn';
export { findRows } from './findRows';
export { lineHash, readLineLink, writeLineLink } from './lineLink';
export type { LineLink } from './lineLink';
export { linePieces } from './linePieces';
export type { LinePiece } from './linePieces';
export { LogBuffer } from './LogBuffer';
export { logClock } from './logClock';
export type { LogZone } from './logClock';
export type { LogCounts } from './LogCounts';
export type { LogLineRow, LogNote, LogNoteRow, LogRow } from './LogRow';
export { podKeyOf } from './LogSourceTable';
export type { LogSource } from './LogSourceTable';
export { LogStore } from './LogStore';
export { parseAnsi, withoutAnsi } from './parseAnsi';
export type { AnsiColour, AnsiSpan, AnsiStyle } from './parseAnsi';
export { podColours } from './podColours';
export type { PodColour } from './podColours';
export { podLabel } from './podLabel';
export { readFields } from './readFields';
export type { LogField, LogMessage } from './readFields';
export {
  boundsOf,
  fixedRange,
  isReversed,
  movedRange,
  RANGE_DURATIONS,
  readTimeRange,
  writeTimeRange,
} from './timeRange';
export type { RangeDuration, TimeRange } from './timeRange';
export { ShownSpan } from './ShownSpan';
export { visibleText } from './visibleText';
export { wrongCondition } from './wrongCondition';
export type { WrongCondition } from './wrongCondition';
