import { StoredEnvironment } from '../store/types';
import { Snapshot } from '../clone';
import { PlanQuestion } from './PlanSource';

/**
 * The question about an environment that exists.
 *
 * @param pinned - what was cloned and stays as it was; without it the plan is over the baseline of now
 */
export function questionOf(
  environment: StoredEnvironment,
  pinned: Snapshot | undefined,
): PlanQuestion {
  const { id, specification, baseline, creator, owner } = environment;
  const { expiresAt, givenSecrets } = environment;
  return {
    id,
    specification,
    baseline,
    creator,
    owner,
    expiresAt,
    pinned,
    givenSecrets,
    accepted: specification,
  };
}
