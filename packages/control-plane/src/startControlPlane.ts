import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAlone } from './build/buildAlone';
import { buildTools, Progress } from './build/buildTools';
import { metricsServerModule } from './build/toolModules';
import { ClusterTokens } from './cluster/accounts';
import { ControlPlaneCluster } from './cluster/ControlPlaneCluster';
import { AuditedRequest } from './cluster/readAudited';
import { ContainerLog } from './cluster/renderLogs';
import { renderKubeconfig } from './cluster/renderKubeconfig';
import { freePorts } from './process/freePorts';
import { ProcessGuard } from './process/ProcessGuard';

/**
 * A running real cluster.
 * @public
 */
export interface RealCluster {
  readonly name: string;
  /** `https://127.0.0.1:<port>` */
  readonly url: string;
  /** Certificate authority of the API server, PEM. */
  readonly ca: string;
  readonly tokens: ClusterTokens;
  /**
   * Creates the objects of a manifest file or folder; those that exist are left alone.
   * @returns how many objects the manifests hold
   */
  apply(path: string): Promise<number>;
  /** Lets it answer watches and continue tokens of before with 410; takes some 5 s, in which the API server is away. */
  forgetHistory(): Promise<void>;
  /** Requests for resources that the portal's account has made so far, in their order, by the API server's own audit log. */
  portalRequests(): readonly AuditedRequest[];
}

/**
 * Running real clusters.
 * @public
 */
export interface ControlPlane {
  /** File with one context per cluster, named like it, as its administrator. */
  readonly kubeconfig: string;
  readonly clusters: readonly RealCluster[];
  /** Ids of all programs, each cluster's in the order of its start. */
  readonly pids: readonly number[];
  /** Ends every program and removes what it wrote. */
  stop(): Promise<void>;
}

/**
 * What to start.
 * @public
 */
export interface StartControlPlaneOptions {
  /** One cluster per name, or so many named `real-1` and on. */
  readonly clusters: number | readonly string[];
  /** Nodes of each cluster; 3 unless told. Each holds 250 pods. */
  readonly nodes?: number;
  /** Logs of containers, by files; containers without one answer that there is none. */
  readonly logs?: readonly ContainerLog[];
  /**
   * Whether they serve metrics.k8s.io, by a real metrics-server. A container of a pod uses what the pod's annotations
   * `kwok.x-k8s.io/usage-cpu` and `kwok.x-k8s.io/usage-memory` say, and it is told some 45 s after the pod has started.
   */
  readonly metrics?: boolean;
  /** Where everything is written; a new folder under the system's temporary one unless told. Removed by the stop. */
  readonly folder?: string;
  /** Folder of built programs, see `openToolCache`. */
  readonly cacheHome?: string;
  readonly progress?: Progress;
}

function clusterNames(clusters: number | readonly string[]): readonly string[] {
  return typeof clusters === 'number'
    ? Array.from({ length: clusters }, (_, index) => `real-${index + 1}`)
    : clusters;
}

/**
 * Starts real Kubernetes clusters on free loopback ports, building what is missing. No program outlives this process.
 * @throws NotFoundError when programs are missing and there is no Go; Error with a program's log when it does not start
 * @public
 */
export async function startControlPlane(
  options: StartControlPlaneOptions,
): Promise<ControlPlane> {
  const names = clusterNames(options.clusters);
  const progress = options.progress ?? (() => {});
  const tools = await buildTools(options);
  const metricsServer = options.metrics
    ? await buildAlone(metricsServerModule, options)
    : undefined;
  const folder =
    options.folder ?? mkdtempSync(join(tmpdir(), 'domaindeck-control-plane-'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const guard = ProcessGuard.create(folder);
  const clusters: ControlPlaneCluster[] = [];
  const stop = async () => {
    await Promise.all(clusters.map(cluster => cluster.stop()));
    await guard.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const ports = await freePorts(names.length * 7);
    // One after another: side by side they only make each other wait for the same cores.
    for (const [index, name] of names.entries()) {
      const started = Date.now();
      const [
        etcd,
        etcdPeer,
        apiServer,
        controllerManager,
        scheduler,
        kubelet,
        metricsPort,
      ] = ports.slice(index * 7, index * 7 + 7);
      clusters.push(
        await ControlPlaneCluster.start({
          name,
          folder: join(folder, name),
          tools,
          ports: {
            etcd,
            etcdPeer,
            apiServer,
            controllerManager,
            scheduler,
            kubelet,
            metricsServer: metricsPort,
          },
          guard,
          nodes: options.nodes ?? 3,
          logs: options.logs ?? [],
          metricsServer,
        }),
      );
      progress(
        `cluster ${name} is ready after ${(
          (Date.now() - started) /
          1000
        ).toFixed(1)} s`,
      );
    }
    const kubeconfig = join(folder, 'kubeconfig');
    writeFileSync(
      kubeconfig,
      renderKubeconfig(
        clusters.map(({ name, url, ca, tokens }) => ({
          name,
          url,
          ca,
          token: tokens.admin,
        })),
      ),
      { mode: 0o600 },
    );
    return {
      kubeconfig,
      clusters: clusters.map(cluster => ({
        name: cluster.name,
        url: cluster.url,
        ca: cluster.ca,
        tokens: cluster.tokens,
        apply: path => cluster.apply(path),
        forgetHistory: () => cluster.forgetHistory(),
        portalRequests: () => cluster.portalRequests(),
      })),
      pids: clusters.flatMap(cluster => cluster.pids),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
