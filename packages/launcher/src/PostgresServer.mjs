import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProcessGroup } from './ProcessGroup.mjs';
import { choosePort } from './ports.mjs';

/** Debian keeps the programs of each version out of PATH. */
const DEBIAN = '/usr/lib/postgresql';
const USER = 'postgres';
const START_LIMIT_MS = 60_000;

/** The folder with `initdb` and `postgres`; undefined where PostgreSQL is not installed. */
export function findPostgres() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort() : [];
  return [
    ...versions.reverse().map(version => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ].find(folder => existsSync(join(folder, 'initdb')));
}

/** PostgreSQL refuses to run as root, so root starts it as the user that its package brings. */
function accountOf() {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const id = flag =>
    Number(execFileSync('id', [flag, USER], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function answers(port) {
  const socket = createConnection({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A PostgreSQL of our own for a run of tests: empty, on a free port of the loopback, forgotten with its stop. */
export class PostgresServer {
  #server;
  #folder;

  /** `postgres://…` of its superuser; anybody on this machine may come in while it runs. */
  url;

  /** @throws Error with what the program last said when it does not come up */
  static async start() {
    const programs = findPostgres();
    const account = accountOf();
    const folder = mkdtempSync(join(tmpdir(), 'domaindeck-postgres-'));
    const data = join(folder, 'data');
    if (account) {
      chownSync(folder, account.uid, account.gid);
    }
    execFileSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-sync'],
      { ...account, cwd: folder, stdio: 'pipe' },
    );
    const port = await choosePort('database', 15432);
    const server = new ProcessGroup({
      name: 'PostgreSQL',
      command: join(programs, 'postgres'),
      // Nothing outlives the run, so nothing has to survive a power cut.
      args: ['-D', data, '-p', String(port), '-k', folder, '-F'],
      cwd: folder,
      env: process.env,
      log: join(folder, 'log'),
      account,
    });
    const end = Date.now() + START_LIMIT_MS;
    while (!(await answers(port))) {
      if (!server.running || Date.now() > end) {
        await server.stop();
        throw new Error(`PostgreSQL did not start: ${server.tail}`);
      }
      await sleep(100);
    }
    return new PostgresServer(server, folder, port);
  }

  constructor(server, folder, port) {
    this.#server = server;
    this.#folder = folder;
    this.url = `postgres://${USER}@127.0.0.1:${port}/${USER}`;
  }

  async stop() {
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
