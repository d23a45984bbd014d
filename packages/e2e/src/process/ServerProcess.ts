import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How long a process has after SIGINT before it is killed, in milliseconds. */
const STOP_LIMIT_MS = 20_000;

/** How {@link ServerProcess.start} runs a server. */
export interface ServerProcessOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * A server that a suite started, with everything that it started itself: the whole process group ends with it.
 */
export class ServerProcess {
  readonly #child: ChildProcess;
  #output = '';
  readonly #waiting = new Set<() => void>();

  static start(options: ServerProcessOptions): ServerProcess {
    return new ServerProcess(
      spawn(options.command, options.args, {
        cwd: options.cwd,
        env: options.env ?? process.env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      }),
    );
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
    const keep = (chunk: Buffer) => {
      this.#output += chunk.toString('utf8');
      this.#wake();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('exit', () => this.#wake());
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** Everything printed so far. */
  get output(): string {
    return this.#output;
  }

  get running(): boolean {
    return !this.#ended;
  }

  /**
   * Waits until the output matches.
   * @throws when the process ends first or the limit (milliseconds) passes; the message holds the last output.
   */
  async waitForOutput(
    pattern: RegExp,
    limit: number,
  ): Promise<RegExpExecArray> {
    const until = Date.now() + limit;
    for (;;) {
      const match = pattern.exec(this.#output);
      if (match) {
        return match;
      }
      const left = until - Date.now();
      if (left <= 0 || this.#ended) {
        const why = this.#ended ? 'ended' : `said nothing of it in ${limit} ms`;
        const tail = this.#output.split('\n').slice(-40).join('\n');
        throw new Error(`Waited for ${pattern}; the process ${why}:\n${tail}`);
      }
      await this.#nextOutput(left);
    }
  }

  /** Ends the process group, first as Ctrl-C does, after 20 s by force. */
  async stop(): Promise<void> {
    if (this.#ended) {
      return;
    }
    const exit = once(this.#child, 'exit');
    const force = setTimeout(() => this.#signal('SIGKILL'), STOP_LIMIT_MS);
    this.#signal('SIGINT');
    await exit;
    clearTimeout(force);
    this.#signal('SIGKILL');
  }

  get #ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  #signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.#child.pid!, signal);
    } catch {
      // The group is gone already, which is what a stop is for.
    }
  }

  #nextOutput(limit: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(() => this.#wake(), limit);
      this.#waiting.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) {
      wake();
    }
  }
}
