import { countAudited } from './auditPolicy';

describe('countAudited', () => {
  it('counts a request that lasts once, and probes not at all', () => {
    const lines = [
      { auditID: 'p', verb: 'get', stage: 'ResponseComplete' },
      { auditID: 'a', objectRef: {}, stage: 'ResponseComplete' },
      { auditID: 'b', objectRef: {}, stage: 'ResponseStarted' },
      { auditID: 'b', objectRef: {}, stage: 'ResponseComplete' },
    ];
    expect(countAudited('')).toBe(0);
    expect(
      countAudited(`${lines.map(line => JSON.stringify(line)).join('\n')}\n`),
    ).toBe(2);
  });
});
