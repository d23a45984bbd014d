/** Ports of one cluster, all on 127.0.0.1. */
export interface ClusterPorts {
  readonly etcd: number;
  readonly etcdPeer: number;
  readonly apiServer: number;
  readonly controllerManager: number;
  readonly scheduler: number;
  readonly kubelet: number;
  readonly metricsServer: number;
}

/** Files of one cluster, by absolute path. */
export interface ClusterFiles {
  readonly etcdData: string;
  readonly certificates: string;
  readonly tokens: string;
  readonly serviceAccountKey: string;
  readonly serviceAccountPublicKey: string;
  readonly kubeconfig: string;
  readonly stages: string;
  readonly auditPolicy: string;
  readonly auditLog: string;
}

/** The name by which the API server is known to those behind it. */
export const FRONT_PROXY = 'front-proxy';

/** Keys of the API server towards API servers behind it, by absolute path. */
export interface FrontProxyFiles {
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

export function flags(
  values: Readonly<Record<string, string | number>>,
): string[] {
  return Object.entries(values).map(([name, value]) => `--${name}=${value}`);
}

/** Data is thrown away with the cluster: it need not reach the disk. */
export function etcdParameters(
  ports: ClusterPorts,
  files: ClusterFiles,
): string[] {
  const client = `http://127.0.0.1:${ports.etcd}`;
  const peer = `http://127.0.0.1:${ports.etcdPeer}`;
  return [
    ...flags({
      'data-dir': files.etcdData,
      'listen-client-urls': client,
      'advertise-client-urls': client,
      'listen-peer-urls': peer,
      'initial-advertise-peer-urls': peer,
      'initial-cluster': `default=${peer}`,
    }),
    '--unsafe-no-fsync',
  ];
}

/**
 * Writes its own serving certificate and the authority that signed it to `files.certificates`.
 * @param frontProxy - the keys with which it speaks to API servers behind it, where there are any
 */
export function apiServerParameters(
  ports: ClusterPorts,
  files: ClusterFiles,
  frontProxy?: FrontProxyFiles,
): string[] {
  return flags({
    'etcd-servers': `http://127.0.0.1:${ports.etcd}`,
    'secure-port': ports.apiServer,
    'bind-address': '127.0.0.1',
    'advertise-address': '127.0.0.1',
    'cert-dir': files.certificates,
    'token-auth-file': files.tokens,
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': files.serviceAccountPublicKey,
    'service-account-signing-key-file': files.serviceAccountKey,
    'kubelet-preferred-address-types': 'InternalIP',
    'authorization-mode': 'Node,RBAC',
    'service-cluster-ip-range': '10.0.0.0/16',
    'allow-privileged': 'true',
    'endpoint-reconciler-type': 'none',
    'audit-policy-file': files.auditPolicy,
    'audit-log-path': files.auditLog,
    ...(frontProxy && {
      'requestheader-client-ca-file': frontProxy.authority,
      'requestheader-allowed-names': FRONT_PROXY,
      'requestheader-username-headers': 'X-Remote-User',
      'requestheader-group-headers': 'X-Remote-Group',
      'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
      'proxy-client-cert-file': frontProxy.certificate,
      'proxy-client-key-file': frontProxy.key,
    }),
  });
}

export function controllerManagerParameters(
  ports: ClusterPorts,
  files: ClusterFiles,
): string[] {
  return flags({
    kubeconfig: files.kubeconfig,
    'authentication-kubeconfig': files.kubeconfig,
    'authorization-kubeconfig': files.kubeconfig,
    'leader-elect': 'false',
    'service-account-private-key-file': files.serviceAccountKey,
    'root-ca-file': `${files.certificates}/apiserver.crt`,
    'cert-dir': files.certificates,
    'secure-port': ports.controllerManager,
    'bind-address': '127.0.0.1',
  });
}

export function schedulerParameters(
  ports: ClusterPorts,
  files: ClusterFiles,
): string[] {
  return flags({
    kubeconfig: files.kubeconfig,
    'authentication-kubeconfig': files.kubeconfig,
    'authorization-kubeconfig': files.kubeconfig,
    'leader-elect': 'false',
    'cert-dir': files.certificates,
    'secure-port': ports.scheduler,
    'bind-address': '127.0.0.1',
  });
}

/**
 * Without node leases the controller manager would mark every node Unknown after 50 s, and with them the pods.
 */
export function kwokParameters(
  ports: ClusterPorts,
  files: ClusterFiles,
): string[] {
  return [
    ...flags({
      kubeconfig: files.kubeconfig,
      config: files.stages,
      'node-lease-duration-seconds': 40,
      'node-ip': '127.0.0.1',
      'node-port': ports.kubelet,
      'server-address': `127.0.0.1:${ports.kubelet}`,
      // API servers ask kubelets for logs over TLS and look at no name here.
      'tls-cert-file': `${files.certificates}/apiserver.crt`,
      'tls-private-key-file': `${files.certificates}/apiserver.key`,
    }),
    '--manage-all-nodes',
  ];
}
