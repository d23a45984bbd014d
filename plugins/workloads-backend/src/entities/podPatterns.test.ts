import { isNamed, NamedWorkload, podNames, podPattern } from './podPatterns';

function workload(text: string, ...pods: string[]): NamedWorkload {
  const [kind, name] = text.split('/');
  return { kind, name, pods: pods.map(pod => ({ name: pod })) };
}

describe('names of pods', () => {
  it.each([
    ['Pod/web', 'web', true],
    ['Pod/web', 'web-x7k2p', false],
    ['Pod/w.b', 'wxb', false],
    ['StatefulSet/web', 'web-12', true],
    ['StatefulSet/web', 'web-x7k2p', false],
    ['StatefulSet/web', 'web-db-0', false],
    ['Deployment/web', 'web-6d5f7c9b8-x7k2p', true],
    ['Deployment/web', 'web-5c689d88bb-zzzzz', true],
    // No vowel and no 0, 1 or 3 is ever made up.
    ['Deployment/web', 'web-api-x7k2p', false],
    ['Deployment/web', 'web-6d5f7c9b8-adm1n', false],
    ['Deployment/web', 'web-6d5f7c9b8-x7k2', false],
    ['Deployment/web', 'web-6d5f7c9b8d4-x7k2p', false],
    ['Deployment/web', 'web-rpc-6d5f7c9b8-x7k2p', false],
    ['Deployment/web', 'xweb-6d5f7c9b8-x7k2p', false],
    ['CronJob/web', 'web-29395020-x7k2p', true],
    ['CronJob/web', 'web-6d5f7c9b8-x7k2p', false],
    ['DaemonSet/web', 'web-x7k2p', true],
    ['DaemonSet/web', 'web-admin', false],
    ['Job/web', 'web-x7k2p', true],
    ['ReplicaSet/web', 'web-x7k2p', true],
    ['ReplicaSet/web', 'web-6d5f7c9b8-x7k2p', false],
  ])('of %s: %s is %s', (of, pod, expected) => {
    const own = workload(of);
    expect(new RegExp(`^(?:${podPattern(own)})$`).test(pod)).toBe(expected);
    expect(isNamed(pod, podNames(own, []))).toBe(expected);
  });

  // Whose a pod is that is gone, where the names of two workloads overlap.
  it.each([
    ['Deployment/web', 'DaemonSet/web-rpc', 'web-rpc-x7k2p', 'second'],
    ['Deployment/web', 'Job/web-rpc', 'web-rpc-x7k2p', 'second'],
    ['Deployment/web', 'ReplicaSet/web-6d5f7', 'web-6d5f7-x7k2p', 'second'],
    ['Deployment/web', 'StatefulSet/web-rpc', 'web-rpc-22222', 'second'],
    ['Deployment/web', 'Pod/web-rpc-x7k2p', 'web-rpc-x7k2p', 'second'],
    ['Deployment/web', 'DaemonSet/web-rpc', 'web-6d5f7c9b8-x7k2p', 'first'],
    [
      'Deployment/web',
      'Deployment/web-rpc',
      'web-rpc-6d5f7c9b8-x7k2p',
      'second',
    ],
    ['Deployment/web', 'Deployment/web-rpc', 'web-rpc-x7k2p', 'first'],
    ['DaemonSet/web', 'Pod/web-x7k2p', 'web-x7k2p', 'second'],
    ['CronJob/web', 'Job/web-29395020', 'web-29395020-x7k2p', 'second'],
    ['Deployment/web', 'CronJob/web', 'web-29395020-x7k2p', 'second'],
    ['Deployment/web', 'CronJob/web', 'web-24475826-x7k2p', 'neither'],
    ['DaemonSet/web', 'StatefulSet/web', 'web-24475', 'neither'],
    ['DaemonSet/web', 'Job/web', 'web-x7k2p', 'neither'],
    ['Deployment/web', 'StatefulSet/web', 'web-0', 'second'],
    ['Deployment/web', 'StatefulSet/web', 'web-6d5f7c9b8-x7k2p', 'first'],
  ])('between %s and %s, %s is of the %s', (one, two, pod, whose) => {
    const [first, second] = [workload(one), workload(two)];
    expect([
      isNamed(pod, podNames(first, [second])),
      isNamed(pod, podNames(second, [first])),
    ]).toEqual([whose === 'first', whose === 'second']);
  });

  it('gives a living pod to whom it belongs, whatever its name says', () => {
    const web = workload('Deployment/web', 'web-rpc-zzzzz', 'odd');
    const rpc = workload('DaemonSet/web-rpc', 'web-rpc-x7k2p', 'web-9-99999');
    const named = (pod: string) => [
      isNamed(pod, podNames(web, [rpc])),
      isNamed(pod, podNames(rpc, [web])),
    ];
    expect(named('web-rpc-zzzzz')).toEqual([true, false]);
    expect(named('odd')).toEqual([true, false]);
    expect(named('web-rpc-x7k2p')).toEqual([false, true]);
    expect(named('web-9-99999')).toEqual([false, true]);
    expect(named('web-6d5f7c9b8-x7k2p')).toEqual([true, false]);
  });

  it('names no neighbour that cannot be mistaken', () => {
    const others = [
      workload('Deployment/web-rpc', 'web-rpc-6d5f7c9b8-x7k2p'),
      workload('DaemonSet/web-api', 'web-api-x7k2p'),
      workload('StatefulSet/db', 'db-0'),
    ];
    expect(podNames(workload('Deployment/web'), others)).toEqual([
      { pods: [podPattern(workload('Deployment/web'))] },
    ]);
  });
});
