import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { DEFAULT_ROLES } from '@domaindeck/backstage-plugin-access-common';
import { environmentPermissions } from '@domaindeck/backstage-plugin-workloads-common';
import { AccessPolicy } from './AccessPolicy';

const NOW = new Date('2026-11-01T00:00:00Z');
const ANN = {
  credentials: mockCredentials.user('user:default/ann'),
  info: { userEntityRef: 'user:default/ann', ownershipEntityRefs: [] },
};

describe('AccessPolicy that cannot decide', () => {
  it('refuses what it cannot decide, and logs it', async () => {
    const logger = mockServices.logger.mock();
    const policy = AccessPolicy.create({
      rules: { get: async () => ({ grants: [], roles: DEFAULT_ROLES }) },
      organisation: {
        get: async () => {
          throw new Error('the catalog is away');
        },
      },
      clusters: [],
      logger,
      now: () => NOW,
      delegate: () => ({
        handle: async () => {
          throw new Error('no idea');
        },
      }),
    });
    const other = createPermission({ name: 'other', attributes: {} });
    for (const permission of [environmentPermissions.view, other]) {
      expect((await policy.handle({ permission }, ANN)).result).toBe(
        AuthorizeResult.DENY,
      );
    }
    expect(logger.error).toHaveBeenCalledWith(
      'Refused other, because it could not be decided',
      expect.objectContaining({ message: 'no idea' }),
    );
    expect(logger.error).toHaveBeenCalledTimes(2);
  });
});
