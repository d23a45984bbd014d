import { LogStateRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { LogNote } from './LogRow';

/**
 * What the list says about a change of a source or cluster; undefined for what passes without a row, such as a
 * connection that was made again without loss.
 * @param source - Place in the table of sources.
 */
export function noteOfState(
  record: LogStateRecord,
  source: number | undefined,
): LogNote | undefined {
  const { cluster = '', reason, message } = record;
  switch (record.state) {
    case 'silent':
      return { kind: 'silent', cluster, retryAt: record.retryAt };
    case 'answers':
      return { kind: 'answers', cluster };
    case 'skewed':
      return { kind: 'skewed', cluster, ms: record.skewMs ?? 0 };
    case 'limited':
      return {
        kind: 'limited',
        followed: record.followed ?? 0,
        total: record.total ?? 0,
      };
    default:
  }
  if (source === undefined) {
    return undefined;
  }
  switch (record.state) {
    case 'restarted':
      return { kind: 'restarted', source, reason, exitCode: record.exitCode };
    case 'ended':
      return { kind: 'left', source };
    case 'waiting':
      return { kind: 'waiting', source, reason, message };
    case 'failed':
      return { kind: 'unreadable', source, reason, message };
    default:
      return undefined;
  }
}
