import { join } from 'node:path';
import { ControlPlane, startControlPlane } from '@domaindeck/control-plane';
import { REPOSITORY } from '../repository';
import { TcpGate } from './TcpGate';
import { ClusterAccess, TestClusters } from './TestClusters';

/** Real control planes with the worlds of the demo, each behind a gate that can go silent. */
export class RealClusters implements TestClusters {
  readonly #controlPlane: ControlPlane;
  readonly #gates: ReadonlyMap<string, TcpGate>;
  readonly clusters: readonly ClusterAccess[];

  /** @param names - clusters of the demo whose worlds are loaded */
  static async start(names: readonly string[]): Promise<RealClusters> {
    const controlPlane = await startControlPlane({ clusters: names });
    const gates = new Map<string, TcpGate>();
    for (const cluster of controlPlane.clusters) {
      await cluster.apply(
        join(REPOSITORY, 'examples/kubernetes', cluster.name),
      );
      const port = Number(new URL(cluster.url).port);
      gates.set(cluster.name, await TcpGate.start(port));
    }
    return new RealClusters(controlPlane, gates);
  }

  private constructor(
    controlPlane: ControlPlane,
    gates: ReadonlyMap<string, TcpGate>,
  ) {
    this.#controlPlane = controlPlane;
    this.#gates = gates;
    this.clusters = controlPlane.clusters.map(({ name, ca, tokens }) => ({
      name,
      url: `https://127.0.0.1:${gates.get(name)!.port}`,
      token: tokens.portal,
      adminToken: tokens.admin,
      caData: Buffer.from(ca).toString('base64'),
    }));
  }

  async silence(name: string): Promise<void> {
    this.#gates.get(name)?.close();
  }

  async restore(name: string): Promise<void> {
    this.#gates.get(name)?.open();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#gates.values()].map(gate => gate.stop()));
    await this.#controlPlane.stop();
  }
}
