import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { runToEnd } from '../process/runToEnd.mjs';
import { REPOSITORY } from '../repository.mjs';

/** Inside node_modules, so that it goes with what it speaks of. */
const STAMP = join(REPOSITORY, 'node_modules', '.cache', 'domaindeck-install');

/**
 * Installs the dependencies as the lock file says, unless that was done since it changed.
 *
 * @param {import('../progress/Progress.mjs').Progress} progress
 * @param {import('../process/ProcessGroups.mjs').ProcessGroups} groups
 * @param {Awaited<ReturnType<import('./prepareToolchain.mjs').prepareToolchain>>} toolchain
 */
export async function installDependencies(progress, groups, toolchain) {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    return;
  }
  await progress.step('Installing dependencies', async detail => {
    await runToEnd(groups, {
      command: toolchain.node,
      args: [toolchain.yarn, 'install', '--immutable'],
      cwd: REPOSITORY,
      env: { ...toolchain.env, YARN_ENABLE_PROGRESS_BARS: '0' },
      onLine: line => {
        const step = /┌ (.+)/.exec(line);
        if (step) {
          detail(step[1]);
        }
      },
    });
  });
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}

/** Changes with everything that decides what an installation holds. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(join(REPOSITORY, folder)).sort()) {
      files.push(join(folder, name, 'package.json'));
    }
  }
  for (const file of files) {
    const path = join(REPOSITORY, file);
    if (existsSync(path)) {
      hash.update(file).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex');
}
