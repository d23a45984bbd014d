import { LastLines } from './LastLines';

describe('LastLines', () => {
  it('tells who had ended before somebody looked from who ends now', () => {
    const last = LastLines.create();
    last.begin(1_000);
    last.note(0, '2026-11-24T13:00:00.000000000Z');
    last.note(1, '2026-11-24T14:01:50.000000000Z');
    const at = '2026-11-24T14:02:00.000000000Z';
    expect(last.hadEnded(0, at, 60_000)).toBe(true);
    expect(last.hadEnded(1, at, 1_100)).toBe(false);
    // Of a third there is no line, such as where a filter shows none.
    expect(last.hadEnded(2, at, 2_000)).toBe(true);
    expect(last.hadEnded(2, at, 60_000)).toBe(false);
  });
});
