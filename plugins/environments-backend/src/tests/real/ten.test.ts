import { RealCoreDns, startCoreDns } from '@domaindeck/control-plane';
import { at } from '../../objects';
import { realTarget } from '../__testUtils__/TestTarget';
import { describeTen } from '../__testUtils__/describeTen';

describeTen('real control plane', {
  start: realTarget,
  skip: process.env.DOMAINDECK_CONTROL_PLANE !== '1',
  also: scene => {
    let dns: RealCoreDns | undefined;

    afterAll(async () => {
      await dns?.stop();
    });

    it('leads every name that is not taken to the baseline, by a real CoreDNS', async () => {
      const { target, made, baseline } = scene();
      const { aliases, addresses, stop } = await startCoreDns({
        kubeconfig: target.kubeconfig!,
        cluster: target.definition.name,
      });
      dns = { aliases, addresses, stop };
      const wrong: string[] = [];
      let asked = 0;
      for (const { record } of made) {
        const services = (await target.driver.list(record.namespace)).filter(
          one => one.kind === 'Service',
        );
        for (const service of services) {
          const nameIn = (namespace: string) =>
            `${service.metadata.name}.${namespace}.svc.cluster.local`;
          const name = nameIn(record.namespace);
          const base = nameIn(baseline.namespace);
          const isShared = at(service, 'spec', 'type') === 'ExternalName';
          const wanted = isShared
            ? [name, base, ...(await addresses(base))]
            : [name, String(at(service, 'spec', 'clusterIP'))];
          const got = [...(await aliases(name)), ...(await addresses(name))];
          if (got.join(' ') !== wanted.join(' ')) {
            wrong.push(`${got.join(' ')}, not ${wanted.join(' ')}`);
          }
          asked += 1;
        }
      }
      // The count is part of the result of this suite.
      // eslint-disable-next-line no-console
      console.log(
        `${asked} names of ${made.length} environments asked of CoreDNS`,
      );
      expect(wrong).toEqual([]);
      expect(asked).toBeGreaterThan(100);
    }, 600_000);
  },
});
