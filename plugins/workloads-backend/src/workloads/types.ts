import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ClusterStatus,
  Environment,
  OpenResult,
  StreamRecord,
  WorkloadDetail,
  WorkloadIdentity,
  WorkloadsFilter,
  WorkloadSnapshot,
} from '@domaindeck/backstage-plugin-workloads-common';
import { EnvironmentAccess } from '../permissions';

/** Who asks. */
export interface CallerRequest {
  readonly credentials: BackstageCredentials;
  /** What the caller may do; set by the authorising layer. Without it nothing is narrowed. */
  readonly access?: EnvironmentAccess;
}

/** A question about an entity of the catalog. */
export interface EntityRequest extends CallerRequest {
  /** Full ref, in lower case. */
  readonly entityRef: string;
}

/** A stream of changes. */
export interface StreamRequest extends EntityRequest {
  /** From a snapshot or from the last record. */
  readonly revision: string;
  /** End after the first batch, or after 25 s. */
  readonly poll: boolean;
  /** The caller has gone. */
  readonly signal: AbortSignal;
}

/**
 * The workloads of entities. Every method throws NotFoundError for what does not exist or may not be viewed.
 */
export interface WorkloadsService {
  getEnvironments(
    request: EntityRequest,
  ): Promise<{ items: Environment[]; clusters: ClusterStatus[] }>;
  getSnapshot(
    request: EntityRequest & { readonly filter: WorkloadsFilter },
  ): Promise<WorkloadSnapshot>;
  /** Records in batches. The first batch comes at once; errors come before it. */
  streamChanges(request: StreamRequest): AsyncIterable<readonly StreamRecord[]>;
  getWorkload(
    request: CallerRequest & { readonly identity: WorkloadIdentity },
  ): Promise<WorkloadDetail>;
  open(
    request: CallerRequest & {
      readonly cluster: string;
      readonly namespace: string;
      /** A workload or one of its pods. */
      readonly name?: string;
    },
  ): Promise<OpenResult>;
}
