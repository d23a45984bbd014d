import { join } from 'node:path';
import { ModuleProcess } from '../../process/ModuleProcess';
import { REPOSITORY } from '../../repository';
import { Benchmark } from '../Benchmark';
import { percentile } from '../percentile';

const MODULE = join(
  REPOSITORY,
  'plugins/environments-backend/src/__testUtils__/planProcess.ts',
);

const SERVICES = 60;
const ROUNDS = 40;
const LIMIT_MS = 500;

/** What `planProcess` answers. */
interface PlanFigures {
  readonly samples: readonly number[];
  readonly objects: number;
  readonly shared: number;
}

/** What a plan takes over a baseline of 60 services: a form waits for it after every change. */
export const planBenchmark: Benchmark = {
  id: 'environments',
  async run(progress) {
    const child = ModuleProcess.start(MODULE, []);
    try {
      const results = [];
      for (const chosen of [5, SERVICES]) {
        progress(`${ROUNDS} plans of ${chosen} of ${SERVICES} services`);
        const { samples, objects, shared } = await child.call<PlanFigures>(
          'measure',
          { services: SERVICES, chosen, rounds: ROUNDS },
        );
        if (shared !== SERVICES - chosen || objects < SERVICES + chosen) {
          throw new Error(
            `The plan is not the one to measure: ${objects} objects, ${shared} shared`,
          );
        }
        const p95 = percentile(samples, 0.95);
        results.push({
          id: `environments.plan.${chosen}.p95`,
          what: `Time of a plan of ${chosen} of ${SERVICES} services, ${objects} objects, p95`,
          value: p95,
          unit: 'ms',
          goal: `<= ${LIMIT_MS} ms`,
          met: p95 <= LIMIT_MS,
        });
      }
      return results;
    } finally {
      await child.stop();
    }
  },
};
