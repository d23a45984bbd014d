import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  logHistoryExtensionPoint,
  metricSourceExtensionPoint,
} from '@domaindeck/backstage-plugin-workloads-node';
import { workloadsModuleDemo } from './module';

describe('workloadsModuleDemo', () => {
  const environment = process.env.NODE_ENV;

  afterEach(() => {
    Object.assign(process.env, { NODE_ENV: environment });
  });

  async function startIn(nodeEnv: string) {
    Object.assign(process.env, { NODE_ENV: nodeEnv });
    const addType = jest.fn();
    const backend = await startTestBackend({
      extensionPoints: [
        [logHistoryExtensionPoint, { addType }],
        [metricSourceExtensionPoint, { addType }],
      ],
      features: [workloadsModuleDemo, mockServices.rootConfig.factory()],
    });
    await backend.stop();
    return addType;
  }

  it('brings the type "demo" in development, which wants a cluster that the portal knows', async () => {
    const addType = await startIn('development');
    expect(addType).toHaveBeenCalledWith('demo', expect.any(Function));
    expect(addType).toHaveBeenCalledTimes(2);
    for (const [, factory] of addType.mock.calls) {
      expect(() =>
        factory({ cluster: 'nowhere', config: { type: 'demo' } }),
      ).toThrow(/kubernetes\.clusterLocatorMethods has no cluster nowhere/);
    }
  });

  it.each(['production', 'test', ''])(
    'refuses to load with NODE_ENV "%s"',
    async nodeEnv => {
      await expect(startIn(nodeEnv)).rejects.toThrow(/NODE_ENV=development/);
    },
  );
});
