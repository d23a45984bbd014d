import { normalizeLogTime } from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterConnection } from '@domaindeck/backstage-plugin-workloads-node';
import { LogTarget } from '../types';
import { LogQuery } from './logPath';
import { openLog } from './openLog';

/** More bytes than a time has. */
const TIME_BYTES = 64;
/** A server that does not know how to send fewer is left at so many. */
const ENOUGH_BYTES = 16 * 1024;

/** Where what a node holds of a run of a container begins or ends. */
export type LogEdge =
  /** UTC with nine digits; undefined when there is no line. */
  { readonly at: string | undefined } | { readonly trouble: string };

/**
 * Asks for the time of the first line of a run at or after a time, or of the last one, and for no more than that.
 * @param query - `since` is UTC with nine digits; the node gives the whole second. A `tail` of 1 asks for the last line
 */
export async function edgeOf(
  connection: ClusterConnection,
  target: LogTarget,
  query: Pick<LogQuery, 'previous' | 'since' | 'tail'>,
  signal: AbortSignal,
): Promise<LogEdge> {
  const opened = await openLog(
    connection,
    target,
    { ...query, follow: false, limitBytes: TIME_BYTES },
    signal,
  );
  switch (opened.outcome) {
    case 'open':
      break;
    case 'none':
    case 'gone':
      return { at: undefined };
    default:
      return { trouble: opened.message };
  }
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of opened.body) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length >= ENOUGH_BYTES) {
        opened.body.destroy();
        break;
      }
    }
  } catch {
    signal.throwIfAborted();
    return { trouble: 'The connection broke.' };
  }
  return { at: normalizeLogTime(text.slice(0, text.search(/\s|$/))) };
}
