import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findPostgres } from './PostgresServer.mjs';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

function runs(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/**
 * What this machine has beyond Node, with the command that brings what it lacks.
 *
 * @returns `{name: {present, bring}}`
 */
export function inspectMachine() {
  return {
    browser: {
      present: existsSync(CHROMIUM),
      bring: 'apt-get install chromium fonts-noto-cjk',
    },
    go: {
      present: runs('go', 'version'),
      bring: 'install Go 1.26 from go.dev or your distribution',
    },
    prometheus: {
      present: runs('prometheus', '--version') && runs('promtool', '--version'),
      bring: 'apt-get install prometheus',
    },
    'image registry': {
      present:
        runs('docker-registry', '--version') && runs('openssl', 'version'),
      bring: 'apt-get install docker-registry openssl',
    },
    database: {
      present: findPostgres() !== undefined,
      bring: 'apt-get install postgresql',
    },
  };
}
