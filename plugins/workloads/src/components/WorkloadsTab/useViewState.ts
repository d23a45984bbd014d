import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  workloadId,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  readViewState,
  ViewState,
  writeViewState,
} from '../parts/model/viewState';

/** The state that stands in the URL, and the ways to change it. */
export interface ViewControl {
  readonly state: ViewState;
  /** Changes filters and views; the back button passes over it. */
  change(part: Partial<ViewState>): void;
  /** Opens or closes the panel; the back button comes back to it. */
  open(identity: WorkloadIdentity | undefined): void;
  /** The query of the URL that opens the panel of a workload. */
  searchOf(identity: WorkloadIdentity): string;
}

/** Reads and writes the tab's part of the URL. */
export function useViewState(): ViewControl {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readViewState(params), [params]);
  const change = useCallback(
    (part: Partial<ViewState>) =>
      setParams(writeViewState({ ...state, ...part }, params), {
        replace: true,
      }),
    [state, params, setParams],
  );
  const open = useCallback(
    (identity: WorkloadIdentity | undefined) => {
      const now = state.open && workloadId(state.open);
      if (now !== (identity && workloadId(identity))) {
        setParams(writeViewState({ ...state, open: identity }, params));
      }
    },
    [state, params, setParams],
  );
  // What is open makes no difference to where a link leads: opening a panel draws no link anew.
  const closed = writeViewState({ ...state, open: undefined }, params);
  const search = closed.toString();
  const searchOf = useCallback(
    (identity: WorkloadIdentity) => {
      const next = new URLSearchParams(search);
      return `?${writeViewState(
        { ...readViewState(next), open: identity },
        next,
      )}`;
    },
    [search],
  );
  return useMemo(
    () => ({ state, change, open, searchOf }),
    [state, change, open, searchOf],
  );
}
