import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { Family } from './ownership';

type ManagedBy = NonNullable<Workload['managedBy']>;

/**
 * Who would undo a change made by hand: an autoscaler first, as it acts within seconds; then the tool that applies the
 * manifests. A company's release platform names itself in the label `app.kubernetes.io/managed-by`.
 */
export function managedByOf(family: Family): ManagedBy | undefined {
  const { autoscaler, root } = family;
  const { labels, annotations } = root;
  const tool = labels['app.kubernetes.io/managed-by'];
  const candidates: readonly (readonly [
    ManagedBy['kind'],
    string | undefined,
  ])[] = [
    ['hpa', autoscaler?.name],
    [
      'argocd',
      // The tracking id reads application:group/kind:namespace/name.
      annotations['argocd.argoproj.io/tracking-id']?.split(':')[0] ||
        annotations['argocd.argoproj.io/instance'] ||
        labels['argocd.argoproj.io/instance'],
    ],
    [
      'flux',
      labels['kustomize.toolkit.fluxcd.io/name'] ||
        labels['helm.toolkit.fluxcd.io/name'],
    ],
    [
      'helm',
      annotations['meta.helm.sh/release-name'] ||
        (tool === 'Helm'
          ? labels['app.kubernetes.io/instance'] || root.name
          : undefined),
    ],
    ['platform', tool],
  ];
  for (const [kind, name] of candidates) {
    if (name) {
      return { kind, name };
    }
  }
  return undefined;
}
