import { environmentEntityName, environmentIdOf, environmentPagePath } from '.';

describe('the entity of an environment', () => {
  it('leads back to the record', () => {
    const id = '0c3c1c52-6c0e-4a53-9b3f-6f4b4d1f3a11';
    const ref = `resource:default/${environmentEntityName(id)}`;
    expect(environmentIdOf(ref)).toBe(id);
    expect(environmentIdOf(ref.replace('r', 'R'))).toBe(id);
    expect(environmentIdOf(id)).toBe(id);
    // Another Resource is not taken for an environment.
    expect(environmentIdOf('resource:default/database-1')).toBe(
      'resource:default/database-1',
    );
  });

  it('has a page in the tab of its domain', () => {
    expect(
      environmentPagePath({
        domain: 'domain:default/payments',
        name: 'night-fares',
      }),
    ).toBe('/catalog/default/domain/payments/environments/night-fares');
  });
});
