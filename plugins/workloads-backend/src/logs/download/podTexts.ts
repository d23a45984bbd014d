import {
  LogOrigin,
  LogRecord,
} from '@domaindeck/backstage-plugin-workloads-common';
import { lineText, nameOf, noteText, TimedText } from './TimedText';

/**
 * Turns the records of pods into lines of a download. What is missing, and why, stands between them.
 * @param accepts - whether a line is the pods' to give
 */
export async function* podTexts(
  batches: AsyncIterable<readonly LogRecord[]>,
  timestamps: boolean,
  accepts: (line: { origin: LogOrigin; at: string }) => boolean,
): AsyncGenerator<readonly TimedText[]> {
  const origins = new Map<number, LogOrigin>();
  let last = '';
  for await (const batch of batches) {
    const texts: TimedText[] = [];
    for (const record of batch) {
      switch (record.type) {
        case 'source':
          origins.set(record.source, record.origin);
          break;
        case 'line': {
          const { source, at, text, bytes } = record;
          const origin = origins.get(source);
          if (!origin || accepts({ origin, at })) {
            last = at;
            const line = { origin, at, text, bytes };
            texts.push({ at, text: lineText(line, timestamps) });
          }
          break;
        }
        default: {
          const words = wordsOf(record, origins);
          if (words !== undefined) {
            texts.push({ at: last, text: noteText(words) });
          }
        }
      }
    }
    yield texts;
  }
}

function wordsOf(
  record: LogRecord,
  origins: ReadonlyMap<number, LogOrigin>,
): string | undefined {
  if (record.type === 'gap') {
    const { source, from, to, reason } = record;
    const name = nameOf(origins.get(source));
    return `lines may be missing: ${name}, ${from} to ${to}, ${reason}`;
  }
  if (
    record.type === 'state' &&
    (record.state === 'failed' || record.state === 'silent')
  ) {
    const { cluster, source = 0, message } = record;
    return `${cluster ?? nameOf(origins.get(source))}: ${message}`;
  }
  return undefined;
}
