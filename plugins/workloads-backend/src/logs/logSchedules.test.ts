import { LogPlay } from './testUtils/LogPlay';
import { seededRandom } from '../projection/testUtils/seededRandom';

/** A sample for every commit; `npm run test:long` takes 200. */
const SCHEDULES = Number(process.env.DOMAINDECK_LOG_SCHEDULES ?? 24);
const CONTAINERS = 20;
const STEPS = 30;

describe('the log of 20 containers under breaks, rotations, restarts and reconnects', () => {
  it('shows each line once, loses only what the nodes gave up, and says so', async () => {
    const total = { sent: 0, shown: 0, gone: 0, lost: 0, doubled: 0 };
    for (let seed = 1; seed <= SCHEDULES; seed += 1) {
      const play = LogPlay.create({
        containers: CONTAINERS,
        random: seededRandom(seed),
      });
      const result = await play.run(STEPS);
      expect({ seed, ...result }).toMatchObject({
        seed,
        lost: [],
        doubled: [],
        unsaid: [],
        openStreams: 0,
        timers: 0,
      });
      total.sent += result.sent;
      total.shown += result.shown;
      total.gone += result.gone;
      total.lost += result.lost.length;
      total.doubled += result.doubled.length;
    }
    process.stdout.write(
      `${SCHEDULES} schedules of ${CONTAINERS} containers: ${total.sent} lines sent, ${total.shown} shown, ${total.gone} given up by the nodes, ${total.lost} lost, ${total.doubled} doubled\n`,
    );
    expect(total.sent).toBe(total.shown + total.gone);
    // A play in which nothing goes wrong would prove nothing.
    expect(total.gone).toBeGreaterThan(0);
  }, 1_800_000);
});
