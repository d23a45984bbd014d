import { imageOf } from './imageOf';
import { BaselineIndex } from './traverse';
import { Baseline } from './types';

/** The images that the versions of a baseline's services speak of, by service. */
export function imagesOf(
  baseline: Baseline,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    new BaselineIndex(baseline).workloads.map(workload => [
      workload.metadata.name,
      imageOf(workload),
    ]),
  );
}
