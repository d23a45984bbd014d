/**
 * Names that the product writes on the Kubernetes objects of an environment, so that its record can be rebuilt from
 * them, and on its entity in the catalog. The id, the domain and the creator have the names that the workloads plugin reads.
 * @public
 */
export const LABEL_ROLE = 'domaindeck.io/role';
/** Label: the name of the environment. @public */
export const LABEL_ENVIRONMENT = 'domaindeck.io/environment';
/** Label on a cloned workload and its pods' Service: the chosen service. @public */
export const LABEL_SERVICE = 'domaindeck.io/service';
/** Label on a Secret of a baseline: `true` lets it be copied. @public */
export const LABEL_COPYABLE = 'domaindeck.io/copyable';
/** Label on a PVC, Deployment or StatefulSet of a baseline: `true` says that it keeps data. @public */
export const LABEL_STORE = 'domaindeck.io/store';
/**
 * ConfigMap in an environment's namespace with the specification as JSON under `specification`. An annotation would be
 * too small for it. It never holds the value of a secret.
 * @public
 */
export const SPECIFICATION_CONFIG_MAP = 'domaindeck-environment';
/** Annotation on a namespace: the baseline, as `cluster/namespace`. @public */
export const ANNOTATION_BASELINE = 'domaindeck.io/baseline';
/** Annotation on a namespace: the end, RFC 3339. @public */
export const ANNOTATION_EXPIRES_AT = 'domaindeck.io/expires-at';
/** Annotation on a namespace: `true` for an environment that is kept beyond its end. @public */
export const ANNOTATION_PINNED = 'domaindeck.io/pinned';
/** Annotation on a namespace: the group in whose limit the environment counts. @public */
export const ANNOTATION_OWNER_REF = 'domaindeck.io/owner-ref';
/** Annotation on an object: `namespace/name` of what it was cloned from. @public */
export const ANNOTATION_SOURCE = 'domaindeck.io/source';
/** Annotation on an object: hash of what was applied, without it. @public */
export const ANNOTATION_HASH = 'domaindeck.io/hash';
/** Annotation on a workload that sleeps: `{replicas?, suspend?}` from before, as JSON. @public */
export const ANNOTATION_BEFORE_SLEEP = 'domaindeck.io/before-sleep';
/** Annotation on a catalog entity: the cluster that it is, or in which it runs. @public */
export const ANNOTATION_CLUSTER = 'domaindeck.io/cluster';
/** Annotation on a catalog entity: the tier of its cluster. @public */
export const ANNOTATION_TIER = 'domaindeck.io/tier';
/** `spec.type` of the Resource that an environment is in the catalog. @public */
export const ENVIRONMENT_ENTITY_TYPE = 'environment';
/** `spec.type` of the Resource that a cluster is in the catalog. @public */
export const CLUSTER_ENTITY_TYPE = 'kubernetes-cluster';
/** Value of `app.kubernetes.io/managed-by` and field manager of every write. @public */
export const MANAGED_BY = 'domaindeck';
/** Values of {@link LABEL_ROLE}. @public */
export type ObjectRole =
  | 'environment'
  | 'baseline'
  | 'generated'
  | 'clone'
  | 'shared';
