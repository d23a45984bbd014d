import { KubernetesObject } from '../cluster/KubernetesClient';

interface ClaimSpec {
  readonly accessModes?: readonly string[];
  readonly storageClassName?: string;
  readonly volumeName?: string;
  readonly resources?: { readonly requests?: { readonly storage?: string } };
}

/**
 * A volume for every claim that waits for one; nothing else in such a cluster provisions any.
 */
export function planVolumes(
  claims: readonly KubernetesObject[],
): KubernetesObject[] {
  return claims
    .filter(
      claim =>
        claim.status?.phase === 'Pending' &&
        !claim.metadata.deletionTimestamp &&
        !(claim.spec as ClaimSpec)?.volumeName,
    )
    .map(claim => {
      const { accessModes, storageClassName, resources } =
        claim.spec as ClaimSpec;
      return {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: `pv-${claim.metadata.uid}` },
        spec: {
          accessModes,
          storageClassName: storageClassName ?? '',
          capacity: { storage: resources?.requests?.storage ?? '1Gi' },
          persistentVolumeReclaimPolicy: 'Delete',
          hostPath: { path: `/var/lib/volumes/${claim.metadata.uid}` },
          claimRef: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            namespace: claim.metadata.namespace,
            name: claim.metadata.name,
            uid: claim.metadata.uid,
          },
        },
      };
    });
}
