import { WorkloadIdentity } from '@domaindeck/backstage-plugin-workloads-common';
import {
  DEFAULT_VIEW,
  ViewState,
  writeViewState,
} from '../../parts/model/viewState';

/** The query, with its question mark, that shows the Workloads tab so. */
export function searchOf(part: Partial<ViewState>): string {
  return `?${writeViewState(
    { ...DEFAULT_VIEW, ...part },
    new URLSearchParams(),
  )}`;
}

/** The query that opens the panel of a workload. */
export function searchOfWorkload(open: WorkloadIdentity): string {
  return searchOf({ open });
}
