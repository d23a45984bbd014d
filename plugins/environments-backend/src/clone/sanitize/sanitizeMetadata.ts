import { ObjectMetadata } from '../../objects';

/** Labels by which other tools take an object for their own, and those of what made it. */
const DROPPED_LABELS = [
  /^app\.kubernetes\.io\/(managed-by|instance)$/,
  /^argocd\.argoproj\.io\//,
  /^helm\.sh\//,
  /(^|\.)toolkit\.fluxcd\.io\//,
  /^(heritage|release|chart)$/,
  /^domaindeck\.io\//,
  /^janitor\//,
  /^velero\.io\//,
  /^(objectset|objectset-owner)\.rio\.cattle\.io\//,
  /^kots\.io\//,
  /^skaffold\.dev\//,
  /^kustomize\.[\w.-]*\//,
  /^service\.kubernetes\.io\/headless$/,
  /^endpointslice\.kubernetes\.io\//,
  /^(controller-uid|job-name|pod-template-hash|controller-revision-hash)$/,
  /^batch\.kubernetes\.io\//,
];

/** Annotations of an object that say something of it and make nobody act on it. All others go. */
const KEPT_ANNOTATIONS = [
  /^backstage\.io\//,
  /^prometheus\.io\//,
  /^kubernetes\.io\/(description|ingress\.class)$/,
  /^app\.kubernetes\.io\//,
  /^service\.kubernetes\.io\/(topology-mode|topology-aware-hints)$/,
  /^apparmor\.security\.beta\.kubernetes\.io\//,
];

/** Annotations of a pod template that must not be taken along; the others steer what is injected and how it runs. */
const DROPPED_TEMPLATE_ANNOTATIONS = [
  /^kubectl\.kubernetes\.io\//,
  /^deployment\.kubernetes\.io\//,
  /^meta\.helm\.sh\//,
  /^argocd\.argoproj\.io\//,
  /(^|\.)toolkit\.fluxcd\.io\//,
  /^janitor\//,
  /^(keel|fluxcd|weave)\.(sh|io)\//,
  /^cluster-autoscaler\.kubernetes\.io\//,
  /^sidecar\.istio\.io\/status$/,
  /^(external-dns|cert-manager)\./,
  /^cni\.projectcalico\.org\//,
  /^k8s\.v1\.cni\.cncf\.io\//,
  /^domaindeck\.io\//,
];

type Texts = Readonly<Record<string, string>>;

/** Name, and of labels and annotations what may be taken along. Everything else of the metadata stays behind. */
export function sanitizeMetadata(metadata: ObjectMetadata): ObjectMetadata {
  return {
    name: metadata.name,
    ...field('labels', sanitizeLabels(metadata.labels)),
    ...field(
      'annotations',
      keep(metadata.annotations, name =>
        KEPT_ANNOTATIONS.some(pattern => pattern.test(name)),
      ),
    ),
  };
}

/** Labels of an object, not those of a selector or a template, which stay as they are. */
export function sanitizeLabels(labels: Texts | undefined): Texts {
  return keep(
    labels,
    name => !DROPPED_LABELS.some(pattern => pattern.test(name)),
  );
}

/** Annotations of a pod template. */
export function sanitizeTemplateAnnotations(
  annotations: Texts | undefined,
): Texts {
  return keep(
    annotations,
    name => !DROPPED_TEMPLATE_ANNOTATIONS.some(pattern => pattern.test(name)),
  );
}

function keep(
  texts: Texts | undefined,
  wanted: (name: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts ?? {}).filter(([name]) => wanted(name)),
  );
}

function field(name: string, texts: Texts): Record<string, Texts> {
  return Object.keys(texts).length > 0 ? { [name]: texts } : {};
}
