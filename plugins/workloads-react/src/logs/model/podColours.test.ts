import { fnv1a, podColours } from './podColours';

const NAMES = Array.from(
  { length: 20 },
  (_, n) => `dev-1/payments/orders-${n}`,
);

describe('podColours', () => {
  it('hashes as FNV-1a says', () => {
    // Vectors of the draft that defines the hash.
    expect(fnv1a('')).toBe(0x811c9dc5);
    expect(fnv1a('a')).toBe(0xe40c292c);
    expect(fnv1a('foobar')).toBe(0xbf9cf968);
  });

  it('gives a lone pod the colour of its name, and six pods six colours', () => {
    expect(podColours(['foobar']).get('foobar')).toEqual({
      place: 0xbf9cf968 % 6,
      ring: false,
    });
    const six = [...podColours(NAMES.slice(0, 6)).values()];
    expect(new Set(six.map(({ place }) => place)).size).toBe(6);
    expect(six.some(({ ring }) => ring)).toBe(false);
  });

  it('gives twelve pods twelve looks, and any number one', () => {
    const looks = [...podColours(NAMES.slice(0, 12)).values()];
    expect(new Set(looks.map(one => `${one.place} ${one.ring}`)).size).toBe(12);
    expect(looks.filter(({ ring }) => ring)).toHaveLength(6);
    expect(podColours([...NAMES, NAMES[0]]).size).toBe(NAMES.length);
  });

  it('hangs on the pods and not on their order', () => {
    const colours = podColours(NAMES);
    const turned = podColours([...NAMES].reverse());
    NAMES.forEach(name => expect(turned.get(name)).toEqual(colours.get(name)));
  });

  it('leaves to those that were there what they had, whoever joins', () => {
    const before = podColours(NAMES.slice(10));
    const after = podColours(NAMES, before);
    NAMES.slice(10).forEach(name =>
      expect(after.get(name)).toEqual(before.get(name)),
    );
    expect(after.size).toBe(NAMES.length);
  });

  it('takes a colour from nobody who alone wants it', () => {
    const six = podColours(NAMES.slice(0, 6));
    const homes = NAMES.slice(0, 6).map(name => fnv1a(name) % 6);
    NAMES.slice(0, 6)
      .filter((_, n) => homes.filter(home => home === homes[n]).length === 1)
      .forEach(name => expect(six.get(name)?.place).toBe(fnv1a(name) % 6));
  });
});
