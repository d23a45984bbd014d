import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readEnvironmentsOptions } from './readEnvironmentsOptions';

function read(...registries: JsonObject[]) {
  return readEnvironmentsOptions(
    new ConfigReader({ environments: { registries } }),
    [],
  ).registries;
}

describe('environments.registries', () => {
  it('reads a registry with everything that may be told of it', () => {
    expect(
      read({
        host: 'Registry.Example.com:5000',
        url: 'http://registry.internal:5000/mirror/',
        tokenUrl: 'https://tokens.example.com/',
        redirectHosts: ['blobs.example.com'],
        username: 'portal',
        password: 'secret',
        branchTags: '^(?<branch>.+)-(?<build>\\d+)$',
      }),
    ).toEqual([
      {
        host: 'registry.example.com:5000',
        url: 'http://registry.internal:5000/mirror',
        tokenUrl: 'https://tokens.example.com',
        redirectHosts: ['blobs.example.com'],
        username: 'portal',
        password: 'secret',
        branchTags: /^(?<branch>.+)-(?<build>\d+)$/,
      },
    ]);
  });

  it('knows where images without a host lie', () => {
    expect(read({ host: 'index.docker.io' }, { host: 'ghcr.example' })).toEqual(
      [
        {
          host: 'docker.io',
          url: 'https://registry-1.docker.io',
          tokenUrl: 'https://auth.docker.io',
          redirectHosts: [],
        },
        {
          host: 'ghcr.example',
          url: 'https://ghcr.example',
          redirectHosts: [],
        },
      ],
    );
  });

  it.each<[JsonObject, RegExp]>([
    [{ host: 'a/b' }, /registries\[0\]\.host "a\/b" is no host/],
    [{ host: 'a', url: 'ftp://a' }, /registries\[0\]\.url is no address/],
    [{ host: 'a', url: 'https://a?x=1' }, /\.url ends with a query/],
    [
      { host: 'a', url: 'https://me:hidden@a' },
      /^(?!.*hidden).*\.url holds credentials/,
    ],
    [{ host: 'a', tokenUrl: 'nowhere' }, /\.tokenUrl is no address/],
    [{ host: 'a', redirectHosts: ['https://b'] }, /redirectHosts\[0\]/],
    [{ host: 'a', username: 'me' }, /\.password is missing/],
    [{ host: 'a', branchTags: '^(.+)$' }, /\.branchTags has no group/],
    [{ host: 'a', branchTags: '(?<branch>' }, /\.branchTags is no regular/],
  ])('refuses %j', (registry, message) => {
    expect(() => read(registry)).toThrow(message);
  });

  it('refuses two of the same host', () => {
    expect(() => read({ host: 'a.b' }, { host: 'A.b' })).toThrow(
      /registries\[1\]\.host "a\.b" is there twice/,
    );
  });
});
