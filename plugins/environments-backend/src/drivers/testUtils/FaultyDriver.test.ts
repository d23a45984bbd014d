import { ScriptedApi } from '../__testUtils__/ScriptedApi';
import { Fault, FaultyDriver, ProcessDied } from './FaultyDriver';

function service(name: string) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'env' },
  };
}

function start(fault: Fault) {
  const api = new ScriptedApi({
    'PATCH(apply) /api/v1/namespaces/env/services/a': {
      body: { metadata: { name: 'a' } },
    },
  });
  let deaths = 0;
  const driver = FaultyDriver.create(api.driver, {
    onDeath: () => {
      deaths += 1;
    },
  });
  driver.fail(fault);
  return { api, driver, deaths: () => deaths };
}

describe('FaultyDriver', () => {
  it('fails the call that it is told to, before or after the cluster has done it', async () => {
    for (const when of ['before', 'after'] as const) {
      const { api, driver } = start({
        nth: 2,
        when,
        what: 429,
        retryAfterMs: 9,
      });
      await driver.apply(service('a'), { dryRun: true });
      await driver.apply(service('a'));
      await driver.list('env');
      const asked = api.requests.length;
      await expect(driver.apply(service('a'))).rejects.toMatchObject({
        name: 'DriverError',
        status: 429,
        reason: 'TooManyRequests',
        retryAfterMs: 9,
      });
      expect(api.requests.length - asked).toBe(when === 'after' ? 1 : 0);
      await driver.apply(service('a'));
      expect(driver.writes).toBe(3);
      expect(driver.calls.map(call => call.about)).toContain('Service a');
    }
  });

  it('fails several in a row, chooses them, and heals', async () => {
    const { driver } = start({
      nth: 1,
      times: 2,
      of: call => call.method === 'list',
      when: 'before',
      what: 500,
    });
    await driver.apply(service('a'));
    await expect(driver.list('env')).rejects.toThrow('answered 500');
    await expect(driver.list('env')).rejects.toThrow('answered 500');
    await expect(driver.list('env')).resolves.toEqual([]);
    driver.fail({ nth: 1, of: () => true, when: 'before', what: 403 });
    driver.heal();
    await expect(driver.list('env')).resolves.toEqual([]);
  });

  it('hangs until it is aborted', async () => {
    const { driver, api } = start({ nth: 1, when: 'after', what: 'hang' });
    const abort = new AbortController();
    const applying = driver.apply(service('a'), { signal: abort.signal });
    await new Promise(resolve => setImmediate(resolve));
    expect(api.requests).toHaveLength(1);
    abort.abort(new Error('given up'));
    await expect(applying).rejects.toThrow('given up');
  });

  it('dies for good, and takes what is under way with it', async () => {
    const { driver, api, deaths } = start({
      nth: 1,
      when: 'before',
      what: 'die',
    });
    const listing = driver.list('env');
    await expect(driver.apply(service('a'))).rejects.toThrow(ProcessDied);
    await expect(listing).rejects.toThrow(ProcessDied);
    const asked = api.requests.length;
    driver.heal();
    await expect(driver.sight()).rejects.toThrow(ProcessDied);
    expect([driver.isDead, deaths(), api.requests.length]).toEqual([
      true,
      1,
      asked,
    ]);
  });
});
