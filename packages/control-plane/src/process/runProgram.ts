import { spawn } from 'node:child_process';

/**
 * Runs a program to its end.
 * @throws Error with the last lines of stderr when it cannot be started or does not end with 0
 */
export async function runProgram(
  program: string,
  parameters: readonly string[],
  options?: { cwd?: string },
): Promise<{ stdout: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: options?.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', chunk => out.push(chunk));
    child.stderr.on('data', chunk => err.push(chunk));
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) {
        resolve({ stdout: Buffer.concat(out).toString('utf8') });
        return;
      }
      const lines = Buffer.concat(err).toString('utf8').trim().split('\n');
      reject(
        new Error(
          `${program} ${parameters[0]} ended with ${code}: ${lines
            .slice(-20)
            .join('\n')}`,
        ),
      );
    });
  });
}
