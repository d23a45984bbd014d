import { MetricMark } from '@domaindeck/backstage-plugin-workloads-common';
import { timeMarkOf } from './markWords';

const base = {
  id: 'one',
  at: '2026-11-23T14:00:00Z',
  environment: 'prod-sh/payments-prod',
  cluster: 'prod-sh',
  namespace: 'payments-prod',
  workload: 'prod-sh/payments-prod/Deployment/pricing',
  object: { kind: 'Deployment', name: 'pricing' },
  text: 'in the words of the backend',
};
const end = {
  ...base,
  type: 'restart',
  pod: 'pricing-7c9d5f-x2kqp',
  container: 'app',
  count: 1,
  within: 0,
} as const;

/** Says the key and what is put into it, so that no language stands between. */
function say(mark: MetricMark, single = false) {
  return timeMarkOf(mark, {
    t: (key, params = {}) =>
      `${key.replace('metrics.marks.', '')}(${Object.values(params).join(
        ', ',
      )})`,
    place: () => 'production',
    span: ms => `${ms / 60_000} min`,
    single,
  });
}

describe('timeMarkOf', () => {
  it.each<[string, MetricMark, string, string]>([
    [
      'a release',
      { ...base, type: 'release', from: '5.2.0', to: '5.2.1' },
      'pricing 5.2.0 → 5.2.1',
      'release(pricing, 5.2.0 → 5.2.1, production)',
    ],
    [
      'the first release that is known',
      { ...base, type: 'release', to: '5.2.1' },
      'pricing → 5.2.1',
      'first(pricing, 5.2.1, production)',
    ],
    [
      'the same version again',
      { ...base, type: 'release', from: '5.2.1', to: '5.2.1' },
      'pricing again(5.2.1)',
      'anew(pricing, 5.2.1, production)',
    ],
    [
      'a scaling',
      { ...base, type: 'scaling', from: 6, to: 8 },
      'pricing 6 → 8',
      'scaled(pricing, 6, 8, production)',
    ],
    [
      'a scaling from what is not known',
      { ...base, type: 'scaling', to: 8 },
      'pricing → 8',
      'scaledTo(pricing, 8, production)',
    ],
    ['a restart', end, 'restart()', 'ended(app, sh·x2kqp)'],
    [
      'a restart with its code',
      { ...end, exitCode: 0 },
      'restart()',
      'endedWith(app, sh·x2kqp, 0)',
    ],
    [
      'kills of which only the span is known',
      {
        ...end,
        type: 'out-of-memory',
        exitCode: 137,
        count: 3,
        within: 300,
      },
      'oom()',
      'within(times(killed(app, sh·x2kqp), 3), 5 min)',
    ],
  ])('says %s', (_, mark, label, text) => {
    expect(say(mark)).toMatchObject({ label, text });
  });

  it('leaves the name out where only one workload is shown', () => {
    const mark = { ...base, type: 'scaling', from: 6, to: 8 } as const;
    expect(say(mark, true).label).toBe('6 → 8');
  });

  it('keeps which one it is, and when', () => {
    expect(say({ ...end, type: 'out-of-memory' })).toMatchObject({
      id: 'one',
      kind: 'oom',
      at: Date.UTC(2026, 10, 23, 14),
    });
  });
});
