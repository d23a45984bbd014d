import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import {
  at,
  isObject,
  Json,
  KubernetesObject,
  matchesSelector,
  podTemplateOf,
} from '../../objects';
import { warningOf } from '../../policy';
import { PlanContext, SharedName } from '../context';
import { environmentLabels } from '../generate/environmentLabels';
import { mentions } from '../settings';

/**
 * Network policies of the baseline that let only their own namespace in: shared services behind them do not answer the
 * environment. We never change them; the owner has to.
 */
export function policyTraps(context: PlanContext): EnvironmentWarning[] {
  const policies = context.index.ofKind('NetworkPolicy').filter(limitsIngress);
  if (policies.length === 0) {
    return [];
  }
  const labels = {
    ...environmentLabels(context),
    'kubernetes.io/metadata.name': context.namespace,
  };
  const shut = calledNames(context)
    .map(one => ({
      name: one.name,
      policies: one.workloads.flatMap(workload =>
        shuttingPolicies(workload, policies, labels),
      ),
    }))
    .filter(one => one.policies.length > 0);
  return shut.length === 0
    ? []
    : [
        warningOf(
          'baseline-policy',
          'caution',
          'Lets nobody in from outside its own namespace ({policies}): {services} of the baseline. The owner has to admit environments.',
          {
            services: shut.map(one => one.name),
            policies: [...new Set(shut.flatMap(one => one.policies))],
          },
          { action: 'ask-owner' },
        ),
      ];
}

/** Shared names that own services call as far as anybody knows; all of them where nobody knows anything. */
function calledNames(context: PlanContext): readonly SharedName[] {
  const { known, edges } = context.input.relations;
  const own = context.own.map(service => service.name);
  const called = context.shared.filter(
    one =>
      edges.some(
        edge =>
          own.includes(edge.from) &&
          one.workloads.some(workload => workload.metadata.name === edge.to),
      ) ||
      context.own.some(service =>
        service.settings.some(setting => mentions(setting.value, one.name)),
      ),
  );
  return called.length > 0 || known ? called : context.shared;
}

/** Names of the policies that select a workload's pods, when none of them admits the environment. */
function shuttingPolicies(
  workload: KubernetesObject,
  policies: readonly KubernetesObject[],
  namespaceLabels: Readonly<Record<string, string>>,
): string[] {
  const labels = podTemplateOf(workload)?.metadata?.labels ?? {};
  const selecting = policies.filter(policy =>
    matchesSelector(at(policy, 'spec', 'podSelector'), labels),
  );
  return selecting.some(policy => admits(policy, namespaceLabels))
    ? []
    : selecting.map(policy => policy.metadata.name);
}

function limitsIngress(policy: KubernetesObject): boolean {
  const types = at(policy, 'spec', 'policyTypes');
  return !Array.isArray(types) || types.includes('Ingress');
}

function admits(
  policy: KubernetesObject,
  namespaceLabels: Readonly<Record<string, string>>,
): boolean {
  const rules = at(policy, 'spec', 'ingress');
  return (
    Array.isArray(rules) &&
    rules.some(rule => {
      const from = at(rule, 'from');
      return (
        !Array.isArray(from) ||
        from.length === 0 ||
        from.some(peer => admitsNamespace(peer, namespaceLabels))
      );
    })
  );
}

function admitsNamespace(
  peer: Json,
  labels: Readonly<Record<string, string>>,
): boolean {
  const selector = at(peer, 'namespaceSelector');
  const block = at(peer, 'ipBlock', 'cidr');
  return (
    block === '0.0.0.0/0' ||
    (isObject(selector) && matchesSelector(selector, labels))
  );
}
