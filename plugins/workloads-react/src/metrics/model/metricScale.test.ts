import { metricScale } from './metricScale';

const written = (
  unit: Parameters<typeof metricScale>[0],
  largest: number,
  ...values: number[]
) => {
  const scale = metricScale(unit, largest, 'en');
  return [scale.unit, ...values.map(value => scale.format(value))];
};

describe('metricScale', () => {
  it('divides by what fits the largest value', () => {
    const MiB = 2 ** 20;
    expect(written('bytes', 640 * MiB, 393.4 * MiB, 2_048 * MiB)).toEqual([
      'MiB',
      '393',
      '2,048',
    ]);
    expect(written('seconds', 1.2, 0.301, 0.0417)).toEqual([
      'ms',
      '301',
      '41.7',
    ]);
    expect(written('cores', 0.3, 0.2746, 0.00012)).toEqual([
      'cores',
      '0.275',
      '0.0001',
    ]);
  });

  it('writes what is nothing beside the largest as nothing', () => {
    expect(written('ratio', 0.16, 0.000000806, 0.0289)).toEqual([
      '%',
      '0',
      '2.89',
    ]);
  });

  it('keeps the digits of what is small altogether', () => {
    expect(written('cores', 0.002, 0.00123, 0)).toEqual([
      'cores',
      '0.00123',
      '0',
    ]);
    expect(written('perSecond', 0, 0)).toEqual(['perSecond', '0']);
  });
});
