import { PanelLine } from '../model';

/** Whether a line tells what was asked for, and not what was measured. */
export function isAsked(kind: PanelLine['kind']): boolean {
  return kind === 'request' || kind === 'limit';
}
