import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import {
  demoBindings,
  demoClusters,
  demoReader,
} from '../__testUtils__/demoWorld';
import { BindingResolver } from '../entities';
import { LiveWorkloads } from './LiveWorkloads';

const MINUTE = 60_000;

/** A workload whose crash is forgiven after ten minutes, without any change in the cluster. */
function pricingAt(failsUntil: number, now: Date): Workload {
  return {
    id: 'dev-1/payments-dev/Deployment/pricing',
    cluster: 'dev-1',
    namespace: 'payments-dev',
    kind: 'Deployment',
    name: 'pricing',
    uid: 'uid-pricing',
    images: [],
    version: '1.0.0',
    replicas: { desired: 1, ready: 1, updated: 1, available: 1 },
    health: now.getTime() < failsUntil ? 'failed' : 'healthy',
    problems: [],
    restarts: 1,
    createdAt: '2026-11-01T00:00:00Z',
    pods: [],
  };
}

describe('LiveWorkloads', () => {
  it('follows the clock where the cluster says nothing new', () => {
    const reader = demoReader();
    const clock = FakeClock.create();
    const failsUntil = clock.now().getTime() + 10 * MINUTE;
    const projectNamespace = jest.fn((_rows, now: Date) => [
      pricingAt(failsUntil, now),
    ]);
    const live = LiveWorkloads.create({
      reader,
      projection: {
        projectNamespace,
        projectDetails: () => ({ conditions: [], releases: [], owners: [] }),
        projectEvents: () => [],
        eventsOfWorkload: () => [],
      },
      bindings: BindingResolver.create({
        reader,
        clusters: demoClusters,
        bindings: demoBindings,
      }),
      models: {
        get: () => Promise.reject(new Error('not asked for')),
        refresh: () => Promise.reject(new Error('not asked for')),
        latest: () => undefined,
      },
      clock,
      pause: () => Promise.resolve(),
    });
    const health = () => live.workloads('dev-1', 'payments-dev')[0].health;

    expect(health()).toBe('failed');
    clock.advance(MINUTE / 2);
    expect(health()).toBe('failed');
    expect(projectNamespace).toHaveBeenCalledTimes(1);

    const before = live.sequence;
    clock.advance(10 * MINUTE);
    expect(health()).toBe('healthy');
    expect(projectNamespace).toHaveBeenCalledTimes(2);
    expect(live.since(before)).toEqual([
      expect.objectContaining({
        change: expect.objectContaining({ type: 'upsert' }),
      }),
    ]);
    live.stop();
  });
});
