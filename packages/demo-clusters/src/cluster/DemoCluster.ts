import { DemoToken } from '../apiserver/Token';
import { RequestCount } from '../apiserver/RequestCounter';
import { KubernetesObject } from '../model/KubernetesObject';

/**
 * What can be done to a running cluster from the outside: the modes of {@link FaultMode}, and `restart`, which cuts all
 * connections and forgets the history of watches and lists.
 * @public
 */
export type ClusterFault = 'ok' | 'silent' | 'slow' | 'refuse' | 'restart';

/**
 * A running embedded cluster.
 * @public
 */
export interface DemoCluster {
  readonly name: string;
  /** Without a slash at the end; the port stays the same through all faults. */
  readonly url: string;
  /** A token that may do everything. */
  readonly token: string;
  /** Requests since the start or the last reset. */
  readonly requests: RequestCount;
  /** Watches that are open at this moment. */
  readonly openWatches: number;
  resetRequests(): void;
  setTokens(tokens: readonly DemoToken[]): void;
  setFault(fault: ClusterFault): Promise<void>;
  /** Forgets the history of watches and the continue tokens: late-comers get 410. */
  forgetHistory(): void;
  /** Adds an object, or replaces spec, data and metadata of the one of that name, as kubectl apply would. */
  apply(manifest: KubernetesObject): KubernetesObject;
  /** Changes an object by a merge patch. @throws when it does not exist */
  patch(
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
    name: string,
    patch: unknown,
  ): KubernetesObject;
  /** Deletes an object at once, without grace. @throws when it does not exist */
  remove(
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
    name: string,
  ): void;
  get(
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined;
  list(
    apiVersion: string,
    kind: string,
    namespace?: string,
  ): KubernetesObject[];
  /**
   * Rolls a Deployment to another version: the tag of the container named like it, else of the first.
   * @throws NotFoundError when there is no such Deployment
   */
  rollout(namespace: string, deployment: string, version: string): void;
  /** Lets the cluster's controllers do all that is due by now; runs by itself unless it was started with `live: false`. */
  tick(): void;
  stop(): Promise<void>;
}
