import { projectors } from './projectors';
import { ago, Json } from './testUtils';

const metadata = {
  uid: '0b1c2d3e',
  name: 'pricing',
  namespace: 'payments-prod',
  resourceVersion: '4711',
  creationTimestamp: '2026-11-23T13:44:31Z',
  labels: { 'app.kubernetes.io/name': 'pricing', absurd: 7 },
};

describe('nodes', () => {
  it.each<[string, Json[], Json]>([
    [
      'ready',
      [{ type: 'Ready', status: 'True' }],
      { ready: true, reason: undefined },
    ],
    [
      'silent',
      [
        {
          type: 'Ready',
          status: 'Unknown',
          reason: 'NodeStatusUnknown',
          message: 'Kubelet stopped posting node status.',
          lastTransitionTime: ago(9),
        },
      ],
      {
        ready: false,
        reason: 'Kubelet stopped posting node status.',
        since: ago(9),
      },
    ],
    [
      'under pressure',
      [
        { type: 'Ready', status: 'True' },
        {
          type: 'DiskPressure',
          status: 'True',
          reason: 'KubeletHasDiskPressure',
        },
      ],
      { ready: true, reason: 'KubeletHasDiskPressure' },
    ],
    ['without a status', [], { ready: false, reason: undefined }],
  ])('%s', (_, conditions, expected) => {
    const row = projectors.nodes({
      metadata,
      spec: { unschedulable: true },
      status: { conditions, nodeInfo: { kubeletVersion: 'v1.36.3' } },
    });
    expect(row).toMatchObject({
      cordoned: true,
      kubeletVersion: 'v1.36.3',
      ...expected,
    });
  });
});
