import { ClusterStatus } from '@domaindeck/backstage-plugin-workloads-common';
import { aWorkload } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { pricing, pricingDetail } from '../__testUtils__/pricingWorld';
import { summaryOf } from './summaryOf';

const releases = pricingDetail.releases!;
const live: ClusterStatus = {
  name: 'prod-sh',
  tier: 'production',
  state: 'live',
};

const keys = (phrases: readonly object[]) =>
  phrases.map(phrase => ('key' in phrase ? phrase.key : phrase));

describe('summaryOf', () => {
  it('leads with the worst problem and what goes with it', () => {
    const second = {
      code: 'not-ready',
      message: 'x',
      object: 'Pod/y',
    } as const;
    const summary = summaryOf({
      workload: { ...pricing, problems: [...pricing.problems, second] },
      releases,
      cluster: live,
    });
    expect(summary.health).toBe('failed');
    expect(summary.head).toEqual({ problem: pricing.problems[0] });
    expect(summary.more).toEqual([
      {
        key: 'panel.summary.sinceReleaseFrom',
        params: {
          time: { clock: pricing.problems[0].since },
          span: { span: 4 * 60_000 },
          version: '5.2.1',
          before: '5.2.0',
        },
      },
      { key: 'panel.summary.restarts', params: { count: 6 } },
      { key: 'panel.summary.others', params: { count: 2 } },
    ]);
    expect(summary.also).toEqual([{ problem: second }]);
    expect(summary.clusterSays).toBe('OOMKilled');
  });

  it('blames no release that is more than a day older than the problem, or younger', () => {
    const [problem] = pricing.problems;
    const since = Date.parse(problem.since!);
    const released = (at: number) =>
      summaryOf({
        workload: pricing,
        releases: [{ ...releases[0], at: new Date(at).toISOString() }],
        cluster: live,
      }).more[0];
    expect(released(since - 25 * 3_600_000)).toMatchObject({
      key: 'panel.summary.since',
    });
    expect(released(since + 1)).toMatchObject({ key: 'panel.summary.since' });
    expect(released(since - 23 * 3_600_000)).toMatchObject({
      key: 'panel.summary.sinceRelease',
    });
  });

  it.each([
    [0, 'panel.summary.nobody'],
    [2, 'panel.summary.others'],
    [1, 'panel.summary.answers'],
  ])('with %i ready pods says who answers', (ready, key) => {
    const workload = {
      ...pricing,
      restarts: 0,
      replicas: { ...pricing.replicas, ready },
    };
    const { more } = summaryOf({ workload, releases: [], cluster: live });
    expect(keys(more)).toEqual(['panel.summary.since', key]);
  });

  it('says of a service that is well that it runs, and then what it got over', () => {
    const summary = summaryOf({
      workload: { ...pricing, health: 'healthy' },
      releases,
      cluster: live,
    });
    const [problem] = pricing.problems;
    expect(summary).toMatchObject({
      health: 'healthy',
      head: { key: 'panel.summary.runningSince' },
      next: { step: problem },
      also: [{ problem }],
    });
  });

  it.each([
    ['unreachable', 'panel.summary.silent'],
    ['denied', 'panel.summary.refused'],
    ['connecting', 'panel.summary.connecting'],
  ] as const)('puts a cluster that is %s before its problems', (state, key) => {
    const summary = summaryOf({
      workload: pricing,
      releases,
      cluster: { ...live, state, asOf: '2026-11-23T06:02:00Z' },
    });
    expect(summary.health).toBe('unknown');
    expect(keys([summary.head])).toEqual(['panel.summary.lastKnown']);
    expect(keys(summary.more)).toEqual([key]);
    expect(summary.also).toEqual([{ problem: pricing.problems[0] }]);
  });

  it.each([
    [{}, 'panel.summary.runningSince'],
    [{ changedAt: undefined }, 'panel.summary.running'],
    [
      { replicas: { desired: 0, ready: 0, updated: 0, available: 0 } },
      'panel.summary.asked',
    ],
    [{ health: 'progressing' }, 'panel.summary.rolling'],
    [{ health: 'degraded' }, 'panel.summary.degraded'],
    [{ health: 'failed' }, 'panel.summary.failed'],
    [{ health: 'suspended' }, 'panel.summary.suspended'],
    [
      { health: 'suspended', schedule: '0 2 * * *' },
      'panel.summary.suspendedSchedule',
    ],
    [{ schedule: '0 2 * * *' }, 'panel.summary.schedule'],
    [{ health: 'unknown' }, 'panel.summary.lastKnownNever'],
  ] as const)('without a problem says how it is: %j', (parts, key) => {
    const workload = aWorkload({ cluster: 'prod-sh', name: 'risk', ...parts });
    const { head, also } = summaryOf({ workload, releases: [], cluster: live });
    expect(head).toMatchObject({ key });
    expect(also).toEqual([]);
  });
});
