/** One cluster, as the portal's config and the suites need it. */
export interface ClusterAccess {
  readonly name: string;
  readonly url: string;
  /** What the portal uses. */
  readonly token: string;
  /** May write; the suites play the release platform with it. */
  readonly adminToken: string;
  /** Certificate authority as base64 of PEM; without it the server speaks plain HTTP. */
  readonly caData?: string;
}

/** Clusters that a suite can talk to and can make silent. */
export interface TestClusters {
  readonly clusters: readonly ClusterAccess[];
  /** From now on the cluster accepts connections and never answers. */
  silence(name: string): Promise<void>;
  restore(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** The access to one of them. */
export function accessTo(clusters: TestClusters, name: string): ClusterAccess {
  const access = clusters.clusters.find(cluster => cluster.name === name);
  if (!access) {
    throw new Error(`There is no cluster "${name}" in this suite`);
  }
  return access;
}
