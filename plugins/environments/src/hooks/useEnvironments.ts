import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  documentVisibility,
  useClock,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../environmentsApiRef';
import { EnvironmentsFeed, EnvironmentsState } from '../live';

/** Environments, live, and the way to show the answer of a write at once. */
export interface LiveEnvironments {
  readonly state: EnvironmentsState;
  /** Ends the wait before the next attempt. */
  readonly retryNow: () => void;
  readonly accept: (answer: EnvironmentRecord) => void;
}

/**
 * The environments of a domain, one environment, or all that the reader may view: one stream, none while the page is
 * hidden.
 */
export function useEnvironments(
  request: { readonly domain?: string; readonly id?: string } = {},
): LiveEnvironments {
  const { domain, id } = request;
  const api = useApi(environmentsApiRef);
  const clock = useClock();
  const feed = useMemo(
    () =>
      EnvironmentsFeed.create({
        api,
        request: {
          ...(domain === undefined ? {} : { domain }),
          ...(id === undefined ? {} : { id }),
        },
        clock,
        visibility: documentVisibility,
        random: Math.random,
      }),
    [api, domain, id, clock],
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
  const accept = useCallback(
    (answer: EnvironmentRecord) => feed.accept(answer),
    [feed],
  );
  // Another environment's data must not be seen for even one frame.
  const state = seen.feed === feed ? seen.state : feed.getState();
  return { state, retryNow, accept };
}
