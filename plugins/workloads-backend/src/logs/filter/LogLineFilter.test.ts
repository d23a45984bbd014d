import { LogLineFilter } from './LogLineFilter';

const regex = (text: string) => ({ text, regex: true });

describe('LogLineFilter', () => {
  it('takes many expressions as people write them', () => {
    const words = ['timeout|refused|reset', 'status=5\\d\\d', 'took=\\d{4,}ms'];
    const filter = LogLineFilter.create({
      include: Array(10).fill(regex(words.join('|'))),
      exclude: Array(10).fill(regex('^level=debug')),
    });
    expect(filter.matchesText('status=503 took=1200ms')).toBe(true);
    expect(filter.matchesText('level=debug status=503')).toBe(false);
    expect(filter.matchesText('status=200')).toBe(false);
    expect(filter.takesTime).toBe(true);
    const plain = LogLineFilter.create({ include: [{ text: 'status' }] });
    expect(plain.takesTime).toBe(false);
  });

  it.each([
    [
      'that repeats much',
      { include: [regex('(\\w+\\s?){1000}q')] },
      'include[0]',
    ],
    [
      'of which there are many',
      { exclude: Array(20).fill(regex('([ab]*a[ab]{100}c)')) },
      'exclude[9]',
    ],
  ])('refuses an expression %s, and says which', (_, filter, field) => {
    expect(() => LogLineFilter.create(filter)).toThrow(
      `${field}: with the expression`,
    );
  });
});
