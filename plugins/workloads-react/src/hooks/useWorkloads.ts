import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useClock } from '../clock';
import { documentVisibility, FeedState, WorkloadsFeed } from '../live';
import { workloadsApiRef } from '../workloadsApiRef';

/**
 * The workloads of an entity, live.
 * @param entityRef - Full reference, such as `domain:default/payments`.
 * @public
 */
export function useWorkloads(entityRef: string): {
  readonly state: FeedState;
  /** Ends the wait before the next attempt. */
  readonly retryNow: () => void;
} {
  const api = useApi(workloadsApiRef);
  const clock = useClock();
  const feed = useMemo(
    () =>
      WorkloadsFeed.create({
        api,
        entityRef,
        clock,
        visibility: documentVisibility,
        random: Math.random,
      }),
    [api, entityRef, clock],
  );
  const [seen, setSeen] = useState({ feed, state: feed.getState() });
  useEffect(() => {
    const unsubscribe = feed.subscribe(() =>
      setSeen({ feed, state: feed.getState() }),
    );
    const stop = feed.start();
    return () => {
      unsubscribe();
      stop();
    };
  }, [feed]);
  const retryNow = useCallback(() => feed.retryNow(), [feed]);
  // Another entity's data must not be seen for even one frame.
  const state = seen.feed === feed ? seen.state : feed.getState();
  return { state, retryNow };
}
