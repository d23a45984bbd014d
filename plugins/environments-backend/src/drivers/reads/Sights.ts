import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { BASELINE_KINDS } from '../../clone';
import { NAMESPACE_KIND } from '../api/APPLIED_KINDS';
import { ClusterLists } from '../api/ClusterLists';
import { PageMemory } from '../api/PageMemory';
import { ClusterSight } from '../types';

const KINDS = [
  NAMESPACE_KIND,
  ...BASELINE_KINDS.filter(one =>
    ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'].includes(one.kind),
  ),
];

/** Looks at all environments of a cluster with one list of each kind; what has not changed is not parsed again. */
export class Sights {
  readonly #lists: ClusterLists;
  readonly #memories = KINDS.map(() => new PageMemory());

  static create(lists: ClusterLists): Sights {
    return new Sights(lists);
  }

  private constructor(lists: ClusterLists) {
    this.#lists = lists;
  }

  /** @param at - milliseconds since the epoch */
  async take(
    at: number,
    signal: AbortSignal | undefined,
  ): Promise<ClusterSight> {
    const [namespaces, ...workloads] = await Promise.all(
      KINDS.map((kind, index) =>
        this.#lists.list(
          {
            kind,
            labelSelector: LABEL_ENVIRONMENT_ID,
            withoutManagers: true,
            memory: this.#memories[index],
          },
          signal,
        ),
      ),
    );
    return { at, namespaces, workloads: workloads.flat() };
  }
}
