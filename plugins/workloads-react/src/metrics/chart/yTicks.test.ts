import { TimeSeriesLine } from './TimeSeriesProps';
import { yTicks } from './yTicks';

const MIB = 2 ** 20;

function line(
  kind: TimeSeriesLine['kind'],
  ...values: (number | null)[]
): TimeSeriesLine {
  return {
    key: kind,
    kind,
    name: kind,
    title: kind,
    colour: '#000000',
    values,
  };
}

describe('yTicks', () => {
  it('ends at a round number over the largest value, in the unit of the axis', () => {
    const bytes = { unit: 'MiB', divisor: MIB };
    expect(yTicks([line('pod', 711 * MIB, null)], bytes)).toEqual(
      [0, 400, 800].map(value => value * MIB),
    );
    const share = { unit: '%', divisor: 0.01 };
    expect(yTicks([line('pod', 0.167)], share)).toEqual([0, 0.1, 0.2]);
    expect(yTicks([line('pod', 1)], share)).toEqual([0, 0.5, 1]);
  });

  it('counts few things one by one, and many in whole numbers', () => {
    const count = { unit: 'count', divisor: 1 };
    expect(yTicks([line('pod', 3)], count)).toEqual([0, 1, 2, 3]);
    expect(yTicks([line('pod', 0)], count)).toEqual([0, 1]);
    expect(yTicks([line('pod', 21)], count)).toEqual([0, 12, 24]);
    expect(yTicks([line('pod', 9)], count)).toEqual([0, 5, 10]);
  });

  it('reaches over a limit that is near, and not over one that would make the curve flat', () => {
    const cores = { unit: 'cores', divisor: 1 };
    expect(yTicks([line('pod', 0.4), line('limit', 1)], cores)).toEqual([
      0, 0.5, 1,
    ]);
    expect(yTicks([line('pod', 0.1), line('limit', 1)], cores)).toEqual([
      0, 0.05, 0.1,
    ]);
  });

  it('has an axis where nothing is used, and none for what is hidden', () => {
    const cores = { unit: 'cores', divisor: 1 };
    expect(yTicks([line('pod', 0)], cores)).toEqual([0, 0.5, 1]);
    expect(
      yTicks([{ ...line('pod', 8), hidden: true }, line('median', 2)], cores),
    ).toEqual([0, 1, 2]);
  });
});
