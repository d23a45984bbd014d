import { checkPassedHeaders } from './checkPassedHeaders';

describe('checkPassedHeaders', () => {
  it.each([
    'Authorization',
    'IMPERSONATE-USER',
    'impersonate-extra-scopes',
    'X-Remote-Group',
    'cookie',
    'Host',
    'Content-Length',
    'transfer-encoding',
  ])('refuses %s', name => {
    expect(() =>
      checkPassedHeaders({ 'X-Scope-OrgID': 'a', [name]: 'b' }),
    ).toThrow(`The header "${name}" is made by the connection alone`);
  });

  it('lets through what is for a service behind the cluster', () => {
    expect(() =>
      checkPassedHeaders({ 'X-Scope-OrgID': 'a', 'x-extra': 'b' }),
    ).not.toThrow();
    expect(() => checkPassedHeaders()).not.toThrow();
  });
});
