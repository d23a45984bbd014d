import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogOrganisationSource } from './CatalogOrganisationSource';

const team: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team' },
  relations: [{ type: 'hasMember', targetRef: 'user:default/ann' }],
};

describe('CatalogOrganisationSource', () => {
  it('asks the catalog once for many decisions, and again when its copy is old', async () => {
    let entities = [team];
    let queries = 0;
    let now = 0;
    const source = CatalogOrganisationSource.create({
      catalog: catalogServiceMock.mock({
        streamEntities: (query, options) => {
          queries += 1;
          return catalogServiceMock({ entities }).streamEntities(
            query,
            options,
          );
        },
      }),
      auth: mockServices.auth(),
      now: () => now,
    });
    const groups = async () => [
      ...(await source.get()).subject('user:default/ann').groups.keys(),
    ];

    await Promise.all([groups(), groups(), groups()]);
    expect(await groups()).toEqual(['group:default/team']);
    expect(queries).toBe(1);

    entities = [];
    now = 30_000;
    expect(await groups()).toEqual([]);
    expect(queries).toBe(2);

    source.invalidate();
    await groups();
    expect(queries).toBe(3);
  });

  it('gives no rights from an old copy when the catalog fails, and recovers', async () => {
    let fails = true;
    const source = CatalogOrganisationSource.create({
      catalog: catalogServiceMock.mock({
        streamEntities: (query, options) => {
          if (fails) {
            throw new Error('the catalog is away');
          }
          return catalogServiceMock({ entities: [team] }).streamEntities(
            query,
            options,
          );
        },
      }),
      auth: mockServices.auth(),
      now: () => 0,
    });
    await expect(source.get()).rejects.toThrow('the catalog is away');
    fails = false;
    const organisation = await source.get();
    expect(organisation.subject('user:default/ann').groups.size).toBe(1);
  });
});
