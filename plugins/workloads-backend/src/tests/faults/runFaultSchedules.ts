import { FaultKind } from './faultKinds';
import { FaultSchedule, ScheduleResult } from './FaultSchedule';

/** Seeds are taken modulo this. */
const SEEDS = 2 ** 32;

/** How many schedules went. */
export interface FaultReport {
  readonly schedules: number;
  readonly injected: ReadonlyMap<FaultKind, number>;
  /** Those in which something was wrong. */
  readonly failed: readonly ScheduleResult[];
}

/**
 * Runs schedules with the seeds from a first one on, so that each can be run again alone.
 *
 * @param onResult - told after each, with how many have run
 */
export async function runFaultSchedules(
  options: { readonly schedules: number; readonly seed: number },
  onResult: (result: ScheduleResult, run: number) => void = () => {},
): Promise<FaultReport> {
  const injected = new Map<FaultKind, number>();
  const failed: ScheduleResult[] = [];
  for (let index = 0; index < options.schedules; index += 1) {
    const result = await FaultSchedule.run((options.seed + index) % SEEDS);
    result.injected.forEach((count, kind) =>
      injected.set(kind, (injected.get(kind) ?? 0) + count),
    );
    if (result.divergences.length > 0) {
      failed.push(result);
    }
    onResult(result, index + 1);
  }
  return { schedules: options.schedules, injected, failed };
}
