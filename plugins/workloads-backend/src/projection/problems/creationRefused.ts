import { WorkloadRow } from '../rows';
import { missingReference } from './missingReference';
import { FamilyRule, Trouble } from './types';
import { firstSeen, recentWarning } from './warnings';

/**
 * The API server refuses to create pods: a quota is used up, an admission policy says no, the service account is not
 * there. No pod exists that could tell; the controller says it in a condition (ReplicaSet, Deployment) or an event.
 */
export const creationRefused: FamilyRule = ({ family, warnings, now }) => {
  const { root, replicaSets, jobs } = family;
  const creators = [
    replicaSets[0] ?? root,
    ...jobs.filter(job => job !== root).slice(0, 1),
  ];
  for (const creator of creators) {
    const events = warnings.get(creator.uid) ?? [];
    const failure = creator.conditions.find(
      ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
    );
    const event =
      creator.current < creator.desired
        ? recentWarning(events, now, ['FailedCreate'])
        : undefined;
    const detail = failure?.message ?? event?.message;
    if (detail !== undefined) {
      const since = failure?.since ?? firstSeen(events, ['FailedCreate']);
      return [
        {
          ...classify(detail, missingPods(creator)),
          since,
          detail,
          object: `${creator.kind}/${creator.name}`,
        },
      ];
    }
  }
  return [];
};

function missingPods(creator: WorkloadRow): number {
  return Math.max(1, creator.desired - creator.current);
}

function classify(detail: string, pods: number): Trouble {
  const quota = /(?:exceeded|failed) quota: ([^\s,:]+)/.exec(detail);
  if (quota) {
    const [, limited] = /limited: ([^\s=]+)=/.exec(detail) ?? [];
    const [, unspecified] = /must specify ([^\s,;]+)/.exec(detail) ?? [];
    return {
      code: 'quota',
      failing: true,
      facts: {
        pods,
        quota: quota[1],
        cause: unspecified ? 'unspecified' : 'exceeded',
        ...((limited || unspecified) && { resource: limited ?? unspecified }),
      },
    };
  }
  const missing = missingReference(detail);
  if (missing) {
    return { code: 'config-missing', failing: true, facts: missing };
  }
  const [, policy] =
    /(?:ValidatingAdmissionPolicy|admission webhook|violates PodSecurity) ["'“]?([^"'”\s:]+)/.exec(
      detail,
    ) ?? [];
  return {
    code: 'admission',
    failing: true,
    facts: { pods, ...(policy && { policy }) },
  };
}
