import {
  Edge,
  Plan,
  PlannedService,
  QuotaUse,
  RegistryProblem,
  Size,
  Specification,
  StepId,
} from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject } from '../objects';
import { Prices } from '../policy';

/**
 * The live baseline as one read of the cluster gave it. Values of Secrets are not needed and must not be passed in: a
 * Secret comes with its keys, and for each the addresses of the baseline that its value holds, such as `//orders-db`.
 */
export interface Baseline {
  readonly cluster: string;
  readonly namespace: string;
  /** All kinds of {@link BASELINE_KINDS} in the namespace. */
  readonly objects: readonly KubernetesObject[];
  /** Labels of the namespace: those of meshes and of pod security are taken along. */
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  /** Names of workloads that are being rolled out at this moment. */
  readonly busy?: readonly string[];
}

/** How web addresses are made in a cluster. */
export interface AddressFacts {
  /** Such as `dev.example`. */
  readonly zone: string;
  /** `{service}-{environment}.{zone}` unless told; `{domain}` is known too. */
  readonly hostTemplate?: string;
  readonly scheme?: 'http' | 'https';
  /** Ingress unless told. */
  readonly kind?: 'Ingress' | 'HTTPRoute';
  readonly ingressClassName?: string;
  /** A Secret with the wildcard certificate, in the environment's namespace or known to the controller. */
  readonly tlsSecretName?: string;
  readonly gateway?: {
    readonly namespace: string;
    readonly name: string;
    readonly sectionName?: string;
  };
}

/** What the planner has to know of the cluster beside the baseline. */
export interface ClusterFacts {
  readonly name: string;
  readonly tier: string;
  /** `cluster.local` unless told. */
  readonly clusterDomain?: string;
  readonly address?: AddressFacts;
  /** Namespaces of ingress controllers and gateways, let in by the network policy. */
  readonly ingressNamespaces?: readonly string[];
  /** Hosts that any Ingress or HTTPRoute of the cluster uses, with its namespace. */
  readonly hostsInUse?: Readonly<Record<string, string>>;
  /** Every namespace, with the id of the environment on its label, if it has one. */
  readonly namespaces?: Readonly<Record<string, string | undefined>>;
  /** Kinds of custom resources that may be copied, such as `ExternalSecret`. */
  readonly customResources?: readonly string[];
  /** Drop nodeSelector, node affinity and tolerations of the baseline, so that clones stay off its nodes. */
  readonly dropPlacement?: boolean;
  /** Whom the environment's people are in the cluster; without it they get no rights of their own there. */
  readonly team?: {
    readonly clusterRole: string;
    readonly groups?: readonly string[];
    readonly users?: readonly string[];
  };
}

/** Who calls whom, from the catalog, by names of workloads. */
export interface Relations {
  /** False where the catalog says nothing of this domain. */
  readonly known: boolean;
  readonly edges: readonly Edge[];
}

/** The company's rules for a domain, person and cluster. */
export interface PlanPolicy {
  readonly sizes: readonly Size[];
  /** Milliseconds. */
  readonly maxLifeMs: number;
  readonly prices?: Prices;
  /** Names of Secrets of the domain that may be copied; beside those with the label. */
  readonly copyableSecrets?: readonly string[];
  readonly reservedNames?: readonly string[];
  /** Largest size by name that this person may take; all unless told. */
  readonly allowedSizes?: readonly string[];
}

/** Whether a version that is asked for exists. */
export type VersionCheck =
  | {
      readonly state: 'exists';
      /** Who has it; absent where it was taken before and nobody was asked. */
      readonly foundIn?: NonNullable<PlannedService['foundIn']>;
    }
  | { readonly state: 'missing' }
  | {
      readonly state: 'unchecked';
      readonly problem: RegistryProblem;
      /** Of the registry, as images name it. */
      readonly host?: string;
    };

/** Everything that a plan depends on. The same input gives the same plan. */
export interface PlanInput {
  /** Id of the record. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The end of an environment that exists; `now + expiresIn` unless told. */
  readonly expiresAt?: number;
  readonly specification: Specification;
  readonly creatorRef: string;
  readonly ownerRef?: string;
  readonly cluster: ClusterFacts;
  readonly baseline: Baseline;
  readonly relations: Relations;
  readonly policy: PlanPolicy;
  /** What is used without this environment. */
  readonly quota: QuotaUse;
  /** By service. */
  readonly versions?: Readonly<Record<string, VersionCheck>>;
  /** Names of environments of this domain in this cluster, without this one. */
  readonly takenNames?: readonly string[];
  /**
   * What was cloned before. Objects in it are taken as they were and not as the baseline has them now, so that a change
   * of one service moves no other; a re-sync changes this.
   */
  readonly pinned?: Snapshot;
  /** Names of Secrets whose values were given by hand and are in the cluster. */
  readonly givenSecrets?: readonly string[];
}

/** An object to apply, and why it is there. */
export interface Manifest {
  readonly object: KubernetesObject;
  readonly step: StepId;
  readonly role: 'generated' | 'clone' | 'shared';
  /** `namespace/name` in the baseline. */
  readonly source?: string;
  /** The service for which it is needed; absent when it is needed by several. */
  readonly service?: string;
  /** Of the object without the hash; also in its annotation. */
  readonly hash: string;
}

/** A Secret whose data is copied server to server; its manifest has no data. */
export interface SecretCopy {
  readonly name: string;
  readonly namespace: string;
  readonly keys: readonly string[];
}

/** What the planner gives. */
export interface PlanResult {
  readonly plan: Plan;
  /** In the order in which they are applied. */
  readonly manifests: readonly Manifest[];
  readonly secretCopies: readonly SecretCopy[];
  /** The sanitized baseline of everything that was cloned; kept with the record and compared later. No secret values. */
  readonly snapshot: Snapshot;
  /** Names of own workloads in the order of dependencies: what is called stands in an earlier wave than its callers. */
  readonly waves: readonly (readonly string[])[];
}

/** Sanitized objects of the baseline, as they were when they were cloned. */
export interface Snapshot {
  readonly objects: readonly KubernetesObject[];
  /** Names of all Services of the baseline with their ports, for `added`, `removed` and `ports`. */
  readonly services: Readonly<Record<string, readonly string[]>>;
}
