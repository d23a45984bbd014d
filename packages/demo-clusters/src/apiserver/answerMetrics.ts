import { panelSeries, USAGE_PANELS } from '../usage/panelSeries';
import { USAGE_HOURS, UsageArchive } from '../usage/UsageArchive';
import { StatusError } from '../writes/StatusError';

/** Where the store of measures of a demo cluster answers; no real API server has it. */
export const METRICS_PATH = '/demo/metrics';

/** As many values as a chart has room for, and more. */
const MAX_VALUES = 11_000;

/**
 * Answers for the store of measures that a demo cluster has beside it, times and step in milliseconds:
 *
 * - `GET /demo/metrics/panels?namespace=&namespace=`: `{keptFor, items}` with the panels that have lines now
 * - `GET /demo/metrics/series?panel=&namespace=&from=&to=&step=`: `{items: [{pod?, container?, workload?,
 *   subject?, measure, unit?, values}]}` with a value for each step, null where nothing was measured and after now
 *
 * @throws StatusError 400 for a range that is none, 404 for another path
 */
export function answerMetrics(
  archive: UsageArchive,
  path: string,
  query: URLSearchParams,
  now: number,
): object {
  const sceneOf = (namespace: string) => ({
    lives: archive.lives(namespace),
    wanted: archive.wantedPods(namespace),
    claims: archive.claims(namespace),
    quotas: archive.quotas(namespace),
  });
  if (path === `${METRICS_PATH}/panels`) {
    const scenes = query.getAll('namespace').map(sceneOf);
    return {
      keptFor: `PT${USAGE_HOURS}H`,
      items: USAGE_PANELS.filter(panel =>
        scenes.some(scene => panelSeries(panel, scene, [now]).length > 0),
      ),
    };
  }
  if (path !== `${METRICS_PATH}/series`) {
    throw StatusError.unknownResource();
  }
  const [from, to, step] = ['from', 'to', 'step'].map(name =>
    Number(query.get(name) ?? NaN),
  );
  if (!(from <= to && step > 0 && (to - from) / step < MAX_VALUES)) {
    throw StatusError.badRequest(
      'from, to and step must be milliseconds, with from before to',
    );
  }
  const times = Array.from(
    { length: Math.floor((to - from) / step) + 1 },
    (_, index) => from + index * step,
  );
  const past = times.filter(at => at <= now);
  const future = new Array<null>(times.length - past.length).fill(null);
  const scene = sceneOf(query.get('namespace') ?? '');
  return {
    items: panelSeries(query.get('panel') ?? '', scene, past).map(one => ({
      ...one,
      values: [...one.values, ...future],
    })),
  };
}
