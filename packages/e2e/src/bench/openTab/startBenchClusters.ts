import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startControlPlane } from '@domaindeck/control-plane';
import { startDemoCluster } from '@domaindeck/demo-clusters';
import { ClusterAccess } from '../../clusters/TestClusters';
import { LoadClusters } from '../load/LoadClusters';
import { benchManifests } from './benchWorld';

/** Clusters with the service of the benchmark. */
export interface BenchClusters {
  readonly clusters: readonly Omit<ClusterAccess, 'adminToken'>[];
  /**
   * Requests for resources that have reached the API servers so far, counted by the servers themselves. The probe of a
   * server's health every 10 s is none.
   */
  countRequests(): number | Promise<number>;
  stop(): Promise<void>;
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `bench-${index + 1}`);
}

async function startEmbedded(count: number): Promise<BenchClusters> {
  const manifests = benchManifests();
  const clusters = await Promise.all(
    names(count).map(name =>
      startDemoCluster({
        world: { name, kubernetesVersion: 'v1.36.3', nodes: 3, manifests },
      }),
    ),
  );
  return {
    clusters: clusters.map(({ name, url, token }) => ({ name, url, token })),
    countRequests: () =>
      clusters.reduce(
        (sum, { requests: { total, byVerb } }) =>
          sum + total - (byVerb.path ?? 0),
        0,
      ),
    stop: async () => {
      await Promise.all(clusters.map(cluster => cluster.stop()));
    },
  };
}

async function startReal(
  count: number,
  progress: (sentence: string) => void,
): Promise<BenchClusters> {
  const plane = await startControlPlane({ clusters: names(count), progress });
  const folder = mkdtempSync(join(tmpdir(), 'domaindeck-bench-world-'));
  try {
    const file = join(folder, 'world.yaml');
    const documents = benchManifests().map(object => JSON.stringify(object));
    writeFileSync(file, documents.join('\n---\n'));
    for (const cluster of plane.clusters) {
      await cluster.apply(file);
    }
  } catch (error) {
    await plane.stop();
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    clusters: plane.clusters.map(({ name, url, tokens, ca }) => ({
      name,
      url,
      token: tokens.portal,
      caData: Buffer.from(ca).toString('base64'),
    })),
    countRequests: () =>
      plane.clusters.reduce(
        (sum, cluster) => sum + cluster.portalRequests().length,
        0,
      ),
    stop: () => plane.stop(),
  };
}

/**
 * Clusters that answer without effort, in a process of their own, with pods of 15 KB.
 * @param pods - of the service in each cluster, beside 2,000 others
 */
export async function startLoadedClusters(
  count: number,
  pods: number,
): Promise<BenchClusters & { readonly load: LoadClusters }> {
  const load = await LoadClusters.start(
    names(count).map(name => ({
      name,
      entityPods: pods,
      otherPods: 2_000,
      podBytes: 15_000,
    })),
  );
  return {
    load,
    clusters: load.clusters,
    countRequests: async () => {
      const { lists, watches } = await load.counts();
      return lists + watches;
    },
    stop: () => load.stop(),
  };
}

/** Starts so many clusters and puts the service into each. */
export function startBenchClusters(
  kind: 'embedded' | 'real' | 'loaded',
  options: { readonly count: number; readonly pods: number },
  progress: (sentence: string) => void,
): Promise<BenchClusters> {
  const { count, pods } = options;
  switch (kind) {
    case 'embedded':
      return startEmbedded(count);
    case 'real':
      return startReal(count, progress);
    default:
      return startLoadedClusters(count, pods);
  }
}
