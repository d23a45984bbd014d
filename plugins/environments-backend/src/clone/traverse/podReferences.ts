import { containersOf, PodSpec } from '../../objects';

/** One thing that a pod needs by name. */
export interface Reference {
  readonly kind:
    | 'ConfigMap'
    | 'Secret'
    | 'ServiceAccount'
    | 'PersistentVolumeClaim'
    | 'ResourceClaimTemplate'
    | 'SecretProviderClass';
  readonly name: string;
  readonly optional: boolean;
  /** The key that is read, where it is only one. */
  readonly key?: string;
}

type Found = (
  kind: Reference['kind'],
  name: string | undefined,
  optional?: boolean,
  key?: string,
) => void;

/**
 * Everything that a pod needs by name, each once for every way in which it is needed.
 */
export function podReferences(spec: PodSpec): Reference[] {
  const references: Reference[] = [];
  const found: Found = (kind, name, optional = false, key) => {
    if (name) {
      references.push({ kind, name, optional, ...(key ? { key } : {}) });
    }
  };
  fromContainers(spec, found);
  fromVolumes(spec, found);
  for (const secret of spec.imagePullSecrets ?? []) {
    found('Secret', secret.name);
  }
  for (const claim of spec.resourceClaims ?? []) {
    found('ResourceClaimTemplate', claim.resourceClaimTemplateName);
  }
  found('ServiceAccount', accountOf(spec));
  return references;
}

/** The account of a pod; one that names none has that of its namespace. */
export function accountOf(spec: PodSpec): string {
  return spec.serviceAccountName ?? spec.serviceAccount ?? 'default';
}

function fromContainers(spec: PodSpec, found: Found): void {
  for (const container of containersOf(spec)) {
    for (const { configMapRef, secretRef } of container.envFrom ?? []) {
      found('ConfigMap', configMapRef?.name, configMapRef?.optional);
      found('Secret', secretRef?.name, secretRef?.optional);
    }
    for (const { valueFrom } of container.env ?? []) {
      const config = valueFrom?.configMapKeyRef;
      const secret = valueFrom?.secretKeyRef;
      found('ConfigMap', config?.name, config?.optional, config?.key);
      found('Secret', secret?.name, secret?.optional, secret?.key);
    }
  }
}

function fromVolumes(spec: PodSpec, found: Found): void {
  for (const volume of spec.volumes ?? []) {
    found('ConfigMap', volume.configMap?.name, volume.configMap?.optional);
    found('Secret', volume.secret?.secretName, volume.secret?.optional);
    found('PersistentVolumeClaim', volume.persistentVolumeClaim?.claimName);
    for (const { configMap, secret } of volume.projected?.sources ?? []) {
      found('ConfigMap', configMap?.name, configMap?.optional);
      found('Secret', secret?.name, secret?.optional);
    }
    found('Secret', volume.azureFile?.secretName);
    found('Secret', volume.csi?.nodePublishSecretRef?.name);
    found(
      'SecretProviderClass',
      volume.csi?.volumeAttributes?.secretProviderClass,
    );
  }
}
