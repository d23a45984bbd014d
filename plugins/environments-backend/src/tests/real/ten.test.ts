import { RealCoreDns, startCoreDns } from '@domaindeck/control-plane';
import { at } from '../../objects';
import { realTarget } from '../__testUtils__/TestTarget';
import { describeTen } from '../side/describeTen';

if (process.env.DOMAINDECK_CONTROL_PLANE === '1') {
  describeTen('real control plane', {
    start: realTarget,
    also: scene => {
      let dns: RealCoreDns | undefined;

      afterAll(async () => {
        await dns?.stop();
      });

      it('leads every name that is not taken to the baseline, by a real CoreDNS', async () => {
        const { target, made, baseline } = scene();
        dns = await startCoreDns({
          kubeconfig: target.kubeconfig!,
          cluster: target.definition.name,
        });
        let asked = 0;
        for (const { record } of made) {
          const services = (await target.driver.list(record.namespace)).filter(
            one => one.kind === 'Service',
          );
          for (const service of services) {
            const name = `${service.metadata.name}.${record.namespace}.svc.cluster.local`;
            const base = `${service.metadata.name}.${baseline.namespace}.svc.cluster.local`;
            const isShared = at(service, 'spec', 'type') === 'ExternalName';
            expect(await dns.aliases(name)).toEqual(
              isShared ? [name, base] : [name],
            );
            const own = at(service, 'spec', 'clusterIP');
            if (isShared) {
              expect(await dns.addresses(name)).toEqual(
                await dns.addresses(base),
              );
            } else if (own !== 'None') {
              expect(await dns.addresses(name)).toEqual([own]);
            }
            asked += 1;
          }
        }
        // The count is part of the result of this suite.
        // eslint-disable-next-line no-console
        console.log(
          `${asked} names of ${made.length} environments asked of CoreDNS`,
        );
        expect(asked).toBeGreaterThan(100);
      }, 600_000);
    },
  });
} else {
  it.skip('needs a real control plane', () => {});
}
