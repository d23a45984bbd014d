import { compareVersions, driftOf } from './drift';

describe('compareVersions', () => {
  it.each([
    ['5.3.0', '5.2.1', 1],
    ['5.2.1', '5.10.0', -1],
    ['3.1.0-rc.2', '3.1.0', -1],
    ['1.10.0-rc.2', '1.10.0-rc.10', -1],
    ['v2.0.0', '2.0.0', 0],
    ['V1.3', '1.3.0', 0],
    ['17', '16.4', 1],
    ['2026.01.09', '2026.1.10', -1],
    ['8841', '8842', -1],
  ])('orders %s and %s', (a, b, expected) => {
    expect(Math.sign(compareVersions(a, b) ?? NaN)).toBe(expected);
    expect(Math.sign(compareVersions(b, a) ?? NaN)).toBe(
      expected === 0 ? 0 : -expected,
    );
  });

  it.each([
    ['main', '5.2.1'],
    ['5.2.1', '4f2a91c7d0aa'],
    ['1234567', '7654321'],
    ['1.2.3.4', '1.2.3.5'],
    ['', '1.0.0'],
    ['1.0.0+a', '1.0.0+b'],
    ['99999999999999999999.0.0', '1.0.0'],
    ['vv1', '..'],
  ])('finds no order between %p and %p', (a, b) => {
    expect(compareVersions(a, b)).toBeUndefined();
    expect(compareVersions(b, a)).toBeUndefined();
  });

  it('finds equal text the same even when it is no version', () => {
    expect(compareVersions('main', 'main')).toBe(0);
    expect(compareVersions('', '')).toBe(0);
  });
});

describe('driftOf', () => {
  it.each([
    ['5.2.1', '5.2.1', ['5.3.0'], 'same', 0],
    ['5.3.0', '5.2.1', ['5.3.0', '5.2.1', '5.2.0'], 'ahead', 1],
    ['3.1.0', '3.0.0', ['3.1.0', '3.1.0-rc.2', '3.0.0'], 'ahead', 2],
    ['7.8.0', '7.6.3', ['7.8.0', '7.7.0', '7.6.3', '7.8.0'], 'ahead', 2],
    ['2.13.2', '2.14.0', ['2.15.0', '2.14.0', '2.13.2'], 'behind', 1],
    ['1.0.0', '4.0.0', ['2.0.0', 'v2.0.0', '3.0.0', 'main'], 'behind', 3],
    ['1.0.0', '1.1.0', [], 'behind', 1],
    ['4f2a91c7d0aa', '5.2.1', ['5.2.1'], 'unordered', 0],
    ['main', 'main', [], 'same', 0],
  ])('%s against %s, known %p: %s %d', (version, reference, known, kind, n) => {
    expect(driftOf(version, reference, known)).toEqual({ kind, releases: n });
  });

  it('does not depend on the order of the known versions', () => {
    const known = ['1.0.0', '1.1.0', '1.2.0-rc.1', '1.2.0', 'latest'];
    const forward = driftOf('1.2.0', '1.0.0', known);
    expect(driftOf('1.2.0', '1.0.0', [...known].reverse())).toEqual(forward);
    expect(forward.releases).toBe(3);
  });
});
