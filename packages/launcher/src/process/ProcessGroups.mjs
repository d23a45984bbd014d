import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** How long processes may take to end by themselves before they are killed, in milliseconds. */
const GRACE_MS = 8_000;

/**
 * Every process that the launcher started, each the leader of a group of its own, so that whatever it starts ends
 * with it.
 */
export class ProcessGroups {
  #running = new Set();
  #stopping = false;

  /** Whether {@link stopAll} was called: an end of a process is then no news. */
  get stopping() {
    return this.#stopping;
  }

  /**
   * @param {{
   *   command: string,
   *   args: string[],
   *   cwd: string,
   *   env?: NodeJS.ProcessEnv,
   *   onLine?: (line: string, stream: 'stdout' | 'stderr') => void,
   * }} options
   * @returns {{tail: () => string, ended: Promise<number>, stop: () => Promise<void>}} `ended` gives the exit code (1 for a signal); `tail`
   *   the last lines that the process wrote
   */
  start(options) {
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#running.add(child);
    const last = [];
    for (const stream of ['stdout', 'stderr']) {
      createInterface({ input: child[stream] }).on('line', line => {
        last.push(line);
        if (last.length > 60) {
          last.shift();
        }
        options.onLine?.(line, stream);
      });
    }
    const ended = new Promise(resolve => {
      child.once('error', error => {
        last.push(error.message);
        this.#running.delete(child);
        resolve(1);
      });
      child.once('exit', code => {
        // What the leader left behind in its group has nobody to look after it.
        signalGroup(child, 'SIGTERM');
        if (this.#running.delete(child)) {
          resolve(code ?? 1);
        }
      });
    });
    return {
      ended,
      tail: () => last.join('\n'),
      stop: () => this.#stop(child),
    };
  }

  /** Ends all, first as asked, then by force; resolves when none is left. */
  async stopAll() {
    this.#stopping = true;
    await Promise.all([...this.#running].map(child => this.#stop(child)));
  }

  async #stop(child) {
    if (child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const exit = once(child, 'exit');
    const force = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
    signalGroup(child, 'SIGTERM');
    await exit;
    clearTimeout(force);
    signalGroup(child, 'SIGKILL');
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}
