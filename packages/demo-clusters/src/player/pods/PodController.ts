import { KubernetesObject } from '../../model/KubernetesObject';
import { ControllerContext } from '../ControllerContext';
import { Pod } from '../objects';
import { PodMemory } from './PodMove';
import { advancePod, firstMemory } from './advancePod';

/** Plays the kubelets and the scheduler: each pod takes its next step when that is due. */
export class PodController {
  readonly #memories = new Map<string, PodMemory>();
  readonly #eventLifetime: number;

  private constructor(eventLifetime: number) {
    this.#eventLifetime = eventLifetime;
  }

  /** @param eventLifetime - after how many milliseconds events expire */
  static create(eventLifetime: number): PodController {
    return new PodController(eventLifetime);
  }

  reconcile(context: ControllerContext, pod: Pod): void {
    const { now, random, visibleFrom } = context;
    const uid = pod.metadata.uid ?? '';
    const memory = this.#memories.get(uid) ?? firstMemory(pod, now);
    const move = advancePod(pod, memory, {
      now,
      random,
      visibleFrom,
      nodes: schedulableNodes(context),
      eventLifetime: this.#eventLifetime,
      look: (kind, name) =>
        context.get('v1', kind, pod.metadata.namespace, name),
    });
    move.events.forEach(event => context.tell(pod, event));
    if (move.gone) {
      this.#memories.delete(uid);
      context.remove(pod, 0);
      return;
    }
    this.#memories.set(uid, move.memory);
    if (move.status || move.nodeName) {
      context.update({
        ...pod,
        spec: {
          ...pod.spec,
          ...(move.nodeName && { nodeName: move.nodeName }),
        },
        status: move.status ?? pod.status,
      });
    }
    if (move.memory.dueAt !== undefined) {
      context.wakeAt(pod, move.memory.dueAt);
    }
  }

  /** A pod that went without its kubelet's doing. */
  forget(pod: KubernetesObject): void {
    this.#memories.delete(pod.metadata.uid ?? '');
  }
}

function schedulableNodes(context: ControllerContext): string[] {
  return context
    .list('v1', 'Node')
    .filter(node => !(node.spec as { unschedulable?: boolean })?.unschedulable)
    .map(node => node.metadata.name);
}
