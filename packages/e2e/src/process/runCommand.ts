import { spawn } from 'node:child_process';

/** How {@link runCommand} runs. */
export interface RunCommandOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds until the command counts as hung. */
  readonly timeout: number;
}

/**
 * Runs a command to its end and gives what it printed.
 * @throws when it fails or hangs; the message holds the last lines that it printed.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: RunCommandOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve(output);
        return;
      }
      const line = `${command} ${args.join(' ')}`;
      const tail = output.split('\n').slice(-40).join('\n');
      reject(
        new Error(
          `"${line}" ended with ${signal ?? code} in ${options.cwd}:\n${tail}`,
        ),
      );
    });
  });
}
