import { csvLine } from './csvLine';

describe('csvLine', () => {
  it('runs no formula of somebody and breaks no line', () => {
    const line = csvLine({
      id: '1',
      at: '2026-11-24T02:00:00.000Z',
      who: { ref: 'user:default/ann', title: '=HYPERLINK("http://x")' },
      departments: ['group:default/a', 'group:default/b'],
      verb: 'workloads.restart',
      domains: [],
      outcome: 'done',
      why: '@sum\r\nnext',
    });
    expect(line).toBe(
      '2026-11-24T02:00:00.000Z,,user:default/ann,"\'=HYPERLINK(""http://x"")",group:default/a group:default/b,workloads.restart,,,,,,,,done,"\'@sum\r\nnext",,,,\r\n',
    );
  });
});
