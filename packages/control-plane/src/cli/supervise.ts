import { copyFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ControlPlane, startControlPlane } from '../startControlPlane';
import { CommandOptions } from './readOptions';

/** What a supervisor tells about itself. */
export interface SupervisorReport {
  readonly kubeconfig: string;
  readonly clusters: readonly { readonly name: string; readonly url: string }[];
  readonly pids: readonly number[];
}

/** What a supervisor says to the command that started it. */
export type SupervisorMessage =
  | { readonly type: 'progress'; readonly sentence: string }
  | { readonly type: 'ready'; readonly report: SupervisorReport }
  | { readonly type: 'failed'; readonly message: string };

/** The socket by which a supervisor is reached. */
export function socketOf(options: CommandOptions): string {
  return join(options.folder, 'control.sock');
}

function tell(message: SupervisorMessage): void {
  if (process.connected) {
    process.send?.(message, () => {});
  }
}

function listen(
  socket: string,
  answers: { status: () => SupervisorReport; stop: () => Promise<void> },
) {
  const server = createServer(connection => {
    connection.on('error', () => {});
    connection.once('data', async data => {
      if (data.toString('utf8').trim() !== 'stop') {
        connection.end(JSON.stringify(answers.status()));
        return;
      }
      await answers.stop();
      connection.end('stopped');
      server.close();
    });
  });
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
}

async function loadWorld(plane: ControlPlane, world: string) {
  for (const cluster of plane.clusters) {
    const objects = await cluster.apply(join(world, cluster.name));
    tell({
      type: 'progress',
      sentence: `loaded ${objects} objects into ${cluster.name}`,
    });
  }
}

/**
 * Holds a set of clusters until it is told to stop, by its socket or by a signal.
 */
export async function supervise(options: CommandOptions): Promise<void> {
  let plane: ControlPlane | undefined;
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= plane?.stop() ?? Promise.resolve();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop().then(() => process.exit(0)));
  }
  try {
    plane = await startControlPlane({
      clusters: options.clusters,
      nodes: options.nodes,
      folder: options.folder,
      progress: sentence => tell({ type: 'progress', sentence }),
    });
    if (options.world) {
      await loadWorld(plane, options.world);
    }
    if (options.kubeconfig) {
      copyFileSync(plane.kubeconfig, options.kubeconfig);
    }
    const { clusters, pids, kubeconfig } = plane;
    const report = {
      kubeconfig: options.kubeconfig ?? kubeconfig,
      clusters: clusters.map(({ name, url }) => ({ name, url })),
      pids,
    };
    writeFileSync(
      join(options.folder, 'tokens.json'),
      JSON.stringify(
        Object.fromEntries(clusters.map(({ name, tokens }) => [name, tokens])),
      ),
      { mode: 0o600 },
    );
    await listen(socketOf(options), { status: () => report, stop });
    tell({ type: 'ready', report });
  } catch (error) {
    await stop();
    tell({ type: 'failed', message: (error as Error).message });
    process.exitCode = 1;
  }
  if (process.connected) {
    process.disconnect();
  }
}
