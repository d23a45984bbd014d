import { ConfigReader } from '@backstage/config';
import { openKinds } from './openKinds';

function kindsOf(catalog: object): string[] {
  return openKinds(new ConfigReader({ catalog } as never));
}

describe('openKinds', () => {
  it('finds kinds that decide about rights and that any location may bring', () => {
    expect(
      kindsOf({
        rules: [
          { allow: ['Component', 'group'] },
          { allow: [{ kind: 'Domain', 'spec.type': 'x' }, 'System'] },
        ],
      }),
    ).toEqual(['Group', 'Domain']);
  });

  it.each<[string, object]>([
    ['by default', {}],
    [
      'named for a location',
      { rules: [{ allow: ['Group'], locations: [{}] }] },
    ],
    [
      'of a location of the config',
      { locations: [{ type: 'file', rules: [{ allow: ['User'] }] }] },
    ],
    [
      'where nobody may register',
      { readonly: true, rules: [{ allow: ['User'] }] },
    ],
  ])('finds none %s', (_, catalog) => {
    expect(kindsOf(catalog)).toEqual([]);
  });
});
