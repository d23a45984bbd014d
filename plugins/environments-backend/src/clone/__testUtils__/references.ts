import { isObject, KubernetesObject, podTemplateOf } from '../../objects';
import { Baseline, PlanResult } from '../types';

/** Fields of a pod in which another object is named, wherever they stand. */
const NAMED_IN: Readonly<Record<string, string>> = {
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  configMap: 'ConfigMap',
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
  nodePublishSecretRef: 'Secret',
};
const NAMES: Readonly<Record<string, string>> = {
  secretName: 'Secret',
  claimName: 'PersistentVolumeClaim',
  serviceAccountName: 'ServiceAccount',
  resourceClaimTemplateName: 'ResourceClaimTemplate',
  secretProviderClass: 'SecretProviderClass',
};

/** What every namespace has by itself. */
const GIVEN = ['ServiceAccount default', 'ConfigMap kube-root-ca.crt'];

/**
 * Names that pods of a plan need and that nobody gives or speaks of. It walks by the names of fields and knows nothing of
 * how the planner looks for them.
 */
export function danglingNames(
  baseline: Baseline,
  result: PlanResult,
): string[] {
  const { plan, manifests } = result;
  const given = new Set([
    ...GIVEN,
    ...plan.pendingSecrets.map(one => `Secret ${one.name}`),
    ...manifests.map(({ object }) => `${object.kind} ${object.metadata.name}`),
    ...manifests.flatMap(({ object }) => madeBy(object)),
  ]);
  const told = new Set(plan.warnings.map(one => one.parts.name));
  const pods = manifests.flatMap(({ object }) => {
    const spec = podTemplateOf(object)?.spec;
    return spec ? [{ owner: object, needs: needsOf(spec) }] : [];
  });
  const accounts = manifests
    .filter(({ object }) => object.kind === 'ServiceAccount')
    .map(({ object }) => ({ owner: object, needs: needsOf(object) }));
  const missing = [...pods, ...accounts].flatMap(({ owner, needs }) =>
    needs
      .filter(need => !given.has(need) && !told.has(need.split(' ')[1]))
      .map(need => `${owner.metadata.name} needs ${need}`),
  );
  return [
    ...missing,
    ...pods.flatMap(({ owner }) => lostPullSecrets(owner, baseline)),
    ...manifests.flatMap(({ object }) => danglingBinding(object, given)),
  ];
}

/** Names of Secrets that somebody makes in the cluster from another object. */
function madeBy(object: KubernetesObject): string[] {
  const target = (object.spec?.target as { name?: string } | undefined)?.name;
  return object.kind === 'ExternalSecret'
    ? [`Secret ${target ?? object.metadata.name}`]
    : [];
}

function needsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(needsOf);
  }
  if (!isObject(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([field, inner]) => {
    if (isObject(inner) && inner.optional === true) {
      return [];
    }
    if (field in NAMES && typeof inner === 'string') {
      return value.optional === true ? [] : [`${NAMES[field]} ${inner}`];
    }
    if (field in NAMED_IN && isObject(inner) && inner.name) {
      return [`${NAMED_IN[field]} ${inner.name}`];
    }
    if (field === 'imagePullSecrets' && Array.isArray(inner)) {
      return inner.map(one => `Secret ${isObject(one) ? one.name : one}`);
    }
    if (field === 'secret' && isObject(inner) && inner.name) {
      return [`Secret ${inner.name}`];
    }
    return needsOf(inner);
  });
}

/** What the baseline's default account lets pods pull with, and their copies cannot. */
function lostPullSecrets(
  owner: KubernetesObject,
  baseline: Baseline,
): string[] {
  const spec = podTemplateOf(owner)!.spec;
  const account = spec.serviceAccountName ?? 'default';
  const before = baseline.objects.find(
    one => one.kind === 'ServiceAccount' && one.metadata.name === account,
  );
  const pull = (before?.imagePullSecrets ?? []) as { name: string }[];
  return account === 'default'
    ? pull
        .filter(one => !spec.imagePullSecrets?.some(it => it.name === one.name))
        .map(one => `${owner.metadata.name} pulls without ${one.name}`)
    : [];
}

function danglingBinding(
  object: KubernetesObject,
  given: ReadonlySet<string>,
): string[] {
  if (
    object.kind !== 'RoleBinding' ||
    object.metadata.name === 'domaindeck-team'
  ) {
    return [];
  }
  const role = object.roleRef as { kind: string; name: string };
  const subjects = (object.subjects ?? []) as Record<string, string>[];
  return [
    ...(role.kind === 'Role' && given.has(`Role ${role.name}`)
      ? []
      : [`${object.metadata.name} gives ${role.kind} ${role.name}`]),
    ...subjects
      .filter(one => one.namespace !== object.metadata.namespace)
      .map(one => `${object.metadata.name} gives to ${one.namespace}`),
  ];
}
