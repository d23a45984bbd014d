import {
  ClusterFiles,
  ClusterPorts,
  flags,
} from '../cluster/programParameters';

/** It asks the kubelets every 15 s, the least that it takes. */
export function metricsServerParameters(
  ports: ClusterPorts,
  files: ClusterFiles,
): string[] {
  return [
    ...flags({
      kubeconfig: files.kubeconfig,
      'authentication-kubeconfig': files.kubeconfig,
      'authorization-kubeconfig': files.kubeconfig,
      'cert-dir': `${files.certificates}/metrics-server`,
      'secure-port': ports.metricsServer,
      'bind-address': '127.0.0.1',
      'kubelet-preferred-address-types': 'InternalIP',
      'metric-resolution': '15s',
    }),
    '--kubelet-insecure-tls',
    '--kubelet-use-node-status-port',
  ];
}
