import { mockServices } from '@backstage/backend-test-utils';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex, { Knex } from 'knex';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { DatabaseEnvironmentStore } from '../../store';
import {
  EnvironmentsProcess,
  specificationOf,
  startProcess,
} from '../__testUtils__/EnvironmentsProcess';
import { OwnPostgres } from '../__testUtils__/OwnPostgres';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';

const BASELINE = loadBaseline('web-shop');
const ANN = { ref: 'user:default/ann' };
const GONE_MS = 30_000;

/** A database that can be taken away while somebody works with it. */
interface Breakable {
  readonly knex: Knex;
  /** @returns what brings it back */
  takeAway(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

/** A file of SQLite, which another process locks. */
async function openSqlite(): Promise<Breakable> {
  const folder = mkdtempSync(join(tmpdir(), 'domaindeck-locked-'));
  const file = join(folder, 'environments.sqlite');
  const knex = createKnex({
    client: 'better-sqlite3',
    // It waits by standing still; a backend that does that answers nobody.
    connection: { filename: file, options: { timeout: 50 } } as never,
    useNullAsDefault: true,
  });
  return {
    knex,
    takeAway: async () => {
      const locker = fork(join(__dirname, '../__testUtils__/lockFile.js'), [
        file,
      ]);
      await once(locker, 'message');
      return async () => {
        locker.send('release');
        await once(locker, 'exit');
      };
    },
    stop: async () => {
      await knex.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server of PostgreSQL, which is stopped as by a power cut. */
async function openPostgres(): Promise<Breakable> {
  const server = await OwnPostgres.start();
  const knex = createKnex({
    client: 'pg',
    connection: server.url,
    pool: { min: 0, max: 5 },
    // What it says of broken connections is what is tested here.
    log: { warn: () => {}, error: () => {} },
    acquireConnectionTimeout: 1_000,
  });
  return {
    knex,
    takeAway: async () => {
      await server.halt();
      return () => server.resume();
    },
    stop: async () => {
      await knex.destroy();
      await server.stop();
    },
  };
}

const DATABASES: [string, () => Promise<Breakable>][] = [
  ['a locked file of SQLite', openSqlite],
  ...(OwnPostgres.isInstalled()
    ? [['a stopped PostgreSQL', openPostgres] as [string, typeof openPostgres]]
    : []),
];

describe.each(DATABASES)('without its database for 30 s, %s', (_, open) => {
  let target: TestTarget;
  let database: Breakable;
  let store: DatabaseEnvironmentStore;
  let process: EnvironmentsProcess;

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
    database = await open();
    store = await DatabaseEnvironmentStore.create({
      database: mockServices.database({ knex: database.knex }),
      answerLimitMs: 2_000,
    });
    process = startProcess({
      store,
      target,
      baseline: BASELINE.namespace,
      worker: 'one',
    });
  }, 120_000);

  afterAll(async () => {
    await process?.stop();
    await database?.stop();
    await target?.stop();
  }, 60_000);

  const create = (name: string) =>
    process.creator.create(
      specificationOf(name, [{ name: 'frontend' }]),
      `${target.definition.name}/${BASELINE.namespace}`,
      ANN,
    );

  it('goes on where it was, and nothing is lost', async () => {
    const there = await create('there');
    const ready = await process.reach(there.id, 'ready');
    const history = await store.history(there.id, { limit: 50 });
    // In the middle of another one: it is taken away before the services are named.
    const middle = new Promise<void>(resolve => {
      process.driver.fail({
        nth: 1,
        of: call => {
          if (call.about.startsWith('Service ')) {
            resolve();
          }
          return false;
        },
        what: 500,
        when: 'before',
      });
    });
    const made = await create('halfway');
    await middle;
    const bringBack = await database.takeAway();
    const calls = process.driver.writes;
    await expect(create('refused')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('does not answer'),
    });
    await new Promise(resolve => setTimeout(resolve, GONE_MS));
    // Who cannot know whether another one works writes no more than the step that was under way.
    expect(process.driver.writes - calls).toBeLessThan(40);
    await bringBack();

    await process.reach(made.id, 'ready');
    expect(await store.find(there.id)).toEqual(ready);
    expect(await store.history(there.id, { limit: 50 })).toEqual(history);
    // Nobody but these two is there, and they can be changed and cleared away.
    expect((await store.list({ limit: 10 })).total).toBe(2);
    const { namespaces } = await target.driver.sight();
    expect(namespaces.map(one => one.metadata.name).sort()).toEqual(
      [made.namespace, there.namespace].sort(),
    );
    for (const { id, name } of [there, made]) {
      await process.changer.remove(id, name, ANN);
      await process.reach(id, 'gone');
    }
    expect((await target.driver.sight()).namespaces).toEqual([]);
  }, 180_000);
});
