import { LogHistory } from '@domaindeck/backstage-plugin-workloads-common';
import {
  Clock,
  LogHistorySource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { messageOf } from './read/openLog';

/** Milliseconds for which a page waits for a store to say how it is. */
const PATIENCE = 2_000;

/** Where the lines of a cluster are stored, and whether that store answers. No page waits for a silent one. */
export async function describeHistory(
  cluster: string,
  source: LogHistorySource | undefined,
  clock: Clock,
): Promise<LogHistory> {
  if (!source) {
    return {
      cluster,
      state: 'none',
      remedy: `workloads:\n  clusters:\n    ${cluster}:\n      logs:\n        type: loki\n        url: https://loki.example.com\n`,
    };
  }
  const asking = new AbortController();
  const cancel = clock.after(PATIENCE, () =>
    asking.abort(new Error('it has not answered within 2 s')),
  );
  const silence = new Promise<never>((_resolve, reject) =>
    asking.signal.addEventListener('abort', () => reject(asking.signal.reason)),
  );
  try {
    const status = await Promise.race([source.status(asking.signal), silence]);
    return { cluster, state: 'available', name: source.name, ...status };
  } catch (error) {
    return {
      cluster,
      state: 'failing',
      name: source.name,
      reason: messageOf(error),
    };
  } finally {
    cancel();
  }
}
