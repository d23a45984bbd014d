import { inspect } from 'node:util';
import { startControlPlane } from '@domaindeck/control-plane';
import { connectDriver } from '../__testUtils__/connectDriver';
import {
  describeClusterDriver,
  DriverTarget,
  secretObject,
} from '../__testUtils__/describeClusterDriver';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

const CANARY = 'canary-c04d';

async function start(): Promise<DriverTarget> {
  const plane = await startControlPlane({ clusters: ['dev-1'] });
  const [cluster] = plane.clusters;
  const connected = connectDriver(cluster, cluster.tokens.admin);
  return {
    ...connected,
    patienceMs: 90_000,
    stop: async () => {
      await connected.connection.close();
      await plane.stop();
    },
  };
}

describeReal('the driver of a real cluster', () => {
  describeClusterDriver(start, target => {
    it('quotes no value of a secret, though the server does so when it refuses one', async () => {
      const { driver, connection } = target();
      const namespace = 'refusing';
      const metadata = { name: namespace };
      await driver.create({ apiVersion: 'v1', kind: 'Namespace', metadata });
      const planned = secretObject(namespace);
      await driver.putSecret(planned, { a: CANARY });
      const ofAType = (type: string) => secretObject(namespace, type);
      const misshapen = { ...planned, stringData: { a: { b: CANARY } } };
      const { status, text } = await connection.write({
        method: 'PATCH',
        type: 'apply',
        path: `/api/v1/namespaces/${namespace}/secrets/db?fieldManager=a&force=true`,
        body: misshapen,
      });
      expect([status, text]).toEqual([500, expect.stringContaining(CANARY)]);

      // A type whose content is checked, types that cannot change, values of a wrong shape.
      const pull = ofAType('kubernetes.io/dockerconfigjson');
      pull.metadata.name = 'pull';
      const source = { namespace, name: 'db' };
      for (const work of [
        () => driver.putSecret(pull, { '.dockerconfigjson': CANARY }),
        () => driver.putSecret(ofAType('other'), { a: CANARY }),
        () => driver.copySecret(source, ofAType('kubernetes.io/tls')),
        () => driver.apply(misshapen),
        () => driver.apply({ ...planned, data: { a: CANARY } }),
      ]) {
        const error = await work().then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(error).toMatchObject({
          name: 'DriverError',
          status: 422,
          message: expect.stringContaining('Its own words are not shown'),
        });
        const shown = inspect(error, { depth: 20, showHidden: true });
        expect(shown).not.toContain(CANARY);
        expect(shown).not.toContain(btoa(CANARY).replace(/=+$/, ''));
      }
    }, 30_000);
  });
});
