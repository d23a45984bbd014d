import { KubernetesObject } from '../../model/KubernetesObject';
import { Quantity } from '../../model/Quantity';
import { ResourceType } from '../../model/ResourceType';
import { findKind, resourceTypes } from '../../model/resourceTypes';
import { ObjectStore } from '../../store/ObjectStore';
import { StatusError } from '../StatusError';
import { Amounts, amountsOf, containersOf, sumOf } from './amounts';
import { chargeOf } from './chargeOf';

type Given = Readonly<Record<string, string>>;

/** A ResourceQuota, as far as admission reads it. */
export interface ResourceQuota extends KubernetesObject {
  spec: { hard?: Given; scopes?: unknown; scopeSelector?: unknown };
  status?: { hard?: Given; used?: Given };
}

export const quotaType = findKind('v1', 'ResourceQuota')!;

/** Who has a quota for one of these must say how much of it each container wants. */
const MUST_SAY = [
  'cpu',
  'limits.cpu',
  'limits.memory',
  'memory',
  'requests.cpu',
  'requests.memory',
];

/** The quotas of a namespace that are enforced; those with scopes are not. */
export function quotasOf(
  store: ObjectStore,
  namespace: string | undefined,
): ResourceQuota[] {
  return store
    .list(quotaType, namespace)
    .map(({ object }) => object as ResourceQuota)
    .filter(({ spec }) => !spec.scopes && !spec.scopeSelector);
}

/**
 * The quotas of a namespace with a new object charged to them, or with what a change of one adds; only those that it
 * costs anything.
 *
 * @param old - absent at a creation
 * @throws StatusError 403 when one of them has too little left
 */
export function charged(
  store: ObjectStore,
  type: ResourceType,
  object: KubernetesObject,
  old?: KubernetesObject,
): ResourceQuota[] {
  // As on the real server a pod that is there already is not charged again.
  if (
    !type.namespaced ||
    type.kind === 'Event' ||
    (old && type.kind === 'Pod')
  ) {
    return [];
  }
  const { namespace, name } = object.metadata;
  const quotas = quotasOf(store, namespace);
  if (quotas.length === 0) {
    return [];
  }
  const charge = added(chargeOf(type, object), old ? chargeOf(type, old) : {});
  return quotas.flatMap(quota => {
    const hard = amountsOf(quota.status?.hard);
    if (type.kind === 'Pod') {
      requireAmounts(type, object, quota.metadata.name, hard);
    }
    const wanted = masked(charge, Object.keys(hard));
    const costs = Object.keys(wanted).filter(key => !wanted[key].isZero);
    if (costs.length === 0) {
      return [];
    }
    const before = amountsOf(quota.status?.used);
    const used = sumOf(before, wanted);
    const exceeded = costs.filter(key => used[key].exceeds(hard[key]));
    if (exceeded.length > 0) {
      throw StatusError.forbidden(
        type,
        name,
        `exceeded quota: ${quota.metadata.name}, requested: ${print(
          wanted,
          exceeded,
        )}, used: ${print(before, exceeded)}, limited: ${print(
          hard,
          exceeded,
        )}`,
      );
    }
    return [{ ...quota, status: { ...quota.status, used: written(used) } }];
  });
}

/**
 * A quota with what its namespace uses now.
 *
 * @param list - gives all objects of a kind in the namespace
 */
export function counted(
  list: (type: ResourceType) => readonly KubernetesObject[],
  quota: ResourceQuota,
): ResourceQuota {
  const hard = quota.spec.hard ?? {};
  const names = Object.keys(hard);
  const none = Object.fromEntries(names.map(name => [name, Quantity.zero]));
  const used = resourceTypes
    .filter(({ namespaced, nature }) => namespaced && nature === 'stored')
    .filter(type => isCountedBy(type, names))
    .flatMap(type =>
      list(type).map(object => masked(chargeOf(type, object), names)),
    )
    .reduce(sumOf, none);
  const limits = written(amountsOf(hard));
  return { ...quota, status: { hard: limits, used: written(used) } };
}

/** Whether objects of a kind can cost anything in a quota of these names. */
function isCountedBy(type: ResourceType, names: readonly string[]): boolean {
  const sample = { apiVersion: '', kind: '', metadata: { name: '' }, spec: {} };
  const possible = Object.keys(chargeOf(type, sample));
  return names.some(
    name =>
      possible.includes(name) ||
      (type.kind === 'Pod' && !name.includes('/')) ||
      (type.kind === 'PersistentVolumeClaim' && name.includes('storageclass')),
  );
}

function requireAmounts(
  type: ResourceType,
  pod: KubernetesObject,
  quota: string,
  hard: Amounts,
): void {
  const { containers, initContainers = [] } = containersOf(pod);
  const missing = MUST_SAY.filter(name => hard[name]).flatMap(name => {
    const [part, resource] = name.startsWith('limits.')
      ? (['limits', name.slice('limits.'.length)] as const)
      : (['requests', name.replace('requests.', '')] as const);
    const silent = [...containers, ...initContainers]
      .filter(({ resources }) => !resources?.[part]?.[resource])
      .map(container => container.name);
    return silent.length > 0
      ? [`${name} for: ${[...new Set(silent)].sort().join(',')}`]
      : [];
  });
  if (missing.length > 0) {
    throw StatusError.forbidden(
      type,
      pod.metadata.name,
      `failed quota: ${quota}: must specify ${missing.join('; ')}`,
    );
  }
}

function added(now: Amounts, before: Amounts): Amounts {
  return Object.fromEntries(
    Object.entries(now).map(([name, amount]) => [
      name,
      amount.minus(before[name] ?? Quantity.zero),
    ]),
  );
}

function masked(amounts: Amounts, names: readonly string[]): Amounts {
  return Object.fromEntries(
    Object.entries(amounts).filter(([name]) => names.includes(name)),
  );
}

function written(amounts: Amounts): Given {
  return Object.fromEntries(
    Object.entries(amounts).map(([name, amount]) => [name, amount.toString()]),
  );
}

function print(amounts: Amounts, names: readonly string[]): string {
  return [...names]
    .sort()
    .map(name => `${name}=${amounts[name] ?? Quantity.zero}`)
    .join(',');
}
