import { parseChallenge } from './parseChallenge';

describe('parseChallenge', () => {
  it.each([
    ['Basic realm="registry"', { scheme: 'basic' }],
    ['basic', { scheme: 'basic' }],
    [
      'Bearer realm="https://auth.example/token",service="registry.example",scope="repository:a/b:pull"',
      {
        scheme: 'bearer',
        realm: 'https://auth.example/token',
        service: 'registry.example',
      },
    ],
    [
      'Basic realm="a, Bearer b", BEARER Realm = "https://auth.example/t" , error="invalid_token"',
      { scheme: 'bearer', realm: 'https://auth.example/t' },
    ],
    [
      'Bearer realm=https://auth.example/t, service="with \\"quotes\\""',
      {
        scheme: 'bearer',
        realm: 'https://auth.example/t',
        service: 'with "quotes"',
      },
    ],
    ['Bearer service="no realm"', undefined],
    ['Negotiate', undefined],
    ['', undefined],
    ['"""', undefined],
  ])('reads %p', (header, challenge) => {
    expect(parseChallenge(header)).toEqual(challenge);
  });

  it('reads a long one in no time', () => {
    const long = `Bearer ${'a="b\\",'.repeat(100_000)}`;
    const began = performance.now();
    expect(parseChallenge(long)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(200);
  });
});
