import { Container, PodSpec, PodTemplate, Volume } from '../../objects';
import { sanitizeClaimSpec } from './sanitizeClaim';
import { sanitizeTemplateAnnotations } from './sanitizeMetadata';

/**
 * Fields of a pod that belong to the baseline's place or were written by the cluster. A clone must never push the
 * baseline's pods aside, so that it has no priority; nobody opens the gates of readiness and scheduling for it.
 */
const DROPPED = [
  'nodeName',
  // What has one of these is not cloned; charts write them as false.
  'hostNetwork',
  'hostPID',
  'hostIPC',
  'serviceAccount',
  'priority',
  'priorityClassName',
  'preemptionPolicy',
  'overhead',
  'readinessGates',
  'schedulingGates',
  'ephemeralContainers',
  // One replica needs no spreading; a wanted neighbour may not be there.
  'topologySpreadConstraints',
  'affinity',
  'nodeSelector',
  'resources',
];

const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Labels of nodes that an image depends on. */
const MACHINE = ['kubernetes.io/os', 'kubernetes.io/arch'];

/**
 * A pod template that runs in another namespace. Its labels stay as they are: selectors depend on them.
 */
export function sanitizePodTemplate(template: PodTemplate): PodTemplate {
  const annotations = sanitizeTemplateAnnotations(
    template.metadata?.annotations,
  );
  const { labels } = template.metadata ?? {};
  return {
    metadata: {
      ...(labels ? { labels } : {}),
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    },
    spec: sanitizePodSpec(template.spec),
  };
}

function sanitizePodSpec(spec: PodSpec): PodSpec {
  const tokens = tokenVolumes(spec);
  const rest = Object.fromEntries(
    Object.entries(spec).filter(
      ([field, value]) => !DROPPED.includes(field) && value !== null,
    ),
  );
  const volumes = (spec.volumes ?? [])
    .filter(volume => !tokens.includes(volume.name))
    .map(sanitizeVolume);
  const account = spec.serviceAccountName ?? spec.serviceAccount;
  const nodeAffinity = spec.affinity?.nodeAffinity;
  const nodes = placeOf(spec.nodeSelector);
  const clean = (containers: readonly Container[]) =>
    containers.map(container => withoutMounts(container, tokens));
  return {
    ...rest,
    containers: clean(spec.containers),
    ...(spec.initContainers
      ? { initContainers: clean(spec.initContainers) }
      : {}),
    ...(spec.volumes ? { volumes } : {}),
    ...(account ? { serviceAccountName: account } : {}),
    ...(nodeAffinity ? { affinity: { nodeAffinity } } : {}),
    ...(nodes ? { nodeSelector: nodes } : {}),
  };
}

/** Drops the choice of one node; kinds of nodes stay. */
function placeOf(
  selector: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const entries = Object.entries(selector ?? {}).filter(
    ([label]) => label !== 'kubernetes.io/hostname',
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Of the choice of nodes only what an image depends on. */
export function withoutPlacement(spec: PodSpec): PodSpec {
  const { nodeSelector, affinity: _affinity, tolerations: _t, ...rest } = spec;
  const machine = Object.entries(nodeSelector ?? {}).filter(([label]) =>
    MACHINE.includes(label),
  );
  return {
    ...rest,
    containers: spec.containers,
    ...(machine.length > 0
      ? { nodeSelector: Object.fromEntries(machine) }
      : {}),
  };
}

/** Volumes with the token of the baseline's account: each namespace gives its own. */
function tokenVolumes(spec: PodSpec): string[] {
  const mounted = [...spec.containers, ...(spec.initContainers ?? [])]
    .flatMap(container => container.volumeMounts ?? [])
    .filter(mount => mount.mountPath === TOKEN_PATH)
    .map(mount => mount.name);
  return (spec.volumes ?? [])
    .filter(
      volume =>
        volume.name.startsWith('kube-api-access-') ||
        (/-token-[a-z0-9]{5}$/.test(volume.secret?.secretName ?? '') &&
          mounted.includes(volume.name)),
    )
    .map(volume => volume.name);
}

function withoutMounts(
  container: Container,
  volumes: readonly string[],
): Container {
  if (!container.volumeMounts || volumes.length === 0) {
    return container;
  }
  return {
    ...container,
    volumeMounts: container.volumeMounts.filter(
      mount => !volumes.includes(mount.name),
    ),
  };
}

function sanitizeVolume(volume: Volume): Volume {
  const claim = volume.ephemeral?.volumeClaimTemplate;
  return claim
    ? {
        ...volume,
        ephemeral: {
          volumeClaimTemplate: { spec: sanitizeClaimSpec(claim.spec) },
        },
      }
    : volume;
}
