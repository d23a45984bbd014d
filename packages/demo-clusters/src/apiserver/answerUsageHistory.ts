import { findResource } from '../model/resourceTypes';
import { Pod } from '../player/objects';
import { ObjectStore } from '../store/ObjectStore';
import { usageOf } from '../usage/usageOf';
import { StatusError } from '../writes/StatusError';

/** Where a demo cluster tells what its pods have used; no real API server has it. */
export const USAGE_PATH = '/demo/usage';

/** As many values as a chart has room for, and more. */
const MAX_VALUES = 11_000;

/**
 * Answers `GET /demo/usage?namespace=&from=&to=&step=`, times and step in milliseconds: `{items: [{pod, container, cpu,
 * memory}]}` with a value for each step from `from` to `to`, null before the container started and after now.
 *
 * @throws StatusError 400 for a range that is none
 */
export function answerUsageHistory(
  store: ObjectStore,
  query: URLSearchParams,
  now: number,
): object {
  const [from, to, step] = ['from', 'to', 'step'].map(name =>
    Number(query.get(name) ?? NaN),
  );
  if (!(from <= to && step > 0 && (to - from) / step < MAX_VALUES)) {
    throw StatusError.badRequest(
      'from, to and step must be milliseconds, with from before to',
    );
  }
  const type = findResource('', 'v1', 'pods');
  const pods = type ? store.list(type, query.get('namespace') ?? '') : [];
  const times = Array.from(
    { length: Math.floor((to - from) / step) + 1 },
    (_, index) => from + index * step,
  );
  return {
    items: pods.flatMap(({ object }) => {
      const pod = object as Pod;
      return pod.spec.containers.map(({ name }) => {
        const usages = times.map(at =>
          at <= now ? usageOf(pod, name, at) : undefined,
        );
        return {
          pod: pod.metadata.name,
          container: name,
          cpu: usages.map(usage => usage?.cpu ?? null),
          memory: usages.map(usage => usage?.memory ?? null),
        };
      });
    }),
  };
}
