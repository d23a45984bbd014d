import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresServer } from './PostgresServer.mjs';
import { CACHE, ROOT } from './repository.mjs';
import { runCommand } from './runCommand.mjs';
import { say } from './steps.mjs';
import { readJestReport } from './Tally.mjs';

/**
 * Runs one suite and says how it went.
 *
 * @returns `{passed, failed, skipped}`
 */
export async function runSuite(suite, env) {
  if (suite.skip) {
    say(`${suite.name}: skipped (${suite.skip})`);
    return { skipped: 1 };
  }
  say(`${suite.name} …`);
  const counts = suite.database
    ? await withDatabase(given => runJest(suite, { ...env, ...given }))
    : await (suite.jest ? runJest : runCheck)(suite, env);
  say(`${suite.name}: ${counts.failed ? 'FAILED' : 'ok'}`);
  return counts;
}

/** The variable is the one by which Backstage's own test databases are told where a server is. */
async function withDatabase(run) {
  const server = await PostgresServer.start();
  try {
    return await run({
      BACKSTAGE_TEST_DATABASE_POSTGRES14_CONNECTION_STRING: server.url,
    });
  } finally {
    await server.stop();
  }
}

async function runCheck(suite, env) {
  const code = await runCommand(suite.command, suite.args, { cwd: ROOT, env });
  return code === 0 ? { passed: 1 } : { failed: 1 };
}

async function runJest(suite, env) {
  const report = join(CACHE, 'jest-report.json');
  rmSync(report, { force: true });
  const code = await runCommand(
    'yarn',
    [
      'backstage-cli',
      'repo',
      'test',
      '--watchAll=false',
      `--maxWorkers=${suite.workers ?? 2}`,
      '--passWithNoTests=false',
      '--json',
      `--outputFile=${report}`,
      ...suite.jest,
    ],
    { cwd: ROOT, env: { ...env, ...suite.env, CI: 'true' } },
  );
  const counts = readJestReport(report);
  return code !== 0 && !counts.failed ? { ...counts, failed: 1 } : counts;
}
