import { shareByKey, shareStructure } from './shareStructure';

describe('shareStructure', () => {
  it('gives the old value back when nothing changed', () => {
    const old = { a: [1, { b: 'x' }], c: undefined };
    expect(shareStructure(old, { a: [1, { b: 'x' }], c: undefined })).toBe(old);
  });

  it('keeps what did not change beside what did', () => {
    const old = { kept: { list: [1, 2] }, changed: { n: 1 } };
    const next = shareStructure(old, {
      kept: { list: [1, 2] },
      changed: { n: 2 },
    });
    expect(next).not.toBe(old);
    expect(next.kept).toBe(old.kept);
    expect(next.changed).toEqual({ n: 2 });
  });

  it.each([
    ['a key that went', { a: 1, b: 2 }, { a: 1 }],
    ['a key that came', { a: 1 }, { a: 1, b: undefined }],
    ['a shorter list', { a: [1, 2] }, { a: [1] }],
    ['a list for an object', { a: {} }, { a: [] }],
  ] as [string, unknown, unknown][])('sees %s', (_what, old, next) => {
    const shared = shareStructure(old, next);
    expect(shared).not.toBe(old);
    expect(shared).toEqual(next);
  });
});

describe('shareByKey', () => {
  const keyOf = (item: { id: string }) => item.id;

  it('finds elements by key wherever they stand', () => {
    const a = { id: 'a', n: 1 };
    const b = { id: 'b', n: 1 };
    const next = shareByKey([a, b], [{ ...b }, { ...a }], keyOf);
    expect(next[0]).toBe(b);
    expect(next[1]).toBe(a);
  });

  it('gives the old list back when order and elements are the same', () => {
    const old = [{ id: 'a' }];
    expect(shareByKey(old, [{ id: 'a' }], keyOf)).toBe(old);
  });
});
