import { timestamp } from '../store/identity';
import { Condition } from './objects';

/** A condition as its controller thinks of it, without times. */
export type Judgement = Pick<
  Condition,
  'type' | 'status' | 'reason' | 'message'
>;

/** The condition with its times: the time of the transition stays while the status stays. */
export function judged(
  previous: readonly Condition[] | undefined,
  judgement: Judgement,
  now: number,
): Condition {
  const before = previous?.find(({ type }) => type === judgement.type);
  return {
    ...judgement,
    lastTransitionTime:
      before?.status === judgement.status
        ? before.lastTransitionTime
        : timestamp(now),
  };
}
