import { KubernetesObject } from '../../model/KubernetesObject';
import { ControllerContext } from '../ControllerContext';
import { PodTemplate, ReplicatedWorkload, Volume } from '../objects';
import { refusalOf } from '../refusalOf';

/** What a StatefulSet wants of each of its pods' volumes. */
interface ClaimTemplate {
  readonly metadata: KubernetesObject['metadata'];
  readonly spec: Record<string, unknown>;
}

/** The template of one pod of a StatefulSet: with the volumes that are its own and outlive it. */
export function templateWithClaims(
  set: ReplicatedWorkload,
  pod: string,
): PodTemplate {
  const { template } = set.spec;
  const own: Volume[] = claimTemplates(set).map(({ metadata }) => ({
    name: metadata.name,
    persistentVolumeClaim: { claimName: `${metadata.name}-${pod}` },
  }));
  if (own.length === 0) {
    return template;
  }
  const given = template.spec.volumes ?? [];
  const others = given.filter(({ name }) => !own.some(v => v.name === name));
  return {
    ...template,
    spec: { ...template.spec, volumes: [...others, ...own] },
  };
}

/** Makes the claims of a pod that are not there yet. @throws StatusError when the server refuses one */
export function ensureClaims(
  context: ControllerContext,
  set: ReplicatedWorkload,
  pod: string,
): void {
  const { namespace, name } = set.metadata;
  for (const { metadata, spec } of claimTemplates(set)) {
    const claim = `${metadata.name}-${pod}`;
    if (context.get('v1', 'PersistentVolumeClaim', namespace, claim)) {
      continue;
    }
    const refusal = refusalOf(() =>
      context.create({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: {
          ...metadata,
          name: claim,
          namespace,
          labels: { ...metadata.labels, ...set.spec.selector.matchLabels },
        },
        spec,
      }),
    );
    const what = `create Claim ${claim} Pod ${pod} in StatefulSet ${name}`;
    context.tell(set, {
      type: refusal ? 'Warning' : 'Normal',
      reason: refusal ? 'FailedCreate' : 'SuccessfulCreate',
      message: refusal
        ? `${what} failed error: ${refusal.message}`
        : `${what} success`,
      source: 'statefulset-controller',
    });
    if (refusal) {
      throw refusal;
    }
  }
}

function claimTemplates(set: ReplicatedWorkload): readonly ClaimTemplate[] {
  const { volumeClaimTemplates } = set.spec as {
    volumeClaimTemplates?: readonly ClaimTemplate[];
  };
  return volumeClaimTemplates ?? [];
}
