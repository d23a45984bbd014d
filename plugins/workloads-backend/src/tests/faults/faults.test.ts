import { FaultSchedule } from './FaultSchedule';
import { faultKinds } from './faultKinds';
import { runFaultSchedules } from './runFaultSchedules';

/** The same for everybody who looks at one commit; another for each run by hand. */
const SEED =
  process.env.DOMAINDECK_FAULT_SEED === undefined
    ? Math.floor(Math.random() * 2 ** 32)
    : Number(process.env.DOMAINDECK_FAULT_SEED);

const SCHEDULES = 300;

it(`holds over ${SCHEDULES} schedules from seed ${SEED} on`, async () => {
  const { failed, injected } = await runFaultSchedules({
    schedules: SCHEDULES,
    seed: SEED,
  });
  expect(failed.map(({ seed, divergences }) => [seed, divergences])).toEqual(
    [],
  );
  expect([...injected.keys()].sort()).toEqual([...faultKinds].sort());
}, 300_000);

it('gives the same life for the same seed', async () => {
  const seed = 4711;
  const first = await FaultSchedule.run(seed);
  expect(await FaultSchedule.run(seed)).toEqual(first);
  const other = await FaultSchedule.run(seed + 1);
  expect([...other.injected]).not.toEqual([...first.injected]);
}, 30_000);
