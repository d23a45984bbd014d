import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startControlPlane } from '@domaindeck/control-plane';
import { startDemoCluster } from '@domaindeck/demo-clusters';
import { ClusterAccess } from '../../clusters/TestClusters';
import { benchManifests } from './benchWorld';

/** Clusters with the service of the benchmark. */
export interface BenchClusters {
  readonly clusters: readonly Omit<ClusterAccess, 'adminToken'>[];
  /**
   * Requests for resources that have reached the API servers so far, counted by the servers themselves. The probe of a
   * server's health every 10 s is none.
   */
  countRequests(): number;
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
        (sum, cluster) => sum + cluster.countPortalRequests(),
        0,
      ),
    stop: () => plane.stop(),
  };
}

/** Starts so many clusters and puts the service into each. */
export function startBenchClusters(
  kind: 'embedded' | 'real',
  count: number,
  progress: (sentence: string) => void,
): Promise<BenchClusters> {
  return kind === 'embedded'
    ? startEmbedded(count)
    : startReal(count, progress);
}
