import { join } from 'node:path';
import { ProcessGroup } from './ProcessGroup.mjs';
import { ROOT } from './repository.mjs';

/** How long the embedded clusters have to start, in milliseconds. */
const LIMIT_MS = 60_000;

/**
 * Starts the embedded clusters in a process of their own.
 *
 * @returns the process, and what it said of itself: `{clusters: [{name, url, token}], control, registry?: {host, url}}`
 */
export async function startDemoClusters(env, log) {
  const group = new ProcessGroup({
    name: 'demo clusters',
    command: 'node',
    args: [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'packages/demo-clusters/src/cli.ts',
      'start',
      '--examples',
      join('examples', 'kubernetes'),
    ],
    cwd: ROOT,
    env,
    log,
  });
  const said = await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () =>
        reject(new Error(`The demo clusters did not start:\n${group.tail}`)),
      LIMIT_MS,
    );
    group.onLine(line => {
      if (line.startsWith('{"clusters":')) {
        clearTimeout(timer);
        resolve(JSON.parse(line));
      }
    });
    group.exit.then(code => {
      clearTimeout(timer);
      reject(new Error(`The demo clusters ended with ${code}:\n${group.tail}`));
    });
  });
  return { group, ...said };
}
