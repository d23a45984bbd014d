import { GIB } from '../objects';
import { costOf } from './costOf';
import { DEFAULT_SIZES, limitRange, resourceQuota } from './sizes';

const DAY = 86_400_000;

describe('sizes and cost', () => {
  it('write a size as quota and bounds', () => {
    const [small] = DEFAULT_SIZES;
    expect(resourceQuota(small).spec).toMatchObject({
      hard: {
        'requests.cpu': '2000m',
        'requests.memory': '4096Mi',
        pods: '20',
        'services.loadbalancers': '0',
      },
    });
    expect(limitRange(small).spec).toMatchObject({
      limits: [
        { type: 'Container', max: { cpu: '2000m', memory: '4096Mi' } },
        { type: 'PersistentVolumeClaim' },
      ],
    });
  });

  it('count hours awake, and what is to come', () => {
    const prices = { currency: '¥', coreHour: 0.1, gibHour: 0.05 };
    const resources = { cores: 2, memory: 4 * GIB };
    expect(costOf(resources, prices)).toEqual({ currency: '¥', perDay: 9.6 });
    expect(
      costOf(resources, prices, { awakeMs: DAY / 2, remainingMs: DAY }),
    ).toEqual({
      currency: '¥',
      perDay: 9.6,
      soFar: 4.8,
      total: 14.4,
    });
  });
});
