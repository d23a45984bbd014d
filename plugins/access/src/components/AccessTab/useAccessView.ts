import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  AccessViewState,
  readViewState,
  writeViewState,
} from './model/viewState';

/** The state that stands in the URL, and the way to change it. */
export interface AccessViewControl {
  readonly state: AccessViewState;
  /** The back button passes over it, unless it is a step of its own. */
  change(
    part: Partial<AccessViewState>,
    options?: { readonly step: boolean },
  ): void;
}

/** Reads and writes the tab's part of the URL. */
export function useAccessView(): AccessViewControl {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readViewState(params), [params]);
  const change = useCallback(
    (part: Partial<AccessViewState>, options?: { readonly step: boolean }) =>
      setParams(
        now => writeViewState({ ...readViewState(now), ...part }, now),
        {
          replace: !options?.step,
        },
      ),
    [setParams],
  );
  return useMemo(() => ({ state, change }), [state, change]);
}
