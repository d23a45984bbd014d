import { KubernetesObject } from '../cluster/KubernetesClient';

const PLACE = { name: 'metrics-server', namespace: 'kube-system' };

/** What lets an API server pass on what it is asked of metrics.k8s.io to a program on this machine. */
export function metricsApi(port: number): KubernetesObject[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: PLACE,
      spec: { type: 'ExternalName', externalName: 'localhost' },
    },
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1beta1.metrics.k8s.io' },
      spec: {
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        groupPriorityMinimum: 100,
        versionPriority: 100,
        insecureSkipTLSVerify: true,
        service: { ...PLACE, port },
      },
    },
  ];
}
