import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

const PANELS = ['drift', 'delete', 'history', 'file', 'pin'] as const;

/** A drawer or dialog of the page; it stands in the URL. */
export type Panel = (typeof PANELS)[number];

/** Which panel is open; a second one takes the place of the first, so that Back closes it. */
export function usePanel(): {
  readonly panel: Panel | undefined;
  readonly open: (panel: Panel) => void;
  readonly close: () => void;
} {
  const [params, setParams] = useSearchParams();
  const panel = PANELS.find(one => one === params.get('panel'));
  const set = useCallback(
    (next: Panel | undefined, replace: boolean) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          if (next) {
            after.set('panel', next);
          } else {
            after.delete('panel');
          }
          return after;
        },
        { replace },
      ),
    [setParams],
  );
  return useMemo(
    () => ({
      panel,
      open: next => set(next, panel !== undefined),
      close: () => set(undefined, true),
    }),
    [panel, set],
  );
}
