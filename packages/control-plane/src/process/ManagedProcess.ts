import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ProcessGuard } from './ProcessGuard';

/** Milliseconds between asking a program to end and making it. */
const stopGrace = 10_000;

/**
 * A program of the control plane, its output in a log file.
 */
export class ManagedProcess {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;

  private constructor(
    child: ChildProcess,
    pid: number,
    logFile: string,
    guard: ProcessGuard,
  ) {
    this.name = basename(logFile, '.log');
    this.pid = pid;
    this.logFile = logFile;
    this.#child = child;
    this.#ended = new Promise(resolve => {
      child.once('exit', () => {
        guard.forget(pid);
        resolve();
      });
    });
  }

  /**
   * @param folder - where the log goes, as `<program>.log`
   * @throws when the program cannot be started
   */
  static async start(
    program: string,
    parameters: readonly string[],
    folder: string,
    guard: ProcessGuard,
  ): Promise<ManagedProcess> {
    const logFile = join(folder, `${basename(program)}.log`);
    const log = openSync(logFile, 'a');
    try {
      // A session of its own: Ctrl-C must reach us only, the order of the ends is ours.
      const child = spawn(program, parameters, {
        cwd: folder,
        detached: true,
        stdio: ['ignore', log, log],
        env: { PATH: process.env.PATH, HOME: folder },
      });
      await new Promise<void>((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', reject);
      });
      const pid = child.pid ?? 0;
      guard.watch(pid);
      child.unref();
      return new ManagedProcess(child, pid, logFile, guard);
    } finally {
      closeSync(log);
    }
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The end of the log, for messages. */
  lastLines(count: number): string {
    return readFileSync(this.logFile, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-count)
      .join('\n');
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    this.#child.ref();
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async stop(): Promise<void> {
    if (!this.running) {
      return;
    }
    this.#child.ref();
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), stopGrace);
    await this.#ended;
    clearTimeout(timer);
  }
}
