import { spawn } from 'node:child_process';

/**
 * Runs a command to its end.
 *
 * @param options.quiet - keep its output for the error instead of showing it
 * @param options.onOutput - gets every piece of its output
 * @returns its exit code; with `quiet` a failure throws with the last lines
 */
export function runCommand(command, args, { cwd, env, quiet, onOutput }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = chunk => {
      const text = chunk.toString('utf8');
      output = (output + text).slice(-20_000);
      onOutput?.(text);
      if (!quiet) {
        process.stdout.write(text);
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', code => {
      if (code !== 0 && quiet) {
        const tail = output.split('\n').slice(-40).join('\n');
        reject(new Error(`${command} ${args.join(' ')} failed:\n${tail}`));
        return;
      }
      resolve(code ?? 1);
    });
  });
}
