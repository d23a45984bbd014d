import { ago, FakeNamespace, Json, overlay, waiting } from '../testUtils';
import { changesOf } from './testUtils/changesOf';

const DAY = 24 * 60;

function template(version: string, restartedAt?: string): Json {
  return {
    ...(restartedAt && {
      metadata: {
        annotations: { 'kubectl.kubernetes.io/restartedAt': restartedAt },
      },
    }),
    spec: {
      containers: [{ name: 'app', image: `r.example.com/pricing:${version}` }],
    },
  };
}

describe('releases of what keeps no ReplicaSets', () => {
  const set = (namespace: FakeNamespace, over: Json = {}) =>
    namespace.put(
      'statefulsets',
      namespace.object(
        'trips-db',
        overlay(
          {
            metadata: { generation: 4, creationTimestamp: ago(9 * DAY) },
            spec: { replicas: 2, template: template('9.1') },
            status: {
              replicas: 2,
              readyReplicas: 2,
              updatedReplicas: 2,
              observedGeneration: 4,
            },
          },
          over,
        ),
      ),
    );
  const pod = (
    namespace: FakeNamespace,
    of: Json,
    ordinal: number,
    version: string,
    minutes: number,
  ) =>
    namespace.pod(
      { kind: 'StatefulSet', of },
      String(ordinal),
      { image: `r.example.com/pricing:${version}` },
      {
        metadata: {
          creationTimestamp: ago(minutes),
          labels: { 'controller-revision-hash': version },
        },
      },
    );

  it('are told by pods of two releases, but not by pods that were merely replaced', () => {
    const replaced = new FakeNamespace();
    const whole = set(replaced);
    pod(replaced, whole, 0, '9.1', 5);
    pod(replaced, whole, 1, '9.1', 4);
    expect(changesOf(replaced)).toEqual([]);

    const rolling = new FakeNamespace();
    const half = set(rolling);
    pod(rolling, half, 0, '9.0', DAY);
    pod(rolling, half, 1, '9.1', 4);
    expect(changesOf(rolling)).toMatchObject([
      { type: 'release', at: ago(4), from: '9.0', to: '9.1', form: 'image' },
    ]);
  });

  it('are remembered when they were seen, and date from the creation when nothing was ever changed', () => {
    const namespace = new FakeNamespace();
    set(namespace, { metadata: { generation: 1 } });
    const image = (version: string) => ({
      container: 'app',
      image: `r.example.com/pricing:${version}`,
      tag: version,
    });
    expect(
      changesOf(namespace, () => ({
        since: ago(60),
        sightings: [
          {
            type: 'release',
            at: ago(20),
            from: [image('9.0')],
            to: [image('9.1')],
          },
        ],
      })),
    ).toMatchObject([
      { at: ago(20), from: '9.0', to: '9.1', outcome: 'succeeded' },
      { at: ago(9 * DAY), form: 'first', outcome: 'superseded' },
    ]);
  });

  it('have failed when a failure began soon after', () => {
    const namespace = new FakeNamespace();
    const of = set(namespace, {
      metadata: { generation: 1, creationTimestamp: ago(5) },
      status: { readyReplicas: 1 },
    });
    namespace.pod(
      { kind: 'StatefulSet', of },
      '1',
      { ready: false, state: waiting('ImagePullBackOff', 'not found') },
      { status: { phase: 'Pending', startTime: ago(5) } },
    );
    expect(changesOf(namespace)).toMatchObject([
      { outcome: 'failed', reason: 'Image cannot be pulled' },
    ]);
  });
});
