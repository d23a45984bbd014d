/** A value of JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | Json[]
  | { [field: string]: Json };

/** An object of JSON. */
export type JsonObject = { [field: string]: Json };

/** What every Kubernetes object carries about itself. */
export interface ObjectMetadata {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: {
    apiVersion: string;
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
  }[];
  finalizers?: string[];
}

/** An object as the API server gives and takes it. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
  spec?: JsonObject;
  [field: string]: unknown;
}
