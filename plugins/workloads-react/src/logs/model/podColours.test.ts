import { fnv1a, podColours } from './podColours';

describe('podColours', () => {
  it('hashes as FNV-1a says', () => {
    // Vectors of the draft that defines the hash.
    expect(fnv1a('')).toBe(0x811c9dc5);
    expect(fnv1a('a')).toBe(0xe40c292c);
    expect(fnv1a('foobar')).toBe(0xbf9cf968);
  });

  it('gives a lone pod the colour of its uid, and six pods six colours', () => {
    expect(podColours(['foobar']).get('foobar')).toEqual({
      place: 0xbf9cf968 % 6,
      ring: false,
    });
    const uids = Array.from({ length: 8 }, (_, n) => `uid-${n}`);
    const colours = [...podColours([...uids, 'uid-0']).values()];
    expect(colours).toHaveLength(8);
    expect(new Set(colours.slice(0, 6).map(c => c.place)).size).toBe(6);
    expect(colours.map(c => c.ring)).toEqual([
      ...Array(6).fill(false),
      true,
      true,
    ]);
  });
});
