import { countAudited } from './auditPolicy';

describe('countAudited', () => {
  it('counts a request that lasts once', () => {
    const lines = [
      { auditID: 'a', verb: 'list', stage: 'ResponseComplete' },
      { auditID: 'b', verb: 'watch', stage: 'ResponseStarted' },
      { auditID: 'b', verb: 'watch', stage: 'ResponseComplete' },
    ];
    expect(countAudited('')).toBe(0);
    expect(
      countAudited(`${lines.map(line => JSON.stringify(line)).join('\n')}\n`),
    ).toBe(2);
  });
});
