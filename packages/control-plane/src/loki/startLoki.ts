import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAlone } from '../build/buildAlone';
import { Progress } from '../build/buildTools';
import { lokiModule } from '../build/toolModules';
import { freePorts } from '../process/freePorts';
import { ManagedProcess } from '../process/ManagedProcess';
import { ProcessGuard } from '../process/ProcessGuard';
import { waitUntil } from '../process/waitUntil';
import { lokiSettings } from './lokiSettings';

/**
 * Lines of one stream as they are pushed.
 * @public
 */
export interface PushedStream {
  readonly stream: Readonly<Record<string, string>>;
  /** Nanoseconds since 1970, the line, and what stands beside it without being an index. */
  readonly values: readonly (
    | readonly [string, string]
    | readonly [string, string, Readonly<Record<string, string>>]
  )[];
}

/**
 * A running Loki. Every request has to name a tenant.
 * @public
 */
export interface RealLoki {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** @throws Error with Loki's words when it does not take them */
  push(tenant: string, streams: readonly PushedStream[]): Promise<void>;
  /** Writes what is in memory into its store, so that both are read. */
  flush(): Promise<void>;
  /** Ends it and removes what it wrote. */
  stop(): Promise<void>;
}

/**
 * What to start.
 * @public
 */
export interface StartLokiOptions {
  /** Folder of built programs, see `openToolCache`. */
  readonly cacheHome?: string;
  readonly progress?: Progress;
}

/** Milliseconds; it takes some 2 s on a quiet machine. */
const START = { limit: 120_000, interval: 200 };

/**
 * Starts a real Loki on free loopback ports, building it where it is missing. It does not outlive this process.
 * @throws NotFoundError when it is missing and there is no Go; Error with its log when it does not start
 * @public
 */
export async function startLoki(options?: StartLokiOptions): Promise<RealLoki> {
  const program = await buildAlone(lokiModule, options);
  const folder = mkdtempSync(join(tmpdir(), 'domaindeck-loki-'));
  const guard = ProcessGuard.create(folder);
  const [httpPort, grpcPort] = await freePorts(2);
  const url = `http://127.0.0.1:${httpPort}`;
  const settings = join(folder, 'loki.json');
  // YAML holds JSON.
  writeFileSync(
    settings,
    JSON.stringify(lokiSettings({ folder, httpPort, grpcPort })),
  );
  const running = await ManagedProcess.start(
    program,
    [`-config.file=${settings}`],
    folder,
    guard,
  );
  const stop = async () => {
    await running.stop();
    await guard.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil(
      async () => {
        if (!running.running) {
          throw new Error(`Loki ended: ${running.lastLines(5)}`);
        }
        const answer = await fetch(`${url}/ready`).catch(() => undefined);
        await answer?.arrayBuffer();
        return answer?.ok || undefined;
      },
      {
        ...START,
        otherwise: () => `Loki is not ready: ${running.lastLines(5)}`,
      },
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    push: (tenant, streams) =>
      post(`${url}/loki/api/v1/push`, tenant, { streams }),
    flush: () => post(`${url}/flush`, 'any'),
    stop,
  };
}

async function post(url: string, tenant: string, body?: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-scope-orgid': tenant },
    body: body && JSON.stringify(body),
  });
  const words = await answer.text();
  if (!answer.ok) {
    throw new Error(`Loki answers ${answer.status}: ${words.trim()}`);
  }
}
