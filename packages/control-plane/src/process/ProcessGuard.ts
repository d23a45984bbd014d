import { ChildProcess, spawn } from 'node:child_process';

/*
 * Reads process ids until its input ends. The input ends when we say so (`done`) or when we are gone in whatever way,
 * SIGKILL included; then it kills what is still there, all at once: an API server whose etcd went first hangs for
 * minutes, and nothing here is worth a clean end any more.
 */
const script = `
pids=
while read -r line; do
  case "$line" in
    done) exit 0 ;;
    -*) gone="\${line#-}"; kept=; for p in $pids; do [ "$p" = "$gone" ] || kept="$kept $p"; done; pids="$kept" ;;
    *) pids="$pids $line" ;;
  esac
done
[ -z "$pids" ] || kill -9 $pids
[ -z "$1" ] || rm -rf "$1"
`;

/**
 * Sees to it that no process of a control plane outlives the process that started it.
 */
export class ProcessGuard {
  readonly #shell: ChildProcess;

  private constructor(shell: ChildProcess) {
    this.#shell = shell;
  }

  /** @param folder - removed as well when we die without having stopped */
  static create(folder: string): ProcessGuard {
    const shell = spawn(
      '/bin/sh',
      ['-c', script, 'control-plane-guard', folder],
      {
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
      },
    );
    shell.unref();
    shell.stdin?.on('error', () => {});
    return new ProcessGuard(shell);
  }

  watch(pid: number): void {
    this.#shell.stdin?.write(`${pid}\n`);
  }

  /** To be called as soon as a process has ended: its id may be given to another one. */
  forget(pid: number): void {
    this.#shell.stdin?.write(`-${pid}\n`);
  }

  async stop(): Promise<void> {
    if (this.#shell.exitCode === null && this.#shell.signalCode === null) {
      // Whoever waits for this end has perhaps nothing else to stay alive for.
      this.#shell.ref();
      const ended = new Promise(resolve => this.#shell.once('exit', resolve));
      this.#shell.stdin?.end('done\n');
      await ended;
    }
  }
}
