/**
 * Names that people write on catalog entities and on Kubernetes objects.
 * @public
 */
export const ANNOTATION_KUBERNETES_ID = 'backstage.io/kubernetes-id';
/** A label selector on a component; narrows inside the bound namespaces, never widens. @public */
export const ANNOTATION_LABEL_SELECTOR =
  'backstage.io/kubernetes-label-selector';
/** Label on a namespace: the name of the domain that it belongs to. @public */
export const LABEL_DOMAIN = 'domaindeck.io/domain';
/** Annotation on a namespace: the full ref of the domain, where the name alone is not enough. @public */
export const ANNOTATION_DOMAIN_REF = 'domaindeck.io/domain-ref';
/** Annotation on a self-service namespace: the person who made it. @public */
export const ANNOTATION_CREATOR_REF = 'domaindeck.io/creator-ref';
/** Label on a self-service namespace: the id of its record. @public */
export const LABEL_ENVIRONMENT_ID = 'domaindeck.io/environment-id';
/**
 * Annotation on a Deployment, StatefulSet, DaemonSet or CronJob: who changed it last, as a ref or a name. For release
 * platforms to write; shown with the change.
 * @public
 */
export const ANNOTATION_CHANGED_BY = 'domaindeck.io/changed-by';
