import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Plan,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  useClock,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../environmentsApiRef';

/** After the last change. */
const SETTLE_MS = 300;
/** A plan that is not there by then is dimmed, so that nobody takes it for the new one. */
const DIM_MS = 400;

/** What the specification at hand would make. */
export interface PlanState {
  /** The last one known, while a newer one is being made. */
  readonly plan: Plan | undefined;
  /** Whether it belongs to what stands in the form. */
  readonly checked: boolean;
  /** Whether the wait for a newer one is long enough to show. */
  readonly dimmed: boolean;
  /** Why it could not be made. */
  readonly error: Error | undefined;
  readonly retry: () => void;
}

/** Plans a specification whenever it settles; an answer to an older one is dropped. */
export function usePlan(
  specification: Specification,
  /** Id of the environment that would be changed. */
  environment: string | undefined,
): PlanState {
  const api = useApi(environmentsApiRef);
  const clock = useClock();
  const asked = JSON.stringify(specification);
  const [settled, setSettled] = useState(asked);
  useEffect(
    () => clock.after(SETTLE_MS, () => setSettled(asked)),
    [asked, clock],
  );
  const answer = useRemote(
    `plan ${environment ?? ''}`,
    async signal => ({
      asked: settled,
      plan: await api.plan(
        {
          specification: JSON.parse(settled) as Specification,
          ...(environment === undefined ? {} : { environment }),
        },
        { signal },
      ),
    }),
    { changeKey: settled },
  );
  const known = answer.status === 'ready' ? answer.data : undefined;
  const checked = known !== undefined && known.asked === asked;
  const [dimmed, setDimmed] = useState(false);
  useEffect(() => {
    setDimmed(false);
    return checked ? undefined : clock.after(DIM_MS, () => setDimmed(true));
  }, [checked, clock]);
  const failed = answer.status === 'ready' || answer.status === 'failed';
  return {
    plan: known?.plan,
    checked: checked && !(failed && answer.error),
    dimmed: dimmed && !checked,
    error: failed ? answer.error : undefined,
    retry: answer.reload,
  };
}
