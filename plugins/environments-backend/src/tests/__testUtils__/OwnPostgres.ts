import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer, AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian keeps the programs of each version. */
const DEBIAN = '/usr/lib/postgresql';
const USER = 'postgres';
const START_LIMIT_MS = 30_000;

/** A PostgreSQL of a test's own, which it may stop as a power cut would, and start again over the same data. */
export class OwnPostgres {
  readonly #folder: string;
  readonly #port: number;
  #server: ChildProcess | undefined;

  /** Whether this machine has its programs. */
  static isInstalled(): boolean {
    return programs() !== undefined;
  }

  static async start(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'domaindeck-power-cut-'));
    const account = accountOf();
    if (account) {
      chownSync(folder, account.uid, account.gid);
    }
    execFileSync(
      join(programs()!, 'initdb'),
      ['-D', join(folder, 'data'), '-U', USER, '-A', 'trust', '--no-sync'],
      { ...account, cwd: folder, stdio: 'pipe' },
    );
    const server = new OwnPostgres(folder, await freePort());
    await server.resume();
    return server;
  }

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  get url(): string {
    return `postgres://${USER}@127.0.0.1:${this.#port}/${USER}`;
  }

  /** Ends it without any farewell: open transactions are lost, what was committed is not. */
  async halt(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server && server.exitCode === null) {
      // Immediate: what a power cut leaves is recovered at the next start.
      server.kill('SIGQUIT');
      await once(server, 'exit');
    }
  }

  /** Starts it over what it had. */
  async resume(): Promise<void> {
    this.#server = spawn(
      join(programs()!, 'postgres'),
      [
        '-D',
        join(this.#folder, 'data'),
        '-p',
        `${this.#port}`,
        '-k',
        this.#folder,
      ],
      { ...accountOf(), cwd: this.#folder, stdio: 'ignore' },
    );
    const end = Date.now() + START_LIMIT_MS;
    while (!answers(this.#port)) {
      if (Date.now() > end) {
        throw new Error('PostgreSQL did not start');
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function programs(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort() : [];
  return versions
    .reverse()
    .map(version => join(DEBIAN, version, 'bin'))
    .find(folder => existsSync(join(folder, 'initdb')));
}

/** PostgreSQL refuses to run as root, so root starts it as the user that its package brings. */
function accountOf(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, USER], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether it takes connections: after a power cut it recovers first. */
function answers(port: number): boolean {
  try {
    execFileSync(
      join(programs()!, 'pg_isready'),
      ['-h', '127.0.0.1', '-p', `${port}`],
      { stdio: 'pipe' },
    );
    return true;
  } catch {
    return false;
  }
}
