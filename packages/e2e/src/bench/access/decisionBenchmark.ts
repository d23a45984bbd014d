import { join } from 'node:path';
import { ModuleProcess } from '../../process/ModuleProcess';
import { REPOSITORY } from '../../repository';
import { Benchmark } from '../Benchmark';
import { percentile } from '../percentile';

const MODULE = join(
  REPOSITORY,
  'plugins/permission-backend-module-access/src/__testUtils__/decideProcess.ts',
);

/** Several hundred engineers in a tree of departments that is deeper than most companies'. */
const COMPANY = {
  grants: 2_000,
  groups: 500,
  depth: 6,
  domains: 200,
  people: 5_000,
};

const DECISIONS = 5_000;
const LIMIT_MS = 5;

/** What `decideProcess` answers. */
interface DecisionFigures {
  readonly samples: readonly number[];
  readonly cpu: readonly number[];
  readonly given: number;
  readonly depth: number;
}

/** What the policy takes to decide about a person and a verb, when departments and grants are known. */
export const decisionBenchmark: Benchmark = {
  id: 'access',
  async run(progress) {
    progress(
      `${DECISIONS} decisions over ${COMPANY.grants} grants, ${COMPANY.groups} departments, ${COMPANY.domains} domains`,
    );
    const child = ModuleProcess.start(MODULE, []);
    try {
      const { samples, cpu, given, depth } = await child.call<DecisionFigures>(
        'measure',
        {
          ...COMPANY,
          decisions: DECISIONS,
        },
      );
      if (depth < COMPANY.depth || given < DECISIONS / 2) {
        throw new Error(
          `The company is not the one to measure: ${depth} departments above a person, ${given} decisions gave something`,
        );
      }
      const p95 = percentile(samples, 0.95);
      const cpuP95 = percentile(cpu, 0.95);
      const what = `of a decision over ${COMPANY.grants} grants, ${COMPANY.groups} departments nested ${depth} deep, ${COMPANY.domains} domains`;
      return [
        {
          id: 'access.decision.p95',
          what: `Time ${what}, warm, p95`,
          value: p95,
          unit: 'ms',
          goal: `<= ${LIMIT_MS} ms`,
          met: p95 <= LIMIT_MS,
        },
        {
          id: 'access.decision.cpu',
          what: `Processor time ${what}, warm, p95`,
          value: cpuP95,
          unit: 'ms',
          goal: `<= ${LIMIT_MS} ms`,
          met: cpuP95 <= LIMIT_MS,
        },
      ];
    } finally {
      await child.stop();
    }
  },
};
