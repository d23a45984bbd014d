import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readJestReport, Tally } from './Tally.mjs';

test('adds up what the suites say', () => {
  const tally = new Tally();
  tally.add({ passed: 3, failed: 1, skipped: 2 });
  tally.add({ passed: 1 });
  assert.equal(`${tally}`, '4 passed, 1 failed, 2 skipped');
});

test('a suite that did not load is a failure, and so is a missing report', () => {
  const directory = mkdtempSync(join(tmpdir(), 'domaindeck-tally-'));
  const file = join(directory, 'report.json');
  writeFileSync(
    file,
    JSON.stringify({
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
      numPendingTests: 1,
      numTodoTests: 0,
    }),
  );
  assert.deepEqual(readJestReport(file), { passed: 5, failed: 3, skipped: 1 });
  rmSync(directory, { recursive: true });
  assert.deepEqual(readJestReport(file), { failed: 1 });
});
