import { openToolCache, startControlPlane } from '@domaindeck/control-plane';
import { Benchmark } from '../Benchmark';
import { percentile } from '../percentile';
import { LifeProcess } from './LifeProcess';

const SERVICES = 60;
const CHOSEN = 5;
const ROUNDS = 5;
const APPLIED_MS = 10_000;
const LEFT_MS = 60_000;

/** How long it takes to make an environment on a real API server, and to clear it away. */
export const lifeBenchmark: Benchmark = {
  id: 'environments.life',
  unavailable: () =>
    openToolCache().missing.length > 0
      ? 'needs the programs of a control plane; install Go and run "yarn control-plane build"'
      : undefined,
  async run(progress) {
    const plane = await startControlPlane({ clusters: ['dev-1'], progress });
    const [{ name, url, ca, tokens }] = plane.clusters;
    const work = await LifeProcess.start(
      { name, url, ca, token: tokens.admin },
      SERVICES,
    );
    try {
      const ids: string[] = [];
      const applied: number[] = [];
      const again: number[] = [];
      let objects = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        progress(`Environment ${round + 1} of ${ROUNDS}`);
        const [made] = await work.create({
          first: round,
          count: 1,
          chosen: CHOSEN,
        });
        ids.push(made.id);
        applied.push(made.appliedMs);
        objects = made.objects;
        again.push(await work.applyAgain(made.id, `plain-${round}`));
      }
      progress('Deleting them');
      const left = await work.remove(ids);
      const value = percentile(applied, 0.95);
      const slowest = Math.max(...left);
      return [
        {
          id: 'environments.life.applied.p95',
          what: `From the wish to the last of ${objects} objects of ${CHOSEN} of ${SERVICES} services, without the start of pods, p95; the limit applies the same objects one after another`,
          value,
          unit: 'ms',
          limit: percentile(again, 0.5),
          goal: `<= ${APPLIED_MS} ms`,
          met: value <= APPLIED_MS,
        },
        {
          id: 'environments.life.left',
          what: `From the end of the namespace until nothing is left of an environment, the slowest of ${ROUNDS}`,
          value: slowest,
          unit: 'ms',
          goal: `<= ${LEFT_MS} ms`,
          met: slowest <= LEFT_MS,
        },
      ];
    } finally {
      await work.stop();
      await plane.stop();
    }
  },
};
