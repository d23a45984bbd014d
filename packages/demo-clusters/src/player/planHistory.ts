import { KubernetesObject } from '../model/KubernetesObject';
import { World } from '../worlds/World';
import { withVersion } from '../model/withVersion';
import { ANNOTATION_RELEASES, parseDuration } from './behaviours';
import { nodeManifests } from './cluster/nodeManifests';

const DAY_MS = 86_400_000;
const CLUSTER_AGE_MS = 120 * DAY_MS;
const CONFIGURATION_AGE_MS = 90 * DAY_MS;
const WORKLOAD_AGE_MS = DAY_MS;

/** Namespaces that every cluster has from its first day. */
const SYSTEM_NAMESPACES = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

const WORKLOAD_KINDS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'ReplicaSet',
  'Pod',
];

/** A manifest and when it was applied. */
export interface HistoryStep {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly manifest: KubernetesObject;
}

/**
 * When each manifest of a world was applied, earlier releases first, so that the world looks lived in. A workload's
 * earlier releases are its manifest with another tag and without its troubles.
 */
export function planHistory(world: World, now: number): HistoryStep[] {
  const names = new Set([
    ...SYSTEM_NAMESPACES,
    ...world.manifests
      .map(manifest => manifest.metadata.namespace)
      .filter(name => name !== undefined),
  ]);
  const declared = world.manifests.filter(({ kind }) => kind === 'Namespace');
  declared.forEach(({ metadata }) => names.delete(metadata.name));
  const missing = [...names].map(name => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name },
  }));
  const rest = world.manifests
    .filter(({ kind }) => kind !== 'Namespace')
    .flatMap(manifest => stepsOf(manifest, now));
  const oldest = Math.min(now, ...rest.map(step => step.at));
  const clusterAt = Math.min(now - CLUSTER_AGE_MS, oldest - DAY_MS);
  const first = [
    ...nodeManifests(world, clusterAt),
    ...missing,
    ...declared,
  ].map(manifest => ({ at: clusterAt, manifest }));
  return [...first, ...rest].sort((a, b) => a.at - b.at);
}

function stepsOf(manifest: KubernetesObject, now: number): HistoryStep[] {
  if (!WORKLOAD_KINDS.includes(manifest.kind)) {
    return [{ at: now - CONFIGURATION_AGE_MS, manifest }];
  }
  const releases = parseReleases(manifest);
  if (releases.length === 0) {
    return [{ at: now - WORKLOAD_AGE_MS, manifest }];
  }
  return releases.map(({ version, age }, index) => ({
    at: now - age,
    manifest:
      index === releases.length - 1
        ? manifest
        : withoutTroubles(withVersion(manifest, version)),
  }));
}

function parseReleases(manifest: KubernetesObject) {
  const text = manifest.metadata.annotations?.[ANNOTATION_RELEASES] ?? '';
  return text
    .split(/\s+/)
    .map(release => {
      const [version, duration] = release.split('@');
      return { version, age: parseDuration(duration) };
    })
    .filter(
      (release): release is { version: string; age: number } =>
        release.age !== undefined,
    )
    .sort((a, b) => b.age - a.age);
}

function withoutTroubles(manifest: KubernetesObject): KubernetesObject {
  const spec = manifest.spec as {
    template?: { metadata?: { annotations?: Record<string, string> } };
  };
  if (!spec.template?.metadata?.annotations) {
    return manifest;
  }
  const { annotations, ...metadata } = spec.template.metadata;
  const kept = Object.entries(annotations).filter(
    ([key]) => !key.startsWith('demo.domaindeck.io/'),
  );
  return {
    ...manifest,
    spec: {
      ...spec,
      template: {
        ...spec.template,
        metadata: {
          ...metadata,
          ...(kept.length > 0 && { annotations: Object.fromEntries(kept) }),
        },
      },
    },
  };
}
