import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { commitSeed } from './commitSeed.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { planLongSuites } from './longSuites.mjs';
import { inspectMachine } from './machine.mjs';
import { CACHE } from './repository.mjs';
import { runSuite } from './runSuite.mjs';
import { say } from './steps.mjs';
import { planArea, planSuites } from './suites.mjs';
import { Tally } from './Tally.mjs';
import { ensureToolchain } from './toolchain.mjs';

const { values } = parseArgs({
  options: {
    // Also what takes long: everything that CI runs.
    all: { type: 'boolean', default: false },
    // What is too long for every commit, whole.
    long: { type: 'boolean', default: false },
    // One area with its journey; see areas.mjs.
    only: { type: 'string' },
    // One suite by its name; see suites.mjs.
    suite: { type: 'string' },
  },
});

function plan() {
  const machine = inspectMachine();
  if (values.long) {
    return planLongSuites(machine, commitSeed());
  }
  if (values.only) {
    return planArea(machine, values.only);
  }
  const suites = planSuites(machine, {
    all: values.all || values.suite !== undefined,
  });
  if (!values.suite) {
    return suites;
  }
  const chosen = suites.filter(suite => suite.name === values.suite);
  if (chosen.length === 0) {
    const known = suites.map(suite => suite.name).join(', ');
    throw new Error(`There is no suite "${values.suite}"; they are ${known}`);
  }
  return chosen;
}

const tally = new Tally();
try {
  const suites = plan();
  const env = await ensureToolchain();
  await ensureDependencies(env);
  mkdirSync(CACHE, { recursive: true });
  for (const suite of suites) {
    tally.add(await runSuite(suite, env));
  }
} catch (error) {
  say(error.message);
  tally.add({ failed: 1 });
}
process.exitCode = tally.failed > 0 ? 1 : 0;
process.stdout.write(`${tally}\n`);
