import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** How long a process has to end by itself before it is killed, in milliseconds. */
const STOP_LIMIT_MS = 8_000;

/**
 * A child with everything that it starts: it leads a process group of its own, so that ending it leaves nothing.
 */
export class ProcessGroup {
  #child;
  #tail = [];
  #listeners = new Set();

  /**
   * @param options.name - for messages
   * @param options.log - file that keeps what it prints; without one it prints to our own output
   * @param options.account - `{uid, gid}` to run as; our own unless told
   */
  constructor({ name, command, args, cwd, env, log, account }) {
    this.name = name;
    this.#child = spawn(command, args, {
      cwd,
      env,
      ...account,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const file = log ? createWriteStream(log) : process.stdout;
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', chunk => {
        file.write(chunk);
        this.#keep(chunk.toString('utf8'));
      });
    }
    this.exit = new Promise(resolve => {
      this.#child.on('error', error => {
        this.#keep(`${error.message}\n`);
        resolve(1);
      });
      this.#child.on('exit', (code, signal) => resolve(code ?? signal));
    });
  }

  /** The last lines that it printed. */
  get tail() {
    return this.#tail.slice(-40).join('\n');
  }

  get running() {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Calls back with every line; returns the way to stop listening. */
  onLine(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stop() {
    if (this.#child.pid === undefined) {
      return;
    }
    if (this.running) {
      const ended = once(this.#child, 'exit');
      const force = setTimeout(() => this.#signal('SIGKILL'), STOP_LIMIT_MS);
      this.#signal('SIGTERM');
      await ended;
      clearTimeout(force);
    }
    // Grandchildren may outlive the leader of the group.
    this.#signal('SIGKILL');
  }

  #signal(signal) {
    try {
      process.kill(-this.#child.pid, signal);
    } catch {
      // The group is gone, which is what a stop is for.
    }
  }

  #keep(text) {
    for (const line of text.split('\n')) {
      if (line !== '') {
        this.#tail.push(line);
        this.#listeners.forEach(listener => listener(line));
      }
    }
    this.#tail.splice(0, Math.max(0, this.#tail.length - 200));
  }
}
