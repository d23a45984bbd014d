import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { actingHttpAuth } from './actingHttpAuth';

type Request = Parameters<HttpAuthService['credentials']>[0];

const asks = (authorization: string) =>
  ({ headers: { authorization } } as Request);

describe('actingHttpAuth', () => {
  let httpAuth: HttpAuthService;

  beforeEach(async () => {
    httpAuth = await ServiceFactoryTester.from(actingHttpAuth).getSubject(
      'access',
    );
  });

  it('tells that a plugin calls for a person', async () => {
    const { token } = await mockServices
      .auth({ pluginId: 'workloads' })
      .getPluginRequestToken({
        onBehalfOf: mockCredentials.user('user:default/one'),
        targetPluginId: 'access',
      });
    const found = await httpAuth.credentials(asks(`Bearer ${token}`));
    expect(found.principal).toMatchObject({
      userEntityRef: 'user:default/one',
      actor: { subject: 'plugin:another' },
    });
  });

  it('leaves a person who calls by themselves as they are', async () => {
    const found = await httpAuth.credentials(
      asks(mockCredentials.user.header('user:default/one')),
    );
    expect(found.principal).toMatchObject({
      type: 'user',
      userEntityRef: 'user:default/one',
    });
    expect(found.principal).not.toHaveProperty('actor');
  });
});
