/**
 * One Go module of `go/` and the programs that it builds.
 * @public
 */
export interface ToolModule {
  /** Folder under `go/`. */
  readonly folder: string;
  readonly programs: readonly {
    readonly name: string;
    readonly path: string;
  }[];
  /** Module whose version decides what `--version` of the programs says. */
  readonly module: string;
}

/**
 * What a control plane consists of. One Go module per origin, since their dependency sets do not agree.
 * @public
 */
export const toolModules: readonly ToolModule[] = [
  {
    folder: 'etcd',
    module: 'go.etcd.io/etcd/server/v3',
    programs: [{ name: 'etcd', path: 'go.etcd.io/etcd/server/v3' }],
  },
  {
    folder: 'kubernetes',
    module: 'k8s.io/kubernetes',
    programs: [
      'kube-apiserver',
      'kube-controller-manager',
      'kube-scheduler',
    ].map(name => ({ name, path: `k8s.io/kubernetes/cmd/${name}` })),
  },
  {
    folder: 'kwok',
    module: 'sigs.k8s.io/kwok',
    programs: [{ name: 'kwok', path: 'sigs.k8s.io/kwok/cmd/kwok' }],
  },
];

/** The log store, which only the tests of log history need: a cache of its own. */
export const lokiModule: ToolModule = {
  folder: 'loki',
  module: 'github.com/grafana/loki/v3',
  programs: [{ name: 'loki', path: 'github.com/grafana/loki/v3/cmd/loki' }],
};

/** What serves metrics.k8s.io, which only the tests of metrics need. */
export const metricsServerModule: ToolModule = {
  folder: 'metrics-server',
  module: 'sigs.k8s.io/metrics-server',
  programs: [
    {
      name: 'metrics-server',
      path: 'sigs.k8s.io/metrics-server/cmd/metrics-server',
    },
  ],
};

/** What answers for the names of Services, which only the tests of environments need. */
export const coreDnsModule: ToolModule = {
  folder: 'coredns',
  module: 'github.com/coredns/coredns',
  programs: [{ name: 'coredns', path: 'github.com/coredns/coredns' }],
};
