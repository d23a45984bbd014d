import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { DEFAULT_ROLES } from '@domaindeck/backstage-plugin-access-common';
import { createOrganisation } from '@domaindeck/backstage-plugin-access-node';
import { ENTITIES } from './__testUtils__/entity';
import { AccessPolicy } from './AccessPolicy';

/** What a person, or a plugin without one, is answered by a company whose operators may see all clusters. */
async function decided(
  name: string,
  person?: string,
  delegate?: PermissionPolicy,
) {
  const policy = AccessPolicy.create({
    rules: {
      get: async () => ({
        grants: [
          {
            id: 'operators',
            subject: 'group:default/operators',
            domains: 'all',
            where: {},
            role: 'operator',
          },
        ],
        roles: DEFAULT_ROLES,
      }),
    },
    organisation: { get: async () => createOrganisation(ENTITIES) },
    clusters: [],
    logger: mockServices.logger.mock(),
    now: () => new Date('2026-11-01T00:00:00Z'),
    delegate: () => delegate,
  });
  const userEntityRef = `user:default/${person}`;
  return policy.handle(
    {
      permission: createPermission({
        name,
        attributes: {},
        resourceType: 'scaffolder-task',
      }),
    },
    person === undefined
      ? undefined
      : {
          credentials: mockCredentials.user(userEntityRef),
          info: { userEntityRef, ownershipEntityRefs: [userEntityRef] },
        },
  );
}

const TASKS = ['scaffolder.task.read', 'scaffolder.task.cancel'];

describe('tasks of the scaffolder', () => {
  it.each(TASKS)('are for who ran them and for operators: %s', async name => {
    expect(await decided(name, 'ann')).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'scaffolder',
      resourceType: 'scaffolder-task',
      conditions: {
        resourceType: 'scaffolder-task',
        rule: 'IS_TASK_OWNER',
        params: { createdBy: ['user:default/ann'] },
      },
    });
    expect((await decided(name, 'ops')).result).toBe(AuthorizeResult.ALLOW);
    expect((await decided(name)).result).toBe(AuthorizeResult.ALLOW);
  });

  it.each(TASKS)('are the delegate’s where there is one: %s', async name => {
    const result = AuthorizeResult.DENY;
    const delegate = { handle: async () => ({ result } as const) };
    expect(await decided(name, 'ops', delegate)).toEqual({ result });
  });
});

describe('taking out of the catalog', () => {
  it('is for the owners of an entity and for operators', async () => {
    expect(await decided('catalog.entity.delete', 'ann')).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        resourceType: 'catalog-entity',
        rule: 'IS_ENTITY_OWNER',
        params: {
          claims: [
            'user:default/ann',
            'group:default/team',
            'group:default/department',
            'group:default/company',
          ],
        },
      },
    });
    for (const name of [
      'catalog.location.delete',
      'catalog.ingestion.manage',
    ]) {
      expect((await decided(name, 'ann')).result).toBe(AuthorizeResult.DENY);
      expect((await decided(name, 'ops')).result).toBe(AuthorizeResult.ALLOW);
      expect((await decided(name)).result).toBe(AuthorizeResult.ALLOW);
    }
    expect((await decided('catalog.entity.delete', 'ops')).result).toBe(
      AuthorizeResult.ALLOW,
    );
  });

  it('leaves to the delegate what it decides', async () => {
    const result = AuthorizeResult.ALLOW;
    const delegate = { handle: async () => ({ result } as const) };
    expect(await decided('catalog.location.delete', 'ann', delegate)).toEqual({
      result,
    });
  });
});
