import { projectors } from './projectors';
import { Json } from './testUtils';

const metadata = {
  uid: '0b1c2d3e',
  name: 'pricing',
  namespace: 'payments-prod',
  resourceVersion: '4711',
  creationTimestamp: '2026-11-23T13:44:31Z',
  labels: { 'app.kubernetes.io/name': 'pricing', absurd: 7 },
};

describe('autoscalers', () => {
  it.each<[string, Json, Json, Json[]]>([
    [
      'v2',
      {
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
          {
            type: 'ContainerResource',
            containerResource: {
              name: 'memory',
              container: 'app',
              target: { averageValue: '1Gi' },
            },
          },
          {
            type: 'External',
            external: { metric: { name: 'queue' }, target: { value: '30' } },
          },
          { type: 'Unheard' },
        ],
      },
      {
        currentMetrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              current: { averageUtilization: 31, averageValue: '155m' },
            },
          },
          {
            type: 'External',
            external: { metric: { name: 'queue' }, current: { value: '7' } },
          },
        ],
      },
      [
        { name: 'cpu', current: '31 %', target: '70 %' },
        { name: 'memory of app', current: undefined, target: '1Gi' },
        { name: 'queue', current: '7', target: '30' },
        { name: 'metric', current: undefined, target: undefined },
      ],
    ],
    [
      'v1',
      { targetCPUUtilizationPercentage: 70 },
      { currentCPUUtilizationPercentage: 31 },
      [{ name: 'cpu', current: '31 %', target: '70 %' }],
    ],
  ])('%s', (_, spec, status, metrics) => {
    const row = projectors.horizontalpodautoscalers({
      metadata,
      spec: {
        ...spec,
        maxReplicas: 8,
        scaleTargetRef: { kind: 'Deployment', name: 'gateway' },
      },
      status: { ...status, currentReplicas: 3, desiredReplicas: 4 },
    });
    expect(row).toMatchObject({
      target: { kind: 'Deployment', name: 'gateway' },
      min: 1,
      max: 8,
      current: 3,
      desired: 4,
    });
    expect(row.metrics).toEqual(metrics);
  });
});
