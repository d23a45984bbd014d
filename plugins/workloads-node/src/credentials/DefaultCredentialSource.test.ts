import { writeFileSync } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { clusterDefinition } from '../testUtils/clusterDefinition';
import { CredentialStrategies } from './CredentialStrategies';
import { DefaultCredentialSource } from './DefaultCredentialSource';

function withAuth(authMetadata: Record<string, string>) {
  return clusterDefinition({ authMetadata });
}

describe('DefaultCredentialSource', () => {
  const folder = createMockDirectory();
  const strategies = CredentialStrategies.create();
  const source = DefaultCredentialSource.create({
    config: mockServices.rootConfig(),
    logger: mockServices.logger.mock(),
    strategies,
  });

  it('takes the token of the config', async () => {
    await expect(source.getCredential(clusterDefinition())).resolves.toEqual({
      type: 'bearer token',
      token: 'token',
    });
  });

  it('reads a token file each time, since somebody renews it', async () => {
    folder.setContent({ token: 'first\n' });
    const cluster = withAuth({
      'kubernetes.io/auth-provider': 'serviceAccount',
      'domaindeck.io/service-account-token-file': folder.resolve('token'),
    });
    await expect(source.getCredential(cluster)).resolves.toMatchObject({
      token: 'first',
    });
    writeFileSync(folder.resolve('token'), 'second');
    await expect(source.getCredential(cluster)).resolves.toMatchObject({
      token: 'second',
    });
  });

  it.each(['google', 'aks', 'oidc'])(
    'says which key is needed where %s signs in each person',
    async provider => {
      await expect(
        source.getCredential(
          withAuth({ 'kubernetes.io/auth-provider': provider }),
        ),
      ).rejects.toMatchObject({
        problem: 'credential',
        reason: expect.stringContaining('needs workloads.clusters.dev-1.auth'),
      });
    },
  );

  it('says what is missing for a service account, a file, or an unknown provider', async () => {
    await expect(
      source.getCredential(
        withAuth({ 'kubernetes.io/auth-provider': 'serviceAccount' }),
      ),
    ).rejects.toThrow('needs serviceAccountToken');
    await expect(
      source.getCredential(
        withAuth({
          'kubernetes.io/auth-provider': 'serviceAccount',
          'domaindeck.io/service-account-token-file': '/nowhere/token',
        }),
      ),
    ).rejects.toThrow('/nowhere/token cannot be read');
    await expect(
      source.getCredential(
        withAuth({ 'kubernetes.io/auth-provider': 'vault' }),
      ),
    ).rejects.toThrow('nothing here signs in by "vault"');
  });

  it('loads the strategy of a cloud once, when it is needed, and puts its failure into words', async () => {
    const loadStrategy = jest.fn(async () => ({
      getCredential: async () => {
        throw new Error('no role to assume');
      },
      validateCluster: () => [],
      presentAuthMetadata: () => ({}),
    }));
    const cloud = DefaultCredentialSource.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
      loadStrategy,
    });
    await cloud.getCredential(clusterDefinition());
    expect(loadStrategy).not.toHaveBeenCalled();
    const cluster = withAuth({ 'kubernetes.io/auth-provider': 'aws' });
    for (let time = 0; time < 2; time += 1) {
      await expect(cloud.getCredential(cluster)).rejects.toMatchObject({
        problem: 'credential',
        reason: expect.stringMatching(
          /^"aws" gave no credential: no role to assume; /,
        ),
      });
    }
    expect(loadStrategy.mock.calls).toEqual([['aws']]);
  });

  it('asks the strategies that modules added, without a person', async () => {
    const getCredential = jest.fn(async () => ({
      type: 'bearer token' as const,
      token: 'from-vault',
    }));
    const strategy = {
      getCredential,
      validateCluster: () => [],
      presentAuthMetadata: () => ({}),
    };
    strategies.addStrategy('vault', strategy);
    const cluster = withAuth({ 'kubernetes.io/auth-provider': 'vault' });
    await expect(source.getCredential(cluster)).resolves.toMatchObject({
      token: 'from-vault',
    });
    expect(getCredential).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'dev-1' }),
      {},
    );
    expect(() => strategies.addStrategy('vault', strategy)).toThrow(
      ConflictError,
    );
    expect(() => strategies.addStrategy('aws', strategy)).toThrow(
      ConflictError,
    );
  });
});
