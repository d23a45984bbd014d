import {
  ClusterStatus,
  StreamRecord,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { WorkloadsData } from './FeedState';
import { Keyed } from './Keyed';

/**
 * Applies records of a stream to what is known. Pure; gives the same lists back when nothing in them changed.
 * `reset` and `end` say nothing about the data and are left to the caller.
 */
export function applyRecords(
  data: WorkloadsData,
  records: readonly StreamRecord[],
): WorkloadsData {
  const workloads = new Keyed<Workload>(data.workloads, w => w.id);
  const clusters = new Keyed<ClusterStatus>(data.clusters, c => c.name);
  let revision = data.revision;
  for (const record of records) {
    if ('revision' in record) {
      revision = record.revision;
    }
    if (record.type === 'upsert') {
      workloads.put(record.item);
    } else if (record.type === 'delete') {
      workloads.remove(record.id);
    } else if (record.type === 'cluster') {
      clusters.put(record.cluster);
    }
  }
  return {
    ...data,
    revision,
    workloads: workloads.list(),
    clusters: clusters.list(),
  };
}
