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

describe('events', () => {
  it.each<[string, Json, Json]>([
    [
      'classic',
      {
        count: 14,
        firstTimestamp: ago(21),
        lastTimestamp: ago(1),
        source: { component: 'kubelet' },
        type: 'Warning',
      },
      {
        count: 14,
        firstAt: ago(21),
        lastAt: ago(1),
        source: 'kubelet',
        type: 'Warning',
      },
    ],
    [
      'a series without lastTimestamp',
      {
        lastTimestamp: null,
        eventTime: ago(9),
        series: { count: 5, lastObservedTime: ago(2) },
        reportingComponent: 'scheduler',
      },
      {
        count: 5,
        firstAt: ago(9),
        lastAt: ago(2),
        source: 'scheduler',
        type: 'Normal',
      },
    ],
    [
      'only eventTime',
      { eventTime: ago(9) },
      { count: 1, firstAt: ago(9), lastAt: ago(9) },
    ],
    [
      'no time but the creation',
      {},
      {
        count: 1,
        firstAt: metadata.creationTimestamp,
        lastAt: metadata.creationTimestamp,
      },
    ],
    [
      'events.k8s.io',
      {
        involvedObject: undefined,
        regarding: { kind: 'Pod', name: 'p', uid: 'u' },
        note: 'hello',
        deprecatedCount: 3,
        deprecatedLastTimestamp: ago(4),
        reportingController: 'kubelet',
      },
      {
        message: 'hello',
        count: 3,
        lastAt: ago(4),
        source: 'kubelet',
        involved: { kind: 'Pod', name: 'p', uid: 'u' },
      },
    ],
    [
      'a time with an offset',
      { lastTimestamp: '2026-11-23T22:08:00+08:00' },
      { lastAt: '2026-11-23T14:08:00.000Z' },
    ],
    [
      'times that are none',
      { lastTimestamp: 'yesterday', eventTime: 7 },
      { lastAt: metadata.creationTimestamp },
    ],
  ])('%s', (_, over, expected) => {
    const raw = {
      metadata,
      reason: 'BackOff',
      involvedObject: { kind: 'Pod', name: 'p', uid: 'u' },
      ...over,
    };
    expect(projectors.events(raw)).toMatchObject({
      reason: 'BackOff',
      involved: { kind: 'Pod', name: 'p', uid: 'u' },
      ...expected,
    });
  });
});
