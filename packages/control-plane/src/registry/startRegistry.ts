import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../process/freePorts';
import { ManagedProcess } from '../process/ManagedProcess';
import { ProcessGuard } from '../process/ProcessGuard';
import { waitUntil } from '../process/waitUntil';
import { RegistryUser } from './RegistryUser';
import { TokenIssuer } from './TokenIssuer';

/**
 * A running registry of images with nothing in it.
 * @public
 */
export interface RealRegistry {
  /** `127.0.0.1:<port>` */
  readonly host: string;
  /** `http://<host>` */
  readonly url: string;
  /** Who may read and write; undefined where everybody may. */
  readonly user?: { readonly name: string; readonly password: string };
  /** Where it has its tokens given; only of one that wants tokens. */
  readonly tokenUrl?: string;
  /** What goes with requests that fill it. */
  authorization(path: string): string | undefined;
  /** It accepts connections and says nothing. */
  pause(): void;
  /** It says what it was asked meanwhile, and goes on. */
  resume(): void;
  /** Ends it and removes what it holds. */
  stop(): Promise<void>;
}

/** Milliseconds; it takes less than a second on a quiet machine. */
const START = { limit: 60_000, interval: 100 };

/**
 * Starts Debian's `docker-registry` on a free port of the loopback interface, over a folder of its own. It does not outlive
 * this process.
 *
 * @param options.access - who may use it: everybody, who shows a name and password, or who shows a token that is given for
 * these; for tokens `openssl` has to be installed
 * @throws Error with its log when it does not start
 * @public
 */
export async function startRegistry(options: {
  readonly access: 'open' | 'password' | 'token';
}): Promise<RealRegistry> {
  const { access } = options;
  const folder = mkdtempSync(join(tmpdir(), 'domaindeck-registry-'));
  const guard = ProcessGuard.create(folder);
  let running: ManagedProcess | undefined;
  let tokens: TokenIssuer | undefined;
  const stop = async () => {
    // One that is paused would not hear that it is to end.
    signal(running, 'SIGCONT');
    await running?.stop();
    await tokens?.stop();
    await guard.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [port] = await freePorts(1);
    const host = `127.0.0.1:${port}`;
    tokens =
      access === 'token' ? await TokenIssuer.start(folder, host) : undefined;
    const settings = join(folder, 'registry.json');
    // YAML holds JSON.
    writeFileSync(
      settings,
      JSON.stringify({
        version: 0.1,
        log: { level: 'warn', accesslog: { disabled: true } },
        storage: { filesystem: { rootdirectory: join(folder, 'images') } },
        http: { addr: host, secret: 'of one test' },
        ...(access === 'open'
          ? {}
          : { auth: tokens?.settings ?? passwordSettings(folder) }),
      }),
    );
    running = await ManagedProcess.start(
      'docker-registry',
      ['serve', settings],
      folder,
      guard,
    );
    const own = running;
    const url = `http://${host}`;
    await waitUntil(
      async () => {
        if (!own.running) {
          throw new Error(`The registry ended: ${own.lastLines(5)}`);
        }
        const answer = await fetch(`${url}/v2/`).catch(() => undefined);
        await answer?.arrayBuffer();
        return answer !== undefined || undefined;
      },
      {
        ...START,
        otherwise: () => `The registry is not ready: ${own.lastLines(5)}`,
      },
    );
    return {
      host,
      url,
      ...(access === 'open' ? {} : { user: RegistryUser.known }),
      ...(tokens ? { tokenUrl: tokens.url } : {}),
      authorization: path =>
        tokens?.authorization(path) ??
        (access === 'password' ? RegistryUser.authorization : undefined),
      pause: () => signal(own, 'SIGSTOP'),
      resume: () => signal(own, 'SIGCONT'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function passwordSettings(folder: string): object {
  const file = join(folder, 'htpasswd');
  writeFileSync(file, RegistryUser.htpasswd);
  return { htpasswd: { realm: 'registry', path: file } };
}

function signal(
  program: ManagedProcess | undefined,
  name: 'SIGSTOP' | 'SIGCONT',
): void {
  if (program?.running) {
    process.kill(program.pid, name);
  }
}
