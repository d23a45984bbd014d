import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { ConfigReader } from '@backstage/config';
import { demoPeopleAuthenticator } from './authenticator';
import { authModuleDemoPeople } from './module';

type Request = Parameters<
  typeof demoPeopleAuthenticator.authenticate
>[0]['req'];

function requestAs(person: string | undefined): Request {
  return { header: () => person } as unknown as Request;
}

describe('authModuleDemoPeople', () => {
  const environment = process.env.NODE_ENV;

  afterEach(() => {
    Object.assign(process.env, { NODE_ENV: environment });
  });

  async function startIn(nodeEnv: string) {
    Object.assign(process.env, { NODE_ENV: nodeEnv });
    const registerProvider = jest.fn();
    const backend = await startTestBackend({
      extensionPoints: [[authProvidersExtensionPoint, { registerProvider }]],
      features: [authModuleDemoPeople, mockServices.rootConfig.factory()],
    });
    await backend.stop();
    return registerProvider;
  }

  it('registers the provider in development', async () => {
    const registerProvider = await startIn('development');
    expect(registerProvider).toHaveBeenCalledWith(
      expect.objectContaining({ providerId: 'demoPeople' }),
    );
  });

  it.each(['production', 'test', ''])(
    'refuses to load with NODE_ENV "%s"',
    async nodeEnv => {
      await expect(startIn(nodeEnv)).rejects.toThrow(/NODE_ENV=development/);
    },
  );
});

describe('demoPeopleAuthenticator', () => {
  const people = demoPeopleAuthenticator.initialize({
    config: new ConfigReader({ people: ['dev-one', 'user:default/operator'] }),
  });

  it('takes only people of the config', async () => {
    await expect(
      demoPeopleAuthenticator.authenticate(
        { req: requestAs('user:default/dev-one') },
        people,
      ),
    ).resolves.toEqual({ result: { person: 'user:default/dev-one' } });
    for (const person of ['user:default/stranger', 'dev-one', '', undefined]) {
      await expect(
        demoPeopleAuthenticator.authenticate(
          { req: requestAs(person) },
          people,
        ),
      ).rejects.toThrow(/is not one of the demo people/);
    }
  });

  it('names the entry of the config that is not a user', () => {
    expect(() =>
      demoPeopleAuthenticator.initialize({
        config: new ConfigReader({ people: ['dev-one', 'group:default/all'] }),
      }),
    ).toThrow(/auth\.providers\.demoPeople\.people\[1\]/);
  });
});
