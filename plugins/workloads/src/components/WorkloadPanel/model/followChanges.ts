import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { Phrase } from '../../../translation/Phrase';
import { differencesOf } from './differencesOf';

/** Changes that follow each other within this are one story: a rollout is told from its beginning. In milliseconds. */
export const STORY_MS = 60_000;

/** What an open panel has seen change. */
export interface Followed {
  readonly workload: Workload;
  /** Before the story at hand began. */
  readonly base: Workload;
  /** When the panel began to follow; milliseconds since the epoch. */
  readonly from: number;
  /** When something last changed. */
  readonly at?: number;
  readonly differences: readonly Phrase[];
}

/** The beginning: nothing has changed yet. */
export function beginFollowing(workload: Workload, now: number): Followed {
  return { workload, base: workload, from: now, differences: [] };
}

/** Takes the next state in. What no reader would notice changes nothing. */
export function followChanges(
  before: Followed,
  workload: Workload,
  now: number,
): Followed {
  if (workload === before.workload) {
    return before;
  }
  if (differencesOf(before.workload, workload).length === 0) {
    return { ...before, workload };
  }
  const goesOn = before.at !== undefined && now - before.at <= STORY_MS;
  const base = goesOn ? before.base : before.workload;
  return {
    ...before,
    workload,
    base,
    at: now,
    differences: differencesOf(base, workload),
  };
}
