/**
 * The metadata of an object as it travels. Times are RFC 3339 in UTC with whole seconds, as the real server writes them.
 * @public
 */
export interface ObjectMeta {
  name: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  /** Opaque to clients. */
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  finalizers?: string[];
  managedFields?: ManagedFieldsEntry[];
}

/** Fields in the form of `fieldsV1`: `f:` a field, `k:` an item of a list by its keys, `v:` an item by its value. */
export type FieldsV1 = { readonly [element: string]: FieldsV1 };

/**
 * Who manages which fields of an object.
 * @public
 */
export interface ManagedFieldsEntry {
  /** Absent when the writer did not say who it is. */
  readonly manager?: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly time?: string;
  readonly fieldsType: string;
  readonly fieldsV1: FieldsV1;
  readonly subresource?: string;
}

/**
 * Who controls an object.
 * @public
 */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/**
 * Any Kubernetes object. An object that is in a store is never changed, only replaced.
 * @public
 */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
}
