import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const PARAM = 'cluster';

/** The cluster whose detail is shown; it is in the URL, so that a link leads to it. */
export function useClusterParam(): readonly [
  string | undefined,
  (cluster: string | undefined) => void,
] {
  const [params, setParams] = useSearchParams();
  const select = useCallback(
    (cluster: string | undefined) =>
      setParams(before => {
        const after = new URLSearchParams(before);
        if (cluster) {
          after.set(PARAM, cluster);
        } else {
          after.delete(PARAM);
        }
        return after;
      }),
    [setParams],
  );
  return [params.get(PARAM) ?? undefined, select];
}
