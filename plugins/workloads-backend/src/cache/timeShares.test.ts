import { projectors } from '../projection/projectors';
import { CacheCases } from './testUtils/CacheCases';
import { scriptedObject } from './testUtils/scriptedObject';
import { TimeShare } from './TimeShare';

const cases = CacheCases.create();

afterEach(() => cases.stop());

const OBJECTS = 600;
const CLUSTERS = 3;

/** Milliseconds of work that each object is said to cost. */
const COST = 1.5;

/** A share's slice and the object that ends it. */
const LIMIT = 4 + COST;

/** Time that passes by work alone, and what passes of it within one turn of the event loop. */
function countedTime() {
  let now = 0;
  let turnAt = 0;
  let longest = 0;
  const scheduler = {
    now: () => now,
    nextTurn: (callback: () => void) => {
      setImmediate(() => {
        turnAt = now;
        callback();
      });
    },
  };
  return {
    timeShare: TimeShare.create(scheduler),
    work: () => {
      now += COST;
      longest = Math.max(longest, now - turnAt);
    },
    total: () => now,
    longest: () => longest,
  };
}

describe('R9: the event loop is never held for long', () => {
  it.each(['lists as watches', 'lists in pages'])(
    'by several clusters that are read at once, %s',
    async how => {
      const time = countedTime();
      const servers = await Promise.all(
        Array.from({ length: CLUSTERS }, () => cases.startServer()),
      );
      for (const server of servers) {
        for (let number = 0; number < OBJECTS; number += 1) {
          server.addPods(`pod-${number}`);
        }
        server.always('*', exchange =>
          how === 'lists in pages' && exchange.seen.kind === 'watch-list'
            ? exchange.status(422)
            : exchange.behave(),
        );
      }
      const harness = cases.start(
        servers.map(({ url }, index) => ({ name: `cluster-${index}`, url })),
        {
          timeShare: time.timeShare,
          projectors: {
            pods: raw => {
              time.work();
              return projectors.pods(raw);
            },
          },
        },
      );
      const areLive = () =>
        servers.every(
          (_, index) => harness.status(`cluster-${index}`)?.state === 'live',
        );
      await harness.until('all are live', areLive);
      expect(time.total()).toBe(CLUSTERS * OBJECTS * COST);
      expect(time.longest()).toBeLessThanOrEqual(LIMIT);

      for (let number = 0; number < OBJECTS; number += 1) {
        const again = scriptedObject(`pod-${number}`, `again-${number}`);
        servers.forEach(server => server.store('pods').put(again));
      }
      await harness.until('a burst is through', () =>
        servers.every((_, index) =>
          harness.cache
            .rows(`cluster-${index}`, 'pods')
            .every(({ uid }) => uid.startsWith('again')),
        ),
      );
      expect(time.longest()).toBeLessThanOrEqual(LIMIT);
    },
  );
});
