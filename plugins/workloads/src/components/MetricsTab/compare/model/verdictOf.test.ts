import { verdictOf } from './verdictOf';

const latency = { figure: 'mean', less: 'better' } as const;
const cpu = { figure: 'mean', less: 'known' } as const;
const swing = { low: -0.1, high: 0.2 };

describe('verdictOf', () => {
  it.each([
    ['worse', latency, 100, 149, {}],
    ['slightlyWorse', latency, 100, 112, {}],
    ['usual', latency, 100, 104, {}],
    ['usual', latency, 100, 96, {}],
    ['better', latency, 100, 80, {}],
    ['usual', latency, 100, 119, { swing }],
    ['worse', latency, 100, 125, { swing }],
    ['usual', latency, 100, 91, { swing }],
    ['better', latency, 100, 85, { swing }],
    ['more', cpu, 100, 130, {}],
    ['less', cpu, 100, 60, {}],
    ['usual', cpu, 100, 101, {}],
    ['new', latency, 0, 1, {}],
    ['usual', latency, 0, 0, {}],
    ['more', cpu, 0, 1, {}],
    ['better', latency, 3, 0, {}],
    ['atLimit', cpu, 100, 98, { limit: 100 }],
    ['atLimit', cpu, undefined, 98, { limit: 100 }],
    ['usual', cpu, 95, 96, { limit: 100 }],
    ['unknown', cpu, undefined, 100, {}],
    ['unknown', cpu, 100, undefined, {}],
  ] as const)('is %s', (verdict, measure, before, after, options) => {
    expect(verdictOf(measure, before, after, options)).toBe(verdict);
  });
});
