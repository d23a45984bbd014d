import {
  MetricSeries,
  Pod,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { workloadUsage } from './workloadUsage';

const WINDOW = { from: 0, to: 480_000, step: 120_000 };

function pod(name: string, ...requests: (number | undefined)[]): Pod {
  return {
    name,
    uid: name,
    phase: 'Running',
    ready: true,
    restarts: 0,
    containers: [
      ...requests.map((cpuRequest, index) => ({
        name: `c${index}`,
        role: index === 0 ? ('main' as const) : ('sidecar' as const),
        state: 'running' as const,
        ready: true,
        restarts: 0,
        resources: { cpuRequest, memoryLimit: 100 },
      })),
      // One that runs at start alone takes no part.
      { name: 'i', role: 'init', state: 'ended', ready: false, restarts: 0 },
    ],
  };
}

const workload = (...pods: Pod[]): Workload => ({
  id: 'prod-sh/pay/Deployment/api',
  cluster: 'prod-sh',
  namespace: 'pay',
  kind: 'Deployment',
  name: 'api',
  uid: 'u',
  images: [],
  version: '1',
  replicas: { desired: 2, ready: 2, updated: 2, available: 2 },
  health: 'healthy',
  problems: [],
  restarts: 0,
  createdAt: '2026-11-01T00:00:00Z',
  pods,
});

const line = (
  name: string,
  container: string,
  ...values: (number | null)[]
): MetricSeries => ({
  cluster: 'prod-sh',
  namespace: 'pay',
  pod: name,
  container,
  measure: 'usage',
  values,
});

describe('workloadUsage', () => {
  it('tells the busiest pod, all its containers together, beside what it asks for', () => {
    const usage = workloadUsage(
      workload(pod('a', 0.5, 0.1), pod('b', 0.5, 0.1)),
      [
        line('a', 'c0', 0.1, 0.2, null, 0.4, 0.5),
        line('a', 'c1', 0.1, null, null, 0.1, 0.1),
        line('b', 'c0', 0.3, 0.1, null, 0.9, 0.2),
        // It is gone: part of the past, not of now.
        line('gone', 'c0', 2, null, null, null, null),
      ],
      [],
      WINDOW,
    );
    expect(usage).toMatchObject({
      workload: 'prod-sh/pay/Deployment/api',
      environment: 'prod-sh/pay',
      object: { kind: 'Deployment', name: 'api' },
      pods: 2,
    });
    expect(usage).not.toHaveProperty('memory');
    expect(usage?.cpu).toEqual({
      values: [2, 0.2, null, 0.9, 0.6],
      now: 0.6,
      pod: 'a',
      request: 0.6,
      limit: undefined,
      total: expect.closeTo(0.8),
      totalRequest: 1.2,
    });
  });

  it('says no sum where a container asks for nothing', () => {
    const { cpu, memory } =
      workloadUsage(
        workload(pod('a', 0.5, undefined)),
        [line('a', 'c0', 1, 1, 1, 1, 1)],
        [line('a', 'c0', 50, 60, 70, 80, 90)],
        WINDOW,
      ) ?? {};
    expect(cpu).toMatchObject({ now: 1, total: 1 });
    expect(cpu?.request).toBeUndefined();
    expect(cpu?.totalRequest).toBeUndefined();
    expect(memory).toMatchObject({ now: 90, limit: 200 });
  });

  it('holds a value for now for five minutes and no longer', () => {
    const of = (...values: (number | null)[]) =>
      workloadUsage(
        workload(pod('a', 1)),
        [line('a', 'c0', ...values)],
        [],
        WINDOW,
      )?.cpu?.now;
    expect(of(1, 2, 3, null, null)).toBe(3);
    expect(of(1, 2, null, null, null)).toBeUndefined();
  });

  it('is nothing where nothing was measured', () => {
    const nothing = line('a', 'c0', null, null, null, null, null);
    expect(
      workloadUsage(workload(pod('a', 1)), [nothing], [], WINDOW),
    ).toBeUndefined();
    expect(workloadUsage(workload(), [], [], WINDOW)).toBeUndefined();
  });
});
