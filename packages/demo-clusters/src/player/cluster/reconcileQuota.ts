import { KubernetesObject } from '../../model/KubernetesObject';
import { ResourceType, apiVersionOf } from '../../model/ResourceType';
import { Change } from '../../store/ChangeHistory';
import { ObjectStore } from '../../store/ObjectStore';
import { isCharged } from '../../writes/admission/chargeOf';
import {
  ResourceQuota,
  counted,
  quotasOf,
} from '../../writes/admission/quotas';
import { ControllerContext } from '../ControllerContext';

/** Counts what a namespace uses. Admission adds to it by itself; only what has gone must be counted anew. */
export function reconcileQuota(
  context: ControllerContext,
  quota: ResourceQuota,
): void {
  const list = (type: ResourceType) =>
    context.list(apiVersionOf(type), type.kind, quota.metadata.namespace);
  context.update(counted(list, quota));
}

/** The quotas to which a change may have given something back. */
export function relievedQuotas(
  store: ObjectStore,
  type: ResourceType,
  { type: changed, current, previous }: Change,
): KubernetesObject[] {
  const isOver =
    type.kind === 'Pod' &&
    changed === 'MODIFIED' &&
    !isCharged(current.object) &&
    previous !== undefined &&
    isCharged(previous.object);
  const isGone =
    changed === 'DELETED' &&
    type.namespaced &&
    type.kind !== 'Event' &&
    type.kind !== 'ResourceQuota';
  return isOver || isGone ? quotasOf(store, current.metadata.namespace) : [];
}
