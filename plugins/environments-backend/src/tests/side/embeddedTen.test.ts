import { ANNOTATION_BEHAVIOUR } from '@domaindeck/demo-clusters';
import { embeddedTarget } from '../__testUtils__/TestTarget';
import { describeTen } from '../__testUtils__/describeTen';

describeTen('embedded cluster', {
  start: embeddedTarget,
  also: scene => {
    it('keeps a crash loop to the one in which it is', async () => {
      const { target, backend, made } = scene();
      const [{ record }, ...others] = made;
      await target.driver.patchWorkload(
        {
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
          name: 'frontend',
          namespace: record.namespace,
        },
        {
          annotations: {},
          spec: {
            template: {
              metadata: { annotations: { [ANNOTATION_BEHAVIOUR]: 'crash' } },
            },
          },
        },
      );
      const healthOf = async (id: string) => {
        const { body } = await backend.ask('pat', 'get', `/environments/${id}`);
        const [service] = body.services;
        return service.health as string;
      };
      const until = Date.now() + 60_000;
      while ((await healthOf(record.id)) === 'healthy' && Date.now() < until) {
        await new Promise(resolve => setTimeout(resolve, 500));
      }
      expect(await healthOf(record.id)).not.toBe('healthy');
      for (const other of others) {
        expect(await healthOf(other.record.id)).toBe('healthy');
      }
    }, 120_000);
  },
});
