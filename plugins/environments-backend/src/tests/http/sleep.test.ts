import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { DOMAIN } from '../../__testUtils__/company';
import {
  EnvironmentsBackend,
  startEnvironmentsBackend,
} from '../../__testUtils__/startEnvironmentsBackend';
import { Traffic } from '../../traffic';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';

const BASELINE = loadBaseline('web-shop');
const HOUR = 3_600_000;

describe('environments that sleep when unused', () => {
  let target: TestTarget;
  let backend: EnvironmentsBackend;
  let untold: Traffic | undefined;
  /** Requests a second, all the time. */
  let requests = 0;

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
    backend = await startEnvironmentsBackend({
      target,
      baseline: BASELINE.namespace,
      traffic: {
        requests: async ({ from, to }) =>
          untold ?? {
            told: true,
            source: 'store',
            from,
            step: 60_000,
            values: new Array<number>(Math.ceil((to - from) / 60_000) + 1).fill(
              requests,
            ),
          },
      },
    });
  }, 120_000);

  afterAll(async () => {
    await backend?.stop();
    await target?.stop();
  }, 60_000);

  it('is not offered with a reason, keeps awake what nothing is told of, and puts to sleep what nobody asks anything', async () => {
    const { ask, reach, store } = backend;
    untold = { told: false, code: 'no-source' };
    const options = await ask('ann', 'get', `/options?domain=${DOMAIN}`);
    expect(options.body.sleepWhenUnused).toEqual({
      offered: false,
      code: 'no-source',
      reason: 'No source of metrics tells how much an environment is used.',
    });
    // Nothing is told to who may not see the domain.
    const { status } = await ask('oda', 'get', `/options?domain=${DOMAIN}`);
    expect(status).toBe(404);

    const made = await ask('ann', 'post', '/environments', {
      name: 'naps',
      domain: DOMAIN,
      cluster: 'dev-1',
      size: 'L',
      expiresIn: 'P1D',
      sleepWhenUnused: 'PT1H',
      services: [{ name: 'frontend' }],
    });
    expect(made.status).toBe(202);
    const { id } = made.body;
    await reach(id, 'ready');
    /** As if it had been awake for two hours. */
    const before = async () => {
      const { version } = (await store.find(id))!;
      const at = Date.now() - 2 * HOUR;
      const fields = {
        awakeSince: at,
        lastUsed: { at, by: 'user:default/ann' },
      };
      return store.write(id, { version }, { fields });
    };
    const told = async (person: string) =>
      (await ask(person, 'get', `/environments/${id}`)).body;
    const until = async (done: () => Promise<boolean>) => {
      for (let turn = 0; turn < 200 && !(await done()); turn++) {
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    };
    while (!(await before())) {
      // Somebody else wrote in between.
    }
    await until(async () => (await told('vic')).traffic !== undefined);
    expect(await told('vic')).toMatchObject({
      state: 'ready',
      traffic: { told: false, code: 'no-source' },
    });

    untold = undefined;
    requests = 0.1;
    await until(async () => (await told('vic')).traffic.told);
    expect(await told('vic')).toMatchObject({
      state: 'ready',
      traffic: { told: true, source: 'store' },
    });

    requests = 0;
    await reach(id, 'asleep');
    const { body } = await ask('vic', 'get', `/environments/${id}/history`);
    const slept = body.items.find(
      (one: { kind: string }) => one.kind === 'slept',
    );
    expect(slept).toMatchObject({ parts: { unused: 'PT1H' } });
    expect(slept.who).toBeUndefined();

    // Who woke it has an hour, though nobody asks it anything.
    expect((await ask('vic', 'post', `/environments/${id}/wake`)).status).toBe(
      403,
    );
    expect((await ask('oda', 'post', `/environments/${id}/wake`)).status).toBe(
      404,
    );
    expect((await ask('ann', 'post', `/environments/${id}/wake`)).status).toBe(
      202,
    );
    await reach(id, 'ready');
    await new Promise(resolve => setTimeout(resolve, 2_500));
    expect((await told('ann')).state).toBe('ready');

    const off = await ask('vic', 'patch', `/environments/${id}`, {
      sleepWhenUnused: null,
    });
    expect(off.status).toBe(403);
  }, 120_000);
});
