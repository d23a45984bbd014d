import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedOf } from './commitSeed.mjs';
import { planLongSuites } from './longSuites.mjs';

const machine = { go: { present: true } };

test('takes the first 32 bits of a hash', () => {
  assert.equal(seedOf('ffffffff0123456789abcdef0123456789abcdef'), 2 ** 32 - 1);
  assert.equal(seedOf('0000002a0123456789abcdef0123456789abcdef'), 42);
});

test('begins the long suites at the seed', () => {
  const [faults] = planLongSuites(machine, 42);
  assert.deepEqual(faults.args.slice(-4), [
    '--schedules',
    '10000',
    '--seed',
    '42',
  ]);
  assert.equal(
    planLongSuites(machine, undefined)[0].args.includes('--seed'),
    false,
  );
});
