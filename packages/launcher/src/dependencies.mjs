import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './repository.mjs';
import { runCommand } from './runCommand.mjs';
import { step } from './steps.mjs';

const STAMP = join(ROOT, 'node_modules', '.cache', 'domaindeck', 'installed');

/** Installs the dependencies from the lock file, unless they are there already. */
export async function ensureDependencies(env) {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    return;
  }
  await step('Installing the dependencies from yarn.lock', () =>
    runCommand('yarn', ['install', '--immutable'], {
      cwd: ROOT,
      env,
      quiet: true,
    }),
  );
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}

/** Changes when the lock file or any manifest does. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['yarn.lock', '.yarnrc.yml', 'package.json']) {
    hash.update(readFileSync(join(ROOT, file)));
  }
  for (const group of ['packages', 'plugins']) {
    for (const folder of readdirSync(join(ROOT, group)).sort()) {
      const manifest = join(ROOT, group, folder, 'package.json');
      if (existsSync(manifest)) {
        hash.update(readFileSync(manifest));
      }
    }
  }
  return hash.digest('hex');
}
