import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { EnvironmentNews } from '@domaindeck/backstage-plugin-environments-common';
import { systemClock } from '@domaindeck/backstage-plugin-workloads-node';
import { readEnvironmentsOptions } from '../config/readEnvironmentsOptions';
import { createTestStore } from '../store/__testUtils__/createTestStore';
import { storedEnvironment } from '../store/__testUtils__/storedEnvironment';
import { Reconciler, ReconcilerOptions } from './Reconciler';

const MINUTE_MS = 60_000;

/** Milliseconds in which workers look for work many times. */
const LONG_MS = 1_500;

describe('notices of an end', () => {
  it('are told once each, however many processes look, and not while something keeps it', async () => {
    const database = await createTestStore();
    const { store } = database;
    const told: EnvironmentNews[] = [];
    const now = Date.now();
    const ready = (id: string, leftMs: number, more = {}) =>
      store.create(
        storedEnvironment(id, {
          state: 'ready',
          expiresAt: now + leftMs,
          notices: { expiresAt: now + leftMs, sent: [] },
          dueAt: now,
          ...more,
        }),
        { history: [], steps: [] },
        {},
      );
    await ready('hour', 30 * MINUTE_MS);
    await ready('day', 20 * 60 * MINUTE_MS);
    await ready('later', 48 * 60 * MINUTE_MS);
    await ready('pinned', 30 * MINUTE_MS, { pinned: true });
    await ready('told', 30 * MINUTE_MS, {
      notices: { expiresAt: now + 30 * MINUTE_MS, sent: [60 * MINUTE_MS] },
    });
    const workers = ['one', 'two', 'three'].map(worker =>
      Reconciler.create({
        store,
        worker,
        options: readEnvironmentsOptions(new ConfigReader({}), ['dev-1']),
        logger: mockServices.logger.mock(),
        clock: systemClock,
        now: Date.now,
        random: Math.random,
        pollMs: 20,
        tell: async news => {
          told.push(news);
        },
        // A look at what only waits needs neither plans nor clusters.
        plans: undefined as unknown as ReconcilerOptions['plans'],
        domains: undefined as unknown as ReconcilerOptions['domains'],
        runners: {} as ReconcilerOptions['runners'],
      }),
    );
    workers.forEach(one => one.start());
    await new Promise(resolve => {
      setTimeout(resolve, LONG_MS);
    });
    await Promise.all(workers.map(one => one.stop()));
    expect(
      told
        .map(one => [one.environment.id, one.what, one.before! / MINUTE_MS])
        .sort(),
    ).toEqual([
      ['day', 'expires', 24 * 60],
      ['hour', 'expires', 60],
    ]);
    await database.stop();
  }, 30_000);
});
