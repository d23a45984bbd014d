import { Change } from '@domaindeck/backstage-plugin-workloads-common';
import { lastReleaseBefore } from './lastReleaseBefore';

const workload = 'prod-sh/payments-prod/Deployment/pricing';

function release(at: string, from: string | undefined, to: string): Change {
  return {
    type: 'release',
    id: at,
    at,
    environment: 'prod-sh/payments-prod',
    cluster: 'prod-sh',
    namespace: 'payments-prod',
    tier: 'production',
    workload,
    object: { kind: 'Deployment', name: 'pricing' },
    outcome: 'succeeded',
    form: from ? 'image' : 'first',
    from,
    to,
    images: [],
  };
}

describe('lastReleaseBefore', () => {
  it('is the latest step of version that was made before the pod', () => {
    const changes = [
      release('2026-11-24T12:00:00Z', '5.2.1', '5.2.2'),
      release('2026-11-24T10:00:00Z', '5.2.0', '5.2.1'),
      release('2026-11-24T10:30:00Z', '5.2.1', '5.2.1'),
      release('2026-11-23T10:00:00Z', undefined, '5.2.0'),
    ];
    const pod = { workload, createdAt: '2026-11-24T11:00:00Z' };
    expect(lastReleaseBefore(changes, pod)).toEqual({
      from: '5.2.0',
      to: '5.2.1',
      at: '2026-11-24T10:00:00Z',
    });
    expect(
      lastReleaseBefore(changes, { ...pod, workload: 'other' }),
    ).toBeUndefined();
    // A pod whose age nobody knows: the latest.
    expect(lastReleaseBefore(changes, { workload })?.to).toBe('5.2.2');
  });
});
