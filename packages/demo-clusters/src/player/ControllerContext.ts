import { KubernetesObject } from '../model/KubernetesObject';
import { Random } from '../store/identity';

/** An event to be told; told again, it is counted up. */
export interface PlannedEvent {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** The component that tells, such as `kubelet`. */
  readonly source: string;
  /** The container that it is about. */
  readonly container?: string;
}

/** What a controller sees and may do. All of it happens at one moment. */
export interface ControllerContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /**
   * The moment at which the world became visible. Before it a controller may leave out what nobody could still see:
   * runs of jobs that are long gone, events that have expired.
   */
  readonly visibleFrom: number;
  readonly random: Random;
  get<T extends KubernetesObject>(
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
    name: string,
  ): T | undefined;
  list<T extends KubernetesObject>(
    apiVersion: string,
    kind: string,
    namespace?: string,
  ): T[];
  /** What an object controls, in the order of names. */
  owned<T extends KubernetesObject>(owner: KubernetesObject, kind: string): T[];
  create(object: KubernetesObject): void;
  /** Replaces an object; a replacement that changes nothing is left out. */
  update(object: KubernetesObject): void;
  /** @param graceSeconds - 0 to remove a pod without an end */
  remove(object: KubernetesObject, graceSeconds?: number): void;
  tell(about: KubernetesObject, event: PlannedEvent): void;
  /** Asks to be called for this object again at a later moment, however often it changes until then. */
  wakeAt(object: KubernetesObject, when: number): void;
}
