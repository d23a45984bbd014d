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
  const creators = new Set([replicaSets[0] ?? root, ...jobs.slice(0, 1), root]);
  for (const creator of creators) {
    const events = warnings.get(creator.uid) ?? [];
    const failure = creator.conditions.find(
      ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
    );
    const event =
      missingPods(creator) > 0
        ? recentWarning(events, now, ['FailedCreate'])
        : undefined;
    const detail = failure?.message ?? event?.message;
    if (detail !== undefined) {
      const since = failure?.since ?? firstSeen(events, ['FailedCreate']);
      return [
        {
          ...classify(detail, Math.max(1, missingPods(creator))),
          since,
          detail,
          object: `${creator.kind}/${creator.name}`,
        },
      ];
    }
  }
  return [];
};

/** A Job's pods that have succeeded are not made again. */
function missingPods({
  kind,
  desired,
  current,
  available,
}: WorkloadRow): number {
  return desired - current - (kind === 'Job' ? available : 0);
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
  const silent = /failed calling webhook "([^"]+)"/.exec(detail);
  const bounds =
    /(?:maximum|minimum) (\S+) usage per (\S+) is ([^\s,]+)(?:, but (?:limit|request) is ([^\s,.\]]+))?/.exec(
      detail,
    );
  const [, policy] =
    /(?:ValidatingAdmissionPolicy|admission webhook|violates PodSecurity) ["'“]?([^"'”\s:]+)/.exec(
      detail,
    ) ?? [];
  return {
    code: 'admission',
    failing: true,
    facts: {
      pods,
      ...(policy && { policy }),
      ...(silent && { cause: 'silent', policy: silent[1] }),
      ...(bounds && {
        cause: 'bounds',
        resource: bounds[1],
        bound: bounds[3],
        ...(bounds[4] && { asked: bounds[4] }),
      }),
    },
  };
}
