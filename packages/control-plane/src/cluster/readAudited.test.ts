import { readAudited } from './readAudited';

describe('readAudited', () => {
  it('has a request that lasts once, and probes not at all', () => {
    const watch = {
      auditID: 'b',
      verb: 'watch',
      requestURI: '/api/v1/pods?watch=true',
      objectRef: { resource: 'pods' },
      sourceIPs: ['127.0.0.1'],
    };
    const lines = [
      { auditID: 'p', verb: 'get', requestURI: '/readyz' },
      {
        auditID: 'a',
        verb: 'get',
        requestURI: '/api/v1/namespaces/pay/pods/api',
        objectRef: { resource: 'pods' },
        sourceIPs: ['10.0.0.1', '127.0.0.1'],
        impersonatedUser: { username: 'portal:dev-one' },
        responseStatus: { code: 403 },
      },
      { ...watch, stage: 'ResponseStarted' },
      { ...watch, stage: 'ResponseComplete', responseStatus: { code: 200 } },
    ];
    expect(readAudited('')).toEqual([]);
    expect(
      readAudited(`${lines.map(line => JSON.stringify(line)).join('\n')}\n`),
    ).toEqual([
      {
        verb: 'get',
        uri: '/api/v1/namespaces/pay/pods/api',
        status: 403,
        impersonated: 'portal:dev-one',
        sources: ['10.0.0.1', '127.0.0.1'],
      },
      {
        verb: 'watch',
        uri: '/api/v1/pods?watch=true',
        status: 200,
        impersonated: undefined,
        sources: ['127.0.0.1'],
      },
    ]);
  });
});
