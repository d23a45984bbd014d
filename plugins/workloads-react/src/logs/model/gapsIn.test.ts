import { gapsIn } from './gapsIn';
import { LogBuffer } from './LogBuffer';

describe('gapsIn', () => {
  it('finds the parts of time that rows tell to be missing', () => {
    const rows = LogBuffer.create(10);
    expect(gapsIn(rows)).toEqual([]);
    const at = '2026-11-24T14:00:00.000000000Z';
    const to = '2026-11-24T14:00:04.200000000Z';
    rows.push({ kind: 'line', id: 1, source: 0, at, text: 'x', level: 'info' });
    rows.push({ kind: 'note', id: 2, at, note: { kind: 'gap', to } });
    rows.push({ kind: 'note', id: 3, at, note: { kind: 'left', source: 0 } });
    expect(gapsIn(rows)).toEqual([
      { from: Date.parse(at), to: Date.parse(at) + 4_200 },
    ]);
  });
});
