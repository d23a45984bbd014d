import { DemoCluster } from './DemoCluster';
import { DemoClusterOptions } from './DemoClusterOptions';
import { EmbeddedCluster } from './EmbeddedCluster';

/**
 * Starts one embedded Kubernetes API server on the loopback interface and fills it.
 * @public
 */
export async function startDemoCluster(
  options: DemoClusterOptions,
): Promise<DemoCluster> {
  return EmbeddedCluster.start(options);
}
