import { Quantity } from './Quantity';

describe('Quantity', () => {
  it.each([
    ['1', '1'],
    ['0.5', '500m'],
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['1e3', '1k'],
    ['1.5Gi', '1536Mi'],
    ['1024Mi', '1Gi'],
    ['512', '512'],
    ['2000M', '2G'],
    ['100Ki', '100Ki'],
    ['0Gi', '0'],
    ['nonsense', '0'],
  ])('writes %s as %s', (text, expected) => {
    expect(Quantity.parse(text).toString()).toBe(expected);
  });

  it('adds in the form of the first that is not zero', () => {
    const sum = (a: string, b: string) =>
      Quantity.parse(a).plus(Quantity.parse(b)).toString();
    expect(sum('500m', '500m')).toBe('1');
    expect(sum('1Gi', '512Mi')).toBe('1536Mi');
    expect(sum('0', '512Mi')).toBe('512Mi');
    expect(sum('1k', '1Ki')).toBe('2024');
  });

  it('compares across forms', () => {
    const gib = Quantity.parse('1Gi');
    expect(gib.exceeds(Quantity.parse('1G'))).toBe(true);
    expect(gib.exceeds(Quantity.parse('1024Mi'))).toBe(false);
    expect(Quantity.parse('1').minus(Quantity.parse('2')).isZero).toBe(true);
    expect(gib.ratioTo(Quantity.parse('512Mi'))).toBe(2);
  });
});
