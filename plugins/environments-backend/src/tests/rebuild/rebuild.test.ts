import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { createTestStore } from '../../store/__testUtils__/createTestStore';
import { StoredEnvironment } from '../../store/types';
import {
  EnvironmentsProcess,
  specificationOf,
  startProcess,
} from '../__testUtils__/EnvironmentsProcess';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';
import { versionsOf } from '../__testUtils__/versionsOf';

const BASELINE = loadBaseline('web-shop');
const ANN = { ref: 'user:default/ann' };
type Database = Awaited<ReturnType<typeof createTestStore>>;

/** What a person would miss. History, and when it was last used, are lost with the database. */
function kept(environment: StoredEnvironment) {
  const { id, name, domain, cluster, tier, namespace, namespaceUid } =
    environment;
  const { baseline, creator, owner, collaborators, specification } =
    environment;
  const { createdAt, expiresAt, pinned, givenSecrets, state, seen } =
    environment;
  return {
    id,
    name,
    domain,
    cluster,
    tier,
    namespace,
    namespaceUid,
    baseline,
    creator,
    owner,
    collaborators,
    specification,
    // Objects of a cluster tell seconds.
    createdAt: Math.round(createdAt / 60_000),
    expiresAt,
    pinned,
    givenSecrets,
    state,
    addresses: seen.addresses,
    services: seen.services.map(({ own, version, health, store, ...one }) => ({
      name: one.name,
      own,
      version,
      health,
      store,
    })),
  };
}

describe('records of environments in an empty database', () => {
  let target: TestTarget;
  const databases: Database[] = [];
  const processes: EnvironmentsProcess[] = [];

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
  }, 120_000);

  afterAll(async () => {
    await Promise.all(processes.map(one => one.stop()));
    await Promise.all(databases.map(one => one.stop()));
    await target?.stop();
  }, 60_000);

  async function start(): Promise<{
    process: EnvironmentsProcess;
    store: Database['store'];
  }> {
    const database = await createTestStore();
    const process = startProcess({
      store: database.store,
      target,
      baseline: BASELINE.namespace,
      worker: `worker-${databases.length}`,
    });
    databases.push(database);
    processes.push(process);
    return { process, store: database.store };
  }

  it('are rebuilt from what the cluster holds, equal to what they were, and nothing of the cluster changes', async () => {
    const { process, store } = await start();
    const make = async (
      name: string,
      more: Parameters<typeof specificationOf>[2],
    ) => {
      const { id } = await process.creator.create(
        specificationOf(
          name,
          [{ name: 'frontend', env: { FLAG: 'on' } }, { name: 'cartservice' }],
          more,
        ),
        `${target.definition.name}/${BASELINE.namespace}`,
        ANN,
      );
      await process.reach(id, 'ready');
      return id;
    };
    const ids = await Promise.all([
      make('plain', {}),
      make('shared', { collaborators: ['user:default/bob'] }),
      make('asleep', {}),
      make('kept', {}),
    ]);
    const [, shared, asleep, pinned] = ids;
    await process.changer.operate(asleep, 'sleep', ANN);
    await process.reach(asleep, 'asleep');
    await process.changer.pin(pinned, { pinned: true, why: 'a demo' }, ANN);
    const later = Date.now() + 5 * 86_400_000;
    await process.changer.extend(shared, new Date(later).toISOString(), ANN);
    const records = async (from: Database['store']) =>
      Promise.all(ids.map(async id => kept((await from.find(id))!)));
    const before = await records(store);
    const namespaces = before.map(one => one.namespace);
    const versions = async () =>
      (
        await Promise.all(namespaces.map(one => target.driver.list(one)))
      ).flatMap(versionsOf);
    const live = await versions();
    await process.stop();

    // The database is lost: another process over an empty one.
    const next = await start();
    await next.process.observer.look(next.process.driver);
    for (const { id, state } of before) {
      await next.process.reach(id, state);
    }
    expect(await records(next.store)).toEqual(before);
    expect(await versions()).toEqual(live);
    for (const id of ids) {
      const { items } = await next.store.history(id, { limit: 10 });
      expect(items.map(one => one.kind)).toContain('rebuilt');
    }
    // Looking again makes none twice, and what was asleep wakes as it was.
    await next.process.observer.look(next.process.driver);
    expect((await next.store.list({ limit: 10 })).total).toBe(4);
    await next.process.changer.operate(asleep, 'wake', ANN);
    await next.process.reach(asleep, 'ready');
  }, 180_000);
});
