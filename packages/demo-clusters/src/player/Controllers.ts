import { KubernetesObject } from '../model/KubernetesObject';
import { ResourceType } from '../model/ResourceType';
import { findKind } from '../model/resourceTypes';
import { ControllerContext } from './ControllerContext';
import { reconcileCronJob } from './batch/reconcileCronJob';
import { reconcileJob } from './batch/reconcileJob';
import {
  EVENT_LIFETIME_MS,
  EventRecorder,
  StoredEvent,
} from './cluster/EventRecorder';
import { Pod } from './objects';
import { reconcileAutoscaler } from './cluster/reconcileAutoscaler';
import { reconcileClaim } from './cluster/reconcileClaim';
import { reconcileNamespace } from './cluster/reconcileNamespace';
import { reconcileQuota } from './cluster/reconcileQuota';
import { PodController } from './pods/PodController';
import { reconcileDeployment } from './workloads/reconcileDeployment';
import { reconcileReplicaSet } from './workloads/reconcileReplicaSet';
import { reconcileStatefulSet } from './workloads/reconcileStatefulSet';

type Reconcile = (context: ControllerContext, object: KubernetesObject) => void;

/** Narrows once, here: the queue gives a controller objects of its own kind only. */
function forKind<T extends KubernetesObject>(
  reconcile: (context: ControllerContext, object: T) => void,
): Reconcile {
  return (context, object) => reconcile(context, object as T);
}

/** Which controller looks after which kind. */
export class Controllers {
  readonly events = EventRecorder.create();
  readonly #pods = PodController.create(EVENT_LIFETIME_MS);
  readonly #byKind: ReadonlyMap<
    string,
    { readonly type: ResourceType; readonly reconcile: Reconcile }
  >;

  private constructor() {
    const entries: [string, string, Reconcile][] = [
      ['apps/v1', 'Deployment', forKind(reconcileDeployment)],
      ['apps/v1', 'ReplicaSet', forKind(reconcileReplicaSet)],
      ['apps/v1', 'StatefulSet', forKind(reconcileStatefulSet)],
      ['batch/v1', 'CronJob', forKind(reconcileCronJob)],
      ['batch/v1', 'Job', forKind(reconcileJob)],
      [
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        forKind(reconcileAutoscaler),
      ],
      ['v1', 'PersistentVolumeClaim', forKind(reconcileClaim)],
      ['v1', 'ResourceQuota', forKind(reconcileQuota)],
      ['v1', 'Namespace', forKind(reconcileNamespace)],
      [
        'v1',
        'Pod',
        forKind((context, pod: Pod) => this.#pods.reconcile(context, pod)),
      ],
      [
        'v1',
        'Event',
        forKind((context, event: StoredEvent) =>
          this.events.reconcile(context, event),
        ),
      ],
    ];
    this.#byKind = new Map(
      entries.flatMap(([apiVersion, kind, reconcile]) => {
        const type = findKind(apiVersion, kind);
        return type ? [[kind, { type, reconcile }] as const] : [];
      }),
    );
  }

  static create(): Controllers {
    return new Controllers();
  }

  /** The type of a kind that has a controller. */
  typeOf(kind: string): ResourceType | undefined {
    return this.#byKind.get(kind)?.type;
  }

  reconcile(context: ControllerContext, object: KubernetesObject): void {
    this.#byKind.get(object.kind)?.reconcile(context, object);
  }

  /** An object is gone. */
  forget(object: KubernetesObject): void {
    if (object.kind === 'Pod') {
      this.#pods.forget(object);
    }
  }
}
