/** What pods may ask for: cores, bytes, and their number. */
export interface Amounts {
  readonly cores: number;
  readonly memory: number;
  readonly pods: number;
}

/** What a cluster has for pods, and what they ask for. */
export interface ClusterRoom {
  readonly allocatable: Amounts;
  /** By namespace. */
  readonly requested: ReadonlyMap<string, Amounts>;
}

/** Knows how much room clusters have. */
export interface RoomSource {
  /** Undefined where it is not known at this moment. */
  room(cluster: string): Promise<ClusterRoom | undefined>;
}
