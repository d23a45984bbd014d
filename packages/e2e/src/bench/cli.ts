import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { REPOSITORY } from '../repository';
import { benchmarks } from './benchmarks';
import { renderTable } from './renderTable';
import { runBenchmarks } from './runBenchmarks';

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** @returns the exit code: 1 when a goal is missed */
async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      long: { type: 'boolean', default: false },
    },
  });
  const { results, skipped } = await runBenchmarks(
    benchmarks,
    values.only,
    print,
    { long: values.long },
  );
  writeFileSync(
    join(REPOSITORY, 'bench-results.json'),
    `${JSON.stringify(results, undefined, 2)}\n`,
  );
  print(`\n${renderTable(results)}\n`);
  skipped.forEach(reason => print(`skipped ${reason}`));
  const missed = results.filter(({ met }) => !met);
  print(
    `${results.length} figures in bench-results.json, ${missed.length} goals missed, ${skipped.length} benchmarks skipped`,
  );
  return missed.length > 0 ? 1 : 0;
}

// Ended from outside, what was started is ended by the listeners of `exit`.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(130));
}

bench().then(
  code => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  },
);
