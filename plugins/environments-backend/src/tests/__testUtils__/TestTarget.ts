import { startDemoCluster } from '@domaindeck/demo-clusters';
import { startControlPlane } from '@domaindeck/control-plane';
import {
  ClusterDefinition,
  DefaultClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { Baseline } from '../../clone';
import { DefaultClusterDriver } from '../../drivers';
import { KubernetesObject } from '../../objects';
import { asApplied } from './asApplied';

/** A cluster with a baseline in it, and a driver with which everything may be done. */
export interface TestTarget {
  readonly definition: ClusterDefinition;
  readonly driver: DefaultClusterDriver;
  /** File with a context named like the cluster; only of a real one. */
  readonly kubeconfig?: string;
  stop(): Promise<void>;
}

const NAME = 'dev-1';

/** An embedded cluster. */
export async function embeddedTarget(baseline: Baseline): Promise<TestTarget> {
  const cluster = await startDemoCluster({
    world: {
      name: NAME,
      kubernetesVersion: 'v1.36.3',
      nodes: 3,
      manifests: [namespaceOf(baseline), ...baseline.objects.map(asApplied)],
    },
  });
  return targetOf(
    clusterDefinition({
      name: NAME,
      url: cluster.url,
      selfService: true,
    }),
    cluster.token,
    () => cluster.stop(),
  );
}

/** A real control plane. */
export async function realTarget(baseline: Baseline): Promise<TestTarget> {
  const plane = await startControlPlane({ clusters: [NAME] });
  const [cluster] = plane.clusters;
  const target = targetOf(
    clusterDefinition({
      name: NAME,
      url: cluster.url,
      caData: Buffer.from(cluster.ca).toString('base64'),
      selfService: true,
    }),
    cluster.tokens.admin,
    () => plane.stop(),
  );
  for (const object of [
    namespaceOf(baseline),
    ...baseline.objects.map(asApplied),
  ]) {
    await target.driver.apply(object);
  }
  return { ...target, kubeconfig: plane.kubeconfig };
}

function namespaceOf({ namespace }: Baseline): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace,
      labels: { 'domaindeck.io/domain': 'shop' },
    },
  };
}

function targetOf(
  definition: ClusterDefinition,
  token: string,
  stop: () => Promise<void>,
): TestTarget {
  const connection = DefaultClusterConnection.create({
    cluster: definition,
    credentials: {
      getCredential: async () => ({ type: 'bearer token', token }),
    },
  });
  return {
    definition,
    driver: DefaultClusterDriver.create({ connection, digestKey: 'test' }),
    stop: async () => {
      await connection.close();
      await stop();
    },
  };
}
