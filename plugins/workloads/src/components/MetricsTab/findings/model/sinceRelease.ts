import {
  MetricPanelId,
  MetricsAnswer,
  ReleaseMark,
} from '@domaindeck/backstage-plugin-workloads-common';
import { compareRows, CompareRow } from '../../compare/model/compareRows';
import { ofWorkload } from './ofWorkload';
import { sliceOf } from './sliceOf';

const DAY_MS = 86_400_000;
/** Fewer values than these say nothing. */
const LEAST = 4;
/** Panels that a release may have made worse. */
const PANELS: readonly MetricPanelId[] = ['requests', 'errors', 'latency'];

/** Answers of the panels that are shown. */
export type Answers = Partial<Record<MetricPanelId, MetricsAnswer>>;

/**
 * What changed with a release, as far as the curves that are shown tell it: what came after it beside as long before, at
 * the same hours of the day where the curves reach back so far.
 *
 * @param until - milliseconds since 1970: the next release of the same workload, or the end of what is shown
 * @param names - of all workloads that are shown
 */
export function sinceRelease(
  answers: Answers,
  release: ReleaseMark,
  until: number,
  names: readonly string[],
): CompareRow[] {
  const place = { ...release, name: release.object.name };
  const panels = PANELS.flatMap(panel => {
    const shown = answers[panel];
    const compared =
      shown && around(ofWorkload(shown, place, names), release, until);
    return compared ? [{ panel, ...compared }] : [];
  });
  return compareRows(panels, {
    kind: 'release',
    at: release.at,
    side: 'PT24H',
  });
}

function around(
  answer: MetricsAnswer,
  release: ReleaseMark,
  until: number,
):
  | { before: MetricsAnswer; after: MetricsAnswer; usual?: MetricsAnswer }
  | undefined {
  const at = Date.parse(release.at);
  const step = answer.step * 1000;
  // A rate at the moment of the release is of both sides.
  const start = at + step;
  const span = Math.min(until - start, DAY_MS);
  const known = at - Date.parse(answer.from);
  const back = known >= DAY_MS ? DAY_MS : Math.min(span, known);
  const after = sliceOf(answer, start, start + span);
  const before =
    known >= DAY_MS
      ? sliceOf(answer, at - DAY_MS, Math.min(at - 1, at - DAY_MS + span))
      : sliceOf(answer, at - back, at - 1);
  if (
    !after ||
    !before ||
    lengthOf(after) < LEAST ||
    lengthOf(before) < LEAST
  ) {
    return undefined;
  }
  return { before, after, usual: sliceOf(answer, 0, at - 1) };
}

function lengthOf(answer: MetricsAnswer): number {
  return (
    (Date.parse(answer.to) - Date.parse(answer.from)) / (answer.step * 1000) + 1
  );
}
