import { eventsOfWorkload, projectEvents } from './projectEvents';
import { ago, FakeNamespace, Json } from './testUtils';

const PRICING = { id: 'prod-sh/payments-prod/Deployment/pricing' };

function world() {
  const namespace = new FakeNamespace();
  const { deployment, replicaSet } = namespace.deployment('pricing', 1);
  const pod = namespace.pod({ kind: 'ReplicaSet', of: replicaSet }, 'aaaaa');
  return { namespace, deployment, replicaSet, pod };
}

const gone = (name: string, uid = 'gone'): Json => ({
  metadata: { name, uid },
});

describe('eventsOfWorkload', () => {
  it('are those of it and of all it owns, newest first', () => {
    const { namespace, deployment, replicaSet, pod } = world();
    const autoscaler = namespace.put(
      'horizontalpodautoscalers',
      namespace.object('pricing-scaler', {
        spec: { scaleTargetRef: { kind: 'Deployment', name: 'pricing' } },
      }),
    );
    const other = namespace.pod(undefined, 'other');
    for (const [kind, object, minutes] of [
      ['Deployment', deployment, 4],
      ['ReplicaSet', replicaSet, 3],
      ['Pod', pod, 1],
      ['HorizontalPodAutoscaler', autoscaler, 2],
      ['Pod', other, 0],
      ['Pod', gone('pricing-7c9d5f-zzzzz'), 5],
      ['Pod', gone('pricing-7c9d5f-aaaaa', ''), 6],
      ['Pod', gone('pricing-elsewhere-zzzzz'), 0],
      ['Node', gone('pricing'), 0],
    ] as const) {
      namespace.event(kind, object, {
        lastTimestamp: ago(minutes),
        message: `${minutes}`,
      });
    }
    const rows = namespace.rows();
    expect(
      eventsOfWorkload(rows, PRICING).map(
        ({ object, message }) => `${message} ${object.kind}/${object.name}`,
      ),
    ).toEqual([
      '1 Pod/pricing-7c9d5f-aaaaa',
      '2 HorizontalPodAutoscaler/pricing-scaler',
      '3 ReplicaSet/pricing-7c9d5f',
      '4 Deployment/pricing',
      '5 Pod/pricing-7c9d5f-zzzzz',
      '6 Pod/pricing-7c9d5f-aaaaa',
    ]);
    expect(projectEvents(rows)).toHaveLength(9);
  });
});

describe('projectEvents', () => {
  it('merges what was said again of the same object', () => {
    const { namespace, pod } = world();
    namespace.event('Pod', pod, {
      firstTimestamp: ago(50),
      lastTimestamp: ago(40),
      count: 3,
    });
    const first = namespace.rows().events[0];
    namespace.event('Pod', pod, {
      firstTimestamp: ago(21),
      lastTimestamp: ago(1),
      count: 14,
    });
    namespace.event('Pod', pod, { reason: 'Killing', type: 'Normal' });
    const events = eventsOfWorkload(namespace.rows(), PRICING);
    expect(events).toHaveLength(2);
    expect(events.find(({ reason }) => reason === 'BackOff')).toEqual({
      id: `prod-sh/${first.uid}`,
      cluster: 'prod-sh',
      namespace: 'payments-prod',
      workload: PRICING.id,
      type: 'Warning',
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
      object: { kind: 'Pod', name: 'pricing-7c9d5f-aaaaa' },
      count: 17,
      firstAt: ago(50),
      lastAt: ago(1),
      source: 'kubelet',
    });
  });

  it('keeps events of things that no workload owns, without a workload', () => {
    const namespace = new FakeNamespace();
    namespace.event('Service', gone('pricing'));
    const [event] = projectEvents(namespace.rows());
    expect(event.object).toEqual({ kind: 'Service', name: 'pricing' });
    expect(event).not.toHaveProperty('workload');
  });
});
