import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import demoSignIn from './demoSignIn';

async function startWith(providers: Record<string, { people: string[] }>) {
  const registerProvider = jest.fn();
  const auth = createBackendPlugin({
    pluginId: 'auth',
    register(reg) {
      reg.registerExtensionPoint(authProvidersExtensionPoint, {
        registerProvider,
      });
      reg.registerInit({ deps: {}, init: async () => {} });
    },
  });
  const backend = await startTestBackend({
    features: [
      auth,
      demoSignIn,
      mockServices.rootConfig.factory({ data: { auth: { providers } } }),
    ],
  });
  await backend.stop();
  return registerProvider;
}

describe('demoSignIn', () => {
  it('stays out of a portal whose config names no demo people', async () => {
    expect(await startWith({})).not.toHaveBeenCalled();
  });

  it('brings the module that refuses to load outside development', async () => {
    await expect(
      startWith({ demoPeople: { people: ['user:default/dev-one'] } }),
    ).rejects.toThrow(/NODE_ENV=development/);
  });
});
