import { markGroups, marksNear } from './markGroups';
import { TimeMark } from './TimeMark';

function mark(at: number, kind: TimeMark['kind'] = 'release'): TimeMark {
  const name = `${kind} ${at}`;
  return { id: name, kind, at, label: name, text: name };
}
const asPixel = (at: number) => at;

describe('markGroups', () => {
  it('joins releases that leave no room for words between them, by the first of them', () => {
    const groups = markGroups(
      [mark(100), mark(10), mark(30), mark(49), mark(50)],
      asPixel,
      200,
    );
    expect(
      groups.map(({ x, marks }) => [x, marks.map(({ at }) => at)]),
    ).toEqual([
      [10, [10, 30, 49]],
      [50, [50]],
      [100, [100]],
    ]);
  });

  it('keeps what is not of one kind apart, and joins small marks later', () => {
    const groups = markGroups(
      [mark(10), mark(12, 'oom'), mark(19, 'oom'), mark(21, 'oom')],
      asPixel,
      200,
    );
    expect(groups.map(({ kind, marks }) => [kind, marks.length])).toEqual([
      ['release', 1],
      ['oom', 2],
      ['oom', 1],
    ]);
  });

  it('leaves out what lies outside', () => {
    expect(markGroups([mark(-1), mark(201)], asPixel, 200)).toEqual([]);
    expect(markGroups([mark(0), mark(200)], asPixel, 200)).toHaveLength(2);
  });
});

describe('marksNear', () => {
  it('gives everything within reach of the pointer, oldest first', () => {
    const groups = markGroups(
      [mark(102, 'oom'), mark(100), mark(120), mark(107, 'restart')],
      asPixel,
      200,
    );
    expect(marksNear(groups, 103).map(({ at }) => at)).toEqual([
      100, 102, 107, 120,
    ]);
    expect(marksNear(groups, 94).map(({ at }) => at)).toEqual([100, 120]);
    expect(marksNear(groups, 93)).toEqual([]);
  });
});
