import { ComponentRow } from '@domaindeck/backstage-plugin-workloads-common';

/** An environment as bindings and labels make it, before anybody's rights are looked at. */
export interface BoundEnvironment {
  readonly cluster: string;
  readonly namespace: string;
  readonly tier: string;
  readonly tags: readonly string[];
  readonly restricted: boolean;
  readonly kind: 'baseline' | 'self-service';
  readonly domainRef: string;
  readonly creatorRef?: string;
}

/** A component as matching needs it. */
export interface ComponentEntry extends ComponentRow {
  readonly domainRef?: string;
  /** Value that the label `backstage.io/kubernetes-id` of its workloads has. */
  readonly kubernetesId: string;
  readonly labelSelector?: string;
}

/** The part of the catalog that a page shows: a domain, a system or a component of it. */
export interface EntityScope {
  readonly entityRef: string;
  readonly kind: 'domain' | 'system' | 'component';
  /** Undefined for a component without a system, and a system without a domain. */
  readonly domainRef?: string;
  readonly domainOwnerRefs: readonly string[];
  /** The components that the page shows, in the order of their names. */
  readonly components: readonly ComponentEntry[];
}

/** Domains, systems and components of the catalog at some moment. */
export interface CatalogModel {
  /** Changes when anything that matters to matching changes. */
  readonly fingerprint: string;
  /** Undefined when no domain, system or component has the ref. */
  scope(entityRef: string): EntityScope | undefined;
  componentsOf(domainRef: string): readonly ComponentEntry[];
  ownersOf(domainRef: string): readonly string[];
}

/** Gives the latest known model without waiting, once there was a first. */
export interface CatalogModelSource {
  get(): Promise<CatalogModel>;
  /** A newer model, for an entity that the latest does not hold yet. Asks the catalog at most every few seconds. */
  refresh(): Promise<CatalogModel>;
  /** The latest model; undefined before the first. */
  latest(): CatalogModel | undefined;
}
