import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CACHE } from './repository.mjs';
import { runCommand } from './runCommand.mjs';
import { step } from './steps.mjs';

const YARN = '@yarnpkg/cli-dist@4.13.0';
const NODE = 'node@24';

/** Whether Backstage 1.55 and undici 8 run on this Node. */
export function isSupportedNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return (major === 22 && minor >= 19) || major === 24;
}

/**
 * Brings a supported Node and yarn from the npm registry where this machine lacks them.
 *
 * @returns the environment in which `node` and `yarn` are the right ones
 */
export async function ensureToolchain() {
  const tools = join(CACHE, 'tools');
  const bin = join(tools, 'node_modules', '.bin');
  const ownNode = isSupportedNode(process.versions.node);
  const wanted = ownNode ? [YARN] : [NODE, YARN];
  const binaries = ownNode ? ['yarn'] : ['node', 'yarn'];
  const env = cleanEnvironment();
  if (!binaries.every(name => existsSync(join(bin, name)))) {
    mkdirSync(tools, { recursive: true });
    writeFileSync(join(tools, 'package.json'), '{"private":true}\n');
    const what = ownNode
      ? 'Bringing yarn'
      : `Bringing Node 24 and yarn (this machine has Node ${process.versions.node})`;
    await step(what, () =>
      runCommand(
        'npm',
        ['install', '--no-audit', '--no-fund', '--no-save', ...wanted],
        { cwd: tools, env, quiet: true },
      ),
    );
  }
  env.PATH = `${bin}${delimiter}${env.PATH}`;
  return env;
}

/** Our environment without what `npm start` added, so that tools below behave as if called by a person. */
function cleanEnvironment() {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (
      !/^npm_(?!config_(registry|cafile))/.test(name) &&
      name !== 'INIT_CWD'
    ) {
      env[name] = value;
    }
  }
  return env;
}
