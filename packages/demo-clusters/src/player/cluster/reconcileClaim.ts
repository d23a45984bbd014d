import { KubernetesObject } from '../../model/KubernetesObject';
import { ControllerContext } from '../ControllerContext';

/** A provisioner takes its time. */
const BINDING_MS = 1000;

/** A PersistentVolumeClaim, as far as somebody reads it here. */
export interface Claim extends KubernetesObject {
  spec: {
    accessModes?: readonly string[];
    resources?: { requests?: Readonly<Record<string, string>> };
    volumeName?: string;
  };
  status: { phase: string };
}

/** Gives a claim the volume that it wants. */
export function reconcileClaim(context: ControllerContext, claim: Claim): void {
  const { uid, creationTimestamp = '', deletionTimestamp } = claim.metadata;
  if (claim.status.phase !== 'Pending' || deletionTimestamp) {
    return;
  }
  const dueAt = Date.parse(creationTimestamp) + BINDING_MS;
  if (context.now < dueAt) {
    context.wakeAt(claim, dueAt);
    return;
  }
  const volumeName = claim.spec.volumeName ?? `pvc-${uid}`;
  context.update({
    ...claim,
    spec: { ...claim.spec, volumeName },
    status: {
      phase: 'Bound',
      accessModes: claim.spec.accessModes ?? [],
      capacity: { storage: claim.spec.resources?.requests?.storage },
    },
  });
  context.tell(claim, {
    type: 'Normal',
    reason: 'ProvisioningSucceeded',
    message: `Successfully provisioned volume ${volumeName}`,
    source: 'persistentvolume-controller',
  });
}
