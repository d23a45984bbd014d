import {
  workloadId,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Row } from '../../parts/model/rows';
import { Trouble } from '../../parts/model/troubles';

/** The problem after or before the open workload, round and round; the first or last when the open one is none. */
export function neighbourProblem(
  troubles: readonly Trouble[],
  open: WorkloadIdentity | undefined,
  step: 1 | -1,
): WorkloadIdentity | undefined {
  if (troubles.length === 0) {
    return undefined;
  }
  const at = open
    ? troubles.findIndex(({ workload }) => workload.id === workloadId(open))
    : -1;
  const first = step === 1 ? 0 : troubles.length - 1;
  const next =
    at === -1 ? first : (at + step + troubles.length) % troubles.length;
  return identityOf(troubles[next].workload);
}

/** The same service in the next or previous environment in which it is; undefined at the end. */
export function neighbourEnvironment(
  rows: readonly Row[],
  open: WorkloadIdentity,
  step: 1 | -1,
): WorkloadIdentity | undefined {
  const id = workloadId(open);
  for (const row of rows) {
    const at = row.cells.findIndex(
      cell => cell.kind === 'workloads' && cell.all.some(one => one.id === id),
    );
    if (at === -1) {
      continue;
    }
    for (let i = at + step; row.cells[i]; i += step) {
      const cell = row.cells[i];
      if (cell.kind === 'workloads') {
        return identityOf(
          cell.all.find(
            one => one.name === open.name && one.kind === open.kind,
          ) ?? cell.lead,
        );
      }
    }
  }
  return undefined;
}

/** The four names of a workload, without all the rest of it. */
export function identityOf(workload: WorkloadIdentity): WorkloadIdentity {
  const { cluster, namespace, kind, name } = workload;
  return { cluster, namespace, kind, name };
}
