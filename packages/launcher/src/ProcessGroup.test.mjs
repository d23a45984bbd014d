import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ProcessGroup } from './ProcessGroup.mjs';

/** Starts a child of its own, which heeds no polite signal, and says its number. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e',
    'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)']);
  child.on('spawn', () => console.log('child ' + child.pid));
`;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function start(script) {
  return new ProcessGroup({
    name: 'parent',
    command: process.execPath,
    args: ['-e', script],
    cwd: tmpdir(),
    env: process.env,
    log: join(tmpdir(), `domaindeck-launcher-test-${process.pid}.log`),
  });
}

test('ending a group ends what its leader started', async () => {
  const group = start(PARENT);
  const pid = await new Promise(resolve => {
    group.onLine(line => resolve(Number(line.replace('child ', ''))));
  });
  assert.ok(isAlive(pid));
  await group.stop();
  // Killed, but perhaps not yet reaped by whoever took it over.
  while (isAlive(pid)) {
    await new Promise(resolve => setImmediate(resolve));
  }
  assert.equal(group.running, false);
});

test('the exit code and the last lines of a process that fails are kept', async () => {
  const group = start('console.error("no such thing"); process.exit(3)');
  assert.equal(await group.exit, 3);
  assert.match(group.tail, /no such thing/);
});

test('a command that does not exist is an end, not an exception', async () => {
  const group = new ProcessGroup({
    name: 'nothing',
    command: 'no-such-command-here',
    args: [],
    cwd: tmpdir(),
    env: process.env,
  });
  assert.equal(await group.exit, 1);
  assert.match(group.tail, /ENOENT/);
  await group.stop();
});
