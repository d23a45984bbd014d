import {
  LogOrigin,
  LogRecord,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Turns the records of a log into text, a line each. What is missing, and why, stands between the lines.
 * @param timestamps - whether time, cluster, pod and container stand before each line
 */
export async function* writeDownload(
  batches: AsyncIterable<readonly LogRecord[]>,
  timestamps: boolean,
): AsyncGenerator<string> {
  const origins = new Map<number, LogOrigin>();
  for await (const batch of batches) {
    const text = batch
      .map(record => lineOf(record, origins, timestamps))
      .join('');
    if (text !== '') {
      yield text;
    }
  }
}

function lineOf(
  record: LogRecord,
  origins: Map<number, LogOrigin>,
  timestamps: boolean,
): string {
  switch (record.type) {
    case 'source':
      origins.set(record.source, record.origin);
      return '';
    case 'line': {
      const { at, source, text, bytes } = record;
      const prefix = timestamps ? `${at} ${nameOf(origins.get(source))} ` : '';
      const cut = bytes === undefined ? '' : ` [cut, ${bytes} bytes in all]`;
      return `${prefix}${text}${cut}\n`;
    }
    case 'gap':
      return `--- lines may be missing: ${nameOf(
        origins.get(record.source),
      )}, ${record.from} to ${record.to}, ${record.reason} ---\n`;
    case 'state':
      return record.state === 'failed' || record.state === 'silent'
        ? `--- ${record.cluster ?? nameOf(origins.get(record.source ?? 0))}: ${
            record.message
          } ---\n`
        : '';
    default:
      return '';
  }
}

function nameOf(origin: LogOrigin | undefined): string {
  return origin
    ? `${origin.cluster}/${origin.namespace}/${origin.pod}/${origin.container}`
    : 'unknown';
}
