import { isObject, KubernetesObject } from '../../objects';
import { PlanContext } from '../context';
import { sanitizeObject } from '../sanitize';
import { accountsOf, isGroupOf, Needed } from '../traverse';

/** In the order in which they are applied: an account before what binds it, a role before its binding. */
const ORDER = [
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'SecretStore',
  'ExternalSecret',
  'SecretProviderClass',
  'ConfigMap',
  'PersistentVolumeClaim',
];

/** What own services need by name, as it is applied in the environment. */
export function neededObjects(
  needed: readonly Needed[],
  context: PlanContext,
): { object: KubernetesObject; by: readonly string[] }[] {
  return [...needed]
    .sort(
      (a, b) =>
        ORDER.indexOf(a.object.kind) - ORDER.indexOf(b.object.kind) ||
        (a.object.metadata.name < b.object.metadata.name ? -1 : 1),
    )
    .map(({ object, by }) => ({
      object: adapt(sanitizeObject(object), context),
      by,
    }));
}

function adapt(
  object: KubernetesObject,
  context: PlanContext,
): KubernetesObject {
  if (object.kind === 'ConfigMap') {
    return configMap(object, context);
  }
  if (object.kind === 'RoleBinding') {
    const subjects = Array.isArray(object.subjects) ? object.subjects : [];
    return {
      ...object,
      // Only accounts of the environment: whoever else the baseline admits has no business here.
      subjects: subjects
        .filter(
          subject =>
            isObject(subject) &&
            (isGroupOf(subject, context.index.namespace) ||
              (subject.kind === 'ServiceAccount' &&
                (subject.namespace ?? context.index.namespace) ===
                  context.index.namespace)),
        )
        .map(subject =>
          isGroupOf(subject, context.index.namespace)
            ? { ...subject, name: accountsOf(context.namespace) }
            : { ...subject, namespace: context.namespace },
        ),
    };
  }
  return object;
}

/** Values that a person gave in place of the baseline's, and names led to own services. */
function configMap(
  object: KubernetesObject,
  context: PlanContext,
): KubernetesObject {
  const { addresses, input } = context;
  const { configOverrides, rewriteAddresses } = input.specification;
  const overrides = configOverrides?.[object.metadata.name] ?? {};
  const data = Object.entries({
    ...((object.data ?? {}) as Record<string, string>),
    ...overrides,
  })
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([key, value]) => [
      key,
      rewriteAddresses && overrides[key] === undefined
        ? addresses.rewrite(value, context.ownNames, context.namespace)
        : value,
    ]);
  return { ...object, data: Object.fromEntries(data) };
}
