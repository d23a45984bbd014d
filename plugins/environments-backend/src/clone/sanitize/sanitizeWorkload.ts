import {
  at,
  isObject,
  JsonObject,
  KubernetesObject,
  podTemplateOf,
} from '../../objects';
import { pick } from './pick';
import { sanitizeClaimSpec } from './sanitizeClaim';
import { sanitizeMetadata } from './sanitizeMetadata';
import { sanitizePodTemplate } from './sanitizePodTemplate';

/**
 * A StatefulSet's way of updating stays behind: `OnDelete` or a partition holds new versions back until somebody in the
 * baseline lets them pass, and in an environment there is nobody who does.
 */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Deployment: [
    'replicas',
    'selector',
    'strategy',
    'minReadySeconds',
    'progressDeadlineSeconds',
    'revisionHistoryLimit',
  ],
  StatefulSet: [
    'replicas',
    'selector',
    'serviceName',
    'podManagementPolicy',
    'minReadySeconds',
    'persistentVolumeClaimRetentionPolicy',
    'revisionHistoryLimit',
    'ordinals',
  ],
  CronJob: [
    'schedule',
    'timeZone',
    'concurrencyPolicy',
    'startingDeadlineSeconds',
    'successfulJobsHistoryLimit',
    'failedJobsHistoryLimit',
    'suspend',
  ],
};

/** A pod template and the fields around it that are the workload's own. */
export function sanitizeWorkloadSpec(workload: KubernetesObject): JsonObject {
  const template = podTemplateOf(workload);
  const clean = template && sanitizePodTemplate(template);
  const spec: Record<string, unknown> = pick(
    workload.spec,
    FIELDS[workload.kind] ?? [],
  );
  if (workload.kind === 'CronJob') {
    spec.jobTemplate = {
      spec: {
        ...pick(at(workload, 'spec', 'jobTemplate', 'spec'), [
          'parallelism',
          'completions',
          'completionMode',
          'activeDeadlineSeconds',
          'backoffLimit',
          'ttlSecondsAfterFinished',
          'podFailurePolicy',
        ]),
        template: clean && withoutJobLabels(clean),
      },
    };
  } else {
    spec.template = clean;
  }
  const claims = at(workload, 'spec', 'volumeClaimTemplates');
  if (workload.kind === 'StatefulSet' && Array.isArray(claims)) {
    spec.volumeClaimTemplates = claims.filter(isObject).map(claim => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: sanitizeMetadata({
        name: String(at(claim, 'metadata', 'name')),
        labels: at(claim, 'metadata', 'labels') as
          | Record<string, string>
          | undefined,
      }),
      spec: sanitizeClaimSpec(at(claim, 'spec') as JsonObject | undefined),
    }));
  }
  return spec as JsonObject;
}

/** The controller of jobs writes labels of its own into a template; in another job they would be refused. */
function withoutJobLabels(template: ReturnType<typeof sanitizePodTemplate>) {
  const labels = Object.entries(template.metadata?.labels ?? {}).filter(
    ([name]) =>
      !/^(controller-uid|job-name)$|^batch\.kubernetes\.io\//.test(name),
  );
  return {
    ...template,
    metadata: {
      ...template.metadata,
      ...(labels.length > 0 ? { labels: Object.fromEntries(labels) } : {}),
    },
  };
}
