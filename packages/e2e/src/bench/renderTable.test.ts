import { renderTable } from './renderTable';

describe('renderTable', () => {
  it('sets ours beside the peer', () => {
    const common = { what: 'time', unit: 'ms', goal: '<= 15 ms' };
    const lines = renderTable([
      {
        ...common,
        id: 'a.p50',
        value: 4.25,
        peer: 155.4,
        limit: 0.6,
        met: true,
      },
      { ...common, id: 'a.requests', unit: '', value: 0, peer: 150, met: true },
      { ...common, id: 'b', value: 100, peer: 120, met: false },
      { ...common, id: 'c', value: 1, met: true },
    ]).split('\n');
    expect(lines.map(line => line.split(/ {2,}/))).toEqual([
      ['id', 'ours', 'peer', 'ratio', 'limit', 'goal', 'met'],
      lines[1].split(/ {2,}/),
      ['a.p50', '4.3 ms', '155 ms', '37x', '0.6 ms', '<= 15 ms', 'yes'],
      ['a.requests', '0', '150', 'all saved', '-', '<= 15 ms', 'yes'],
      ['b', '100 ms', '120 ms', '1.2x', '-', '<= 15 ms', 'NO'],
      ['c', '1 ms', '-', '-', '-', '<= 15 ms', 'yes'],
    ]);
  });
});
