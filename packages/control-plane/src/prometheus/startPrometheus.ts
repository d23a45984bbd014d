import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../process/freePorts';
import { ManagedProcess } from '../process/ManagedProcess';
import { ProcessGuard } from '../process/ProcessGuard';
import { waitUntil } from '../process/waitUntil';

/**
 * A running Prometheus that collects nothing.
 * @public
 */
export interface RealPrometheus {
  /** `http://<host>:<port>/<prefix>` */
  readonly url: string;
  /** Ends it and removes what it holds. */
  stop(): Promise<void>;
}

/** Milliseconds; it takes less than a second on a quiet machine. */
const START = { limit: 120_000, interval: 100 };

/**
 * Starts a real Prometheus on a free port, filled with measures. It does not outlive this process. The programs
 * `prometheus` and `promtool` have to be installed.
 *
 * @param options.measures - text in OpenMetrics' form, the samples of each series in the order of their times
 * @param options.prefix - of its address, such as `metrics`
 * @param options.host - an address of this machine instead of the loopback one: API servers pass nothing on to that
 * @throws Error with its log when it does not take them or does not start
 * @public
 */
export async function startPrometheus(options: {
  readonly measures: string;
  readonly prefix: string;
  readonly host?: string;
}): Promise<RealPrometheus> {
  const { host = '127.0.0.1' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'domaindeck-prometheus-'));
  const guard = ProcessGuard.create(folder);
  let running: ManagedProcess | undefined;
  const stop = async () => {
    await running?.stop();
    await guard.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const data = join(folder, 'data');
    fill(folder, data, options.measures);
    const [port] = await freePorts(1);
    const url = `http://${host}:${port}/${options.prefix}`;
    const settings = join(folder, 'prometheus.json');
    // YAML holds JSON.
    writeFileSync(settings, JSON.stringify({ scrape_configs: [] }));
    running = await ManagedProcess.start(
      'prometheus',
      [
        `--config.file=${settings}`,
        `--storage.tsdb.path=${data}`,
        '--storage.tsdb.retention.time=1y',
        `--web.listen-address=${host}:${port}`,
        `--web.external-url=${url}`,
        '--log.level=warn',
      ],
      folder,
      guard,
    );
    const own = running;
    await waitUntil(
      async () => {
        if (!own.running) {
          throw new Error(`Prometheus ended: ${own.lastLines(5)}`);
        }
        const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
        await answer?.arrayBuffer();
        return answer?.ok || undefined;
      },
      {
        ...START,
        otherwise: () => `Prometheus is not ready: ${own.lastLines(5)}`,
      },
    );
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function fill(folder: string, data: string, measures: string): void {
  const file = join(folder, 'measures.txt');
  writeFileSync(file, measures);
  execFileSync(
    'promtool',
    ['tsdb', 'create-blocks-from', 'openmetrics', file, data],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
}
