import { LABEL_ROLE } from '@domaindeck/backstage-plugin-environments-common';
import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { BASELINE_KINDS, BaselineKind } from '../../clone';
import { KubernetesObject, objectHash, printOf } from '../../objects';
import { ClusterLists } from '../api/ClusterLists';
import { PageMemory } from '../api/PageMemory';
import { inTurns } from './inTurns';

/** What drift is told of. Accounts, roles and claims hold nothing that a person compares. */
const CLONED = [
  'Deployment',
  'StatefulSet',
  'CronJob',
  'Service',
  'ConfigMap',
  'Secret',
];
const KINDS = BASELINE_KINDS.filter(one => CLONED.includes(one.kind));
/** What of environments no look at their workloads tells. */
const CLONE_KINDS = KINDS.filter(one =>
  ['Service', 'ConfigMap'].includes(one.kind),
);

/** Baselines whose pages are remembered; beyond these the ones that were not asked for longest are read anew. */
const MAX_REMEMBERED = 200;

/** Tells by names and versions whether something has changed. */
export class Prints {
  readonly #lists: ClusterLists;
  readonly #memories = new Map<string, readonly PageMemory[]>();
  readonly #clones = CLONE_KINDS.map(() => new PageMemory());

  static create(lists: ClusterLists): Prints {
    return new Prints(lists);
  }

  private constructor(lists: ClusterLists) {
    this.#lists = lists;
  }

  /** One text for everything of a namespace that is cloned. */
  async of(
    namespace: string,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const memories = this.#memoriesOf(namespace);
    const lists = await inTurns(KINDS, kind =>
      this.#read(kind, memories[KINDS.indexOf(kind)], { namespace }, signal),
    );
    return objectHash(lists.flat().map(printOf).sort());
  }

  /** Everything that environments have for themselves beside their workloads. */
  async clones(signal: AbortSignal | undefined): Promise<KubernetesObject[]> {
    const labelSelector = `${LABEL_ENVIRONMENT_ID},${LABEL_ROLE}=clone`;
    const lists = await inTurns(CLONE_KINDS, kind =>
      this.#read(
        kind,
        this.#clones[CLONE_KINDS.indexOf(kind)],
        { labelSelector },
        signal,
      ),
    );
    return lists.flat();
  }

  #read(
    kind: BaselineKind,
    memory: PageMemory,
    which: { readonly namespace?: string; readonly labelSelector?: string },
    signal: AbortSignal | undefined,
  ): Promise<KubernetesObject[]> {
    return this.#lists.list(
      { kind, ...which, metadataOnly: true, withoutManagers: true, memory },
      signal,
    );
  }

  #memoriesOf(namespace: string): readonly PageMemory[] {
    const found =
      this.#memories.get(namespace) ?? KINDS.map(() => new PageMemory());
    this.#memories.delete(namespace);
    this.#memories.set(namespace, found);
    const [oldest] = this.#memories.keys();
    if (this.#memories.size > MAX_REMEMBERED) {
      this.#memories.delete(oldest);
    }
    return found;
  }
}
