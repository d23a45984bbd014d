import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runToEnd } from '../process/runToEnd.mjs';
import { CACHE } from '../repository.mjs';
import { isSupportedNode } from './isSupportedNode.mjs';

/** The same as `packageManager` of the root package.json. */
const YARN = '@yarnpkg/cli-dist@4.13.0';

const DIRECTORY = join(CACHE, 'toolchain');
const MODULES = join(DIRECTORY, 'node_modules');
const YARN_SCRIPT = join(MODULES, '@yarnpkg', 'cli-dist', 'bin', 'yarn.js');
const NODE_BINARY = join(MODULES, 'node', 'bin', 'node');

/**
 * A supported Node and Yarn 4, from the npm registry where the machine has none.
 *
 * @param {import('../progress/Progress.mjs').Progress} progress
 * @param {import('../process/ProcessGroups.mjs').ProcessGroups} groups
 * @returns {Promise<{node: string, yarn: string, env: NodeJS.ProcessEnv}>} paths of the node binary and of the script
 *   of yarn, and an environment in which both are found by name
 */
export async function prepareToolchain(progress, groups) {
  const ownNode = isSupportedNode(process.versions.node);
  const missing = [];
  if (!ownNode && !existsSync(NODE_BINARY)) {
    missing.push('node@24');
  }
  if (!existsSync(YARN_SCRIPT)) {
    missing.push(YARN);
  }
  if (missing.length > 0) {
    const what = ownNode ? 'Yarn 4' : `Node 24 and Yarn 4`;
    const why = ownNode ? '' : ` (this is Node ${process.versions.node})`;
    await progress.step(`Fetching ${what}${why}`, () => fetch(groups, missing));
  }
  const node = ownNode ? process.execPath : NODE_BINARY;
  const path = [dirname(node), join(MODULES, '.bin'), process.env.PATH];
  return {
    node,
    yarn: YARN_SCRIPT,
    env: { ...withoutNpm(process.env), PATH: path.join(delimiter) },
  };
}

async function fetch(groups, packages) {
  mkdirSync(DIRECTORY, { recursive: true });
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? { command: process.execPath, args: [process.env.npm_execpath] }
    : { command: 'npm', args: [] };
  const env = withoutNpm(process.env);
  await runToEnd(groups, {
    command: npm.command,
    args: [
      ...npm.args,
      'install',
      '--prefix',
      DIRECTORY,
      '--no-audit',
      '--no-fund',
      '--no-update-notifier',
      '--loglevel=error',
      ...packages,
    ],
    cwd: DIRECTORY,
    env,
  });
  if (packages.includes('node@24') && !existsSync(NODE_BINARY)) {
    // npm may be set to run no install scripts; this one only fetches the binary for the platform.
    await runToEnd(groups, {
      command: process.execPath,
      args: ['installArchSpecificPackage.js'],
      cwd: join(MODULES, 'node'),
      env,
    });
  }
}

/** npm tells its children about itself; the tools below must not take that for their own settings. */
function withoutNpm(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^npm_(config|package|lifecycle|command)/.test(name),
    ),
  );
}
