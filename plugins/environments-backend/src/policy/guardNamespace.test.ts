import { KubernetesObject } from '../objects';
import { guardNamespace } from './guardNamespace';

describe('guardNamespace', () => {
  const environment = {
    id: 'e1',
    namespace: 'payments-fare',
    namespaceUid: 'u1',
  };
  const namespace: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'payments-fare',
      uid: 'u1',
      labels: {
        'app.kubernetes.io/managed-by': 'domaindeck',
        'domaindeck.io/environment-id': 'e1',
        'domaindeck.io/role': 'environment',
      },
    },
  };
  const guard = (
    changes: Partial<Parameters<typeof guardNamespace>[0]>,
    metadata = {},
  ) =>
    guardNamespace({
      namespace: {
        ...namespace,
        metadata: { ...namespace.metadata, ...metadata },
      },
      environment,
      selfService: true,
      baselines: ['payments'],
      ...changes,
    });

  it('lets through only what is ours in every respect', () => {
    expect(guard({})).toBeUndefined();
    expect(
      guard({ environment: { ...environment, namespaceUid: undefined } }),
    ).toBeUndefined();
    expect(guard({ selfService: false })).toBe('self-service-off');
    expect(guard({ baselines: ['payments-fare'] })).toBe('is-baseline');
    expect(
      guard(
        {},
        {
          labels: {
            ...namespace.metadata.labels,
            'domaindeck.io/role': 'baseline',
          },
        },
      ),
    ).toBe('is-baseline');
    expect(guard({}, { name: 'payments-other' })).toBe('other-name');
    expect(guard({}, { labels: {} })).toBe('not-ours');
    expect(
      guard(
        {},
        {
          labels: {
            ...namespace.metadata.labels,
            'app.kubernetes.io/managed-by': 'helm',
          },
        },
      ),
    ).toBe('not-ours');
    expect(
      guard(
        {},
        {
          labels: {
            ...namespace.metadata.labels,
            'domaindeck.io/environment-id': 'e2',
          },
        },
      ),
    ).toBe('other-environment');
    expect(guard({}, { uid: 'u2' })).toBe('other-uid');
  });
});
