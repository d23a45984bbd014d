import {
  Cluster,
  ClusterCheck,
  ClusterRoom,
  UnclaimedNamespace,
} from '@domaindeck/backstage-plugin-workloads-common';
import { CallerRequest } from '../workloads';

/** Clusters from the operator's side. */
export interface InspectionService {
  /** Clusters in which the caller views something; all for those who inspect clusters. */
  getClusters(request: CallerRequest): Promise<{ items: Cluster[] }>;
  /**
   * @throws NotFoundError for a cluster that does not exist or in which the caller views nothing; NotAllowedError for
   * callers who do not inspect clusters
   */
  getCheck(
    request: CallerRequest & {
      readonly cluster: string;
      readonly signal: AbortSignal;
    },
  ): Promise<ClusterCheck>;
  /**
   * How much a cluster has for pods, and how much of it they ask for.
   *
   * @throws as {@link InspectionService.getCheck}
   */
  getRoom(
    request: CallerRequest & { readonly cluster: string },
  ): Promise<ClusterRoom>;
  /** @throws NotAllowedError for callers who do not inspect clusters */
  getUnclaimed(
    request: CallerRequest,
  ): Promise<{ items: UnclaimedNamespace[] }>;
}

/** Finds out what the portal's credential lacks in one cluster. */
export interface ClusterChecker {
  check(
    cluster: string,
    signal: AbortSignal,
  ): Promise<Omit<ClusterCheck, 'cluster'>>;
}
