import { parseArgs } from 'node:util';
import { faultKinds } from './faultKinds';
import { runFaultSchedules } from './runFaultSchedules';

/** Lines of a failed schedule that are shown. */
const SHOWN = 10;

const PROGRESS_EVERY = 500;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** @throws RangeError when the text is no whole number of the range */
function wholeNumber(text: string, name: string, limit: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0 || number >= limit) {
    throw new RangeError(
      `--${name} takes a whole number from 0 to below ${limit}, not "${text}"`,
    );
  }
  return number;
}

/** @returns the exit code: 1 when something diverged */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      schedules: { type: 'string', default: '1000' },
      seed: { type: 'string' },
    },
  });
  const schedules = wholeNumber(values.schedules, 'schedules', 2 ** 32);
  const seed = wholeNumber(
    values.seed ?? String(Math.floor(Math.random() * 2 ** 32)),
    'seed',
    2 ** 32,
  );
  print(`Fault schedules: ${schedules} from seed ${seed} on`);
  const begin = process.cpuUsage();
  const report = await runFaultSchedules({ schedules, seed }, (result, run) => {
    if (result.divergences.length > 0) {
      print(`seed ${result.seed} diverged:`);
      result.divergences
        .slice(0, SHOWN)
        .forEach(divergence => print(`  ${divergence}`));
    }
    if (run % PROGRESS_EVERY === 0) {
      print(`  ${run} of ${schedules} run`);
    }
  });
  for (const kind of faultKinds) {
    print(`${String(report.injected.get(kind) ?? 0).padStart(9)}  ${kind}`);
  }
  const injected = [...report.injected.values()].reduce((a, b) => a + b, 0);
  const { user, system } = process.cpuUsage(begin);
  print(
    `${report.schedules} schedules run, ${injected} faults injected, ${
      report.failed.length
    } divergences, ${((user + system) / 1e6).toFixed(1)} s of CPU`,
  );
  for (const { seed: failed } of report.failed) {
    print(
      `run it again: npm run test:faults -- --schedules 1 --seed ${failed}`,
    );
  }
  return report.failed.length > 0 ? 1 : 0;
}

main().then(
  code => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  },
);
